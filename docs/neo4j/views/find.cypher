// 按名称开头找 / Find by how a name begins
MATCH (name:Name)-[:NAMES]->(entity:Entity)
WHERE name.folded STARTS WITH $begins AND name.until IS NULL
RETURN DISTINCT entity
ORDER BY entity.name
LIMIT 50;
