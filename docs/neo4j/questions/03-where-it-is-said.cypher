// 一家单位的每条关系，出自哪份资料的哪一段 / Which passage of which source says each tie of a body
MATCH (name:Name)-[:NAMES]->(body:Entity)
WHERE name.folded = $from AND name.until IS NULL
MATCH (body)-[tie]-(:Entity)
WHERE tie.until IS NULL
MATCH (statement:Statement)-[said:EVIDENCED_BY]->(passage:Passage)-[:FROM]->(source:Source)
WHERE statement.fact = tie.id AND said.until IS NULL
RETURN DISTINCT startNode(tie).name AS from, type(tie) AS tie, tie.modality AS modality, endNode(tie).name AS to,
  said.stance AS stance, source.title AS source, source.date AS date, passage.locator AS passage
ORDER BY from, tie, modality, to, date, source, passage;
