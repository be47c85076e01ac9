// 哪些关系没有出处（应当一条也没有） / Which relationships have no source (there must be none)
MATCH (a:Entity)-[relationship]->(b:Entity)
WHERE relationship.until IS NULL AND relationship.modality IS NOT NULL AND NOT EXISTS {
  MATCH (statement:Statement)-[said:EVIDENCED_BY]->(:Passage)-[:FROM]->(:Source)
  WHERE statement.fact = relationship.id AND said.until IS NULL AND said.stance = 'supports'
}
RETURN a, relationship, b
ORDER BY a.name, b.name;
