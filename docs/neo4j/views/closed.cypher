// 已关闭的关系：从哪个版本到哪个版本，为什么关闭 / Closed relationships: from which version to which, and why
MATCH (relationship:Relationship)
WHERE relationship.until < 2147483647
MATCH (a:Entity)
WHERE a.id = relationship.from AND NOT a:Past
MATCH (b:Entity)
WHERE b.id = relationship.to AND NOT b:Past
RETURN relationship.since AS since, relationship.until AS until, relationship.closedFor AS because,
  a.name AS from, relationship.type AS relationship, relationship.modality AS modality, b.name AS to
ORDER BY until, since, from, relationship, modality, to;
