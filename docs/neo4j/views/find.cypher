// 按名称开头找 / Find by how a name begins
MATCH (name:Name)-[:NAMES]->(entity:Entity)
WHERE name.folded STARTS WITH $begins AND coalesce(name.until, 2147483647) = 2147483647
RETURN DISTINCT entity
ORDER BY entity.name
LIMIT 50;
