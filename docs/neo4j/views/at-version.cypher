// 某个版本看到的关系 / The relationships that a version shows
MATCH (relationship:Relationship)
WHERE relationship.since <= $version AND (relationship.until IS NULL OR relationship.until > $version)
MATCH (a:Entity)
WHERE a.id = relationship.from AND a.since <= $version AND (a.until IS NULL OR a.until > $version)
MATCH (b:Entity)
WHERE b.id = relationship.to AND b.since <= $version AND (b.until IS NULL OR b.until > $version)
RETURN a.name AS from, relationship.type AS relationship, relationship.modality AS modality, b.name AS to
ORDER BY from, relationship, modality, to;
