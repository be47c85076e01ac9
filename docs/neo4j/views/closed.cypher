// 已关闭的关系：从哪个版本到哪个版本，为什么关闭 / Closed ties: from which version to which, and why
MATCH (tie:Relationship)
WHERE tie.until > 0
MATCH (a:Entity)
WHERE a.id = tie.from AND a.since > 0 AND NOT a:Past
MATCH (b:Entity)
WHERE b.id = tie.to AND b.since > 0 AND NOT b:Past
RETURN tie.since AS since, tie.until AS until, tie.closedFor AS because,
  a.name AS from, tie.type AS tie, tie.modality AS modality, b.name AS to
ORDER BY until, since, from, tie, modality, to;
