// 一家单位的每条关系，出自哪份资料的哪一段 / Which passage of which source says each relationship of a body
MATCH (name:Name)-[:NAMES]->(body:Entity)
WHERE name.folded = $from AND coalesce(name.until, 2147483647) = 2147483647
MATCH (body)-[relationship]-(:Entity)
WHERE relationship.until IS NULL
MATCH (statement:Statement)-[said:EVIDENCED_BY]->(passage:Passage)-[:FROM]->(source:Source)
WHERE statement.fact = relationship.id AND said.until IS NULL
RETURN DISTINCT startNode(relationship).name AS from, type(relationship) AS relationship,
  relationship.modality AS modality, endNode(relationship).name AS to, said.stance AS stance,
  source.title AS source, source.date AS date, passage.locator AS passage
ORDER BY from, relationship, modality, to, date, source, passage;
