// 某个版本看到的关系 / The ties that a version shows
MATCH (tie:Relationship)
WHERE tie.since <= $version AND (tie.until IS NULL OR tie.until > $version)
MATCH (a:Entity)
WHERE a.id = tie.from AND a.since <= $version AND (a.until IS NULL OR a.until > $version)
MATCH (b:Entity)
WHERE b.id = tie.to AND b.since <= $version AND (b.until IS NULL OR b.until > $version)
RETURN a.name AS from, tie.type AS tie, tie.modality AS modality, b.name AS to
ORDER BY from, tie, modality, to;
