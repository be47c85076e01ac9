// 哪些关系没有出处（应当一条也没有） / Which ties have no source (there must be none)
MATCH (a:Entity)-[tie]->(b:Entity)
WHERE tie.until IS NULL AND tie.modality IS NOT NULL AND NOT EXISTS {
  MATCH (statement:Statement)-[said:EVIDENCED_BY]->(:Passage)-[:FROM]->(:Source)
  WHERE statement.fact = tie.id AND said.until IS NULL
}
RETURN a, tie, b
ORDER BY a.name, b.name;
