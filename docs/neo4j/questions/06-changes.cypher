// 一个版本改了哪些关系，为什么 / Which ties a version opened and closed, and why
MATCH (tie:Relationship)
WHERE tie.since = $version OR tie.until = $version
MATCH (a:Entity)
WHERE a.id = tie.from AND a.since > 0 AND NOT a:Past
MATCH (b:Entity)
WHERE b.id = tie.to AND b.since > 0 AND NOT b:Past
UNWIND [
  CASE WHEN tie.until = $version THEN '关闭 closed' END,
  CASE WHEN tie.since = $version THEN '新增 opened' END
] AS change
WITH * WHERE change IS NOT NULL
RETURN change, CASE WHEN tie.until = $version THEN tie.closedFor END AS because,
  a.name AS from, tie.type AS tie, tie.modality AS modality, b.name AS to
ORDER BY change, because, from, tie, modality, to;
