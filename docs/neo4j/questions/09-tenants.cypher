// 园区里有谁 / Who is in a park
MATCH (name:Name)-[:NAMES]->(park:Park)
WHERE name.folded = $park AND coalesce(name.until, 2147483647) = 2147483647
MATCH (tenant:Entity)-[relationship:LOCATED_IN]->(park)
WHERE relationship.until IS NULL
RETURN DISTINCT tenant, relationship, park
ORDER BY tenant.name;
