// 一个版本改了哪些关系，为什么 / Which relationships a version opened and closed, and why
MATCH (relationship:Relationship)
WHERE relationship.since = $version OR relationship.until = $version
MATCH (a:Entity)
WHERE a.id = relationship.from AND NOT a:Past
MATCH (b:Entity)
WHERE b.id = relationship.to AND NOT b:Past
UNWIND [
  CASE WHEN relationship.until = $version THEN '关闭 closed' END,
  CASE WHEN relationship.since = $version THEN '新增 opened' END
] AS change
WITH * WHERE change IS NOT NULL
RETURN change, CASE WHEN relationship.until = $version THEN relationship.closedFor END AS because,
  a.name AS from, relationship.type AS relationship, relationship.modality AS modality, b.name AS to
ORDER BY change, because, from, relationship, modality, to;
