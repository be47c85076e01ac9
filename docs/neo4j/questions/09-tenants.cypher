// 园区里有谁 / Who is in a park
MATCH (name:Name)-[:NAMES]->(park:Park)
WHERE name.folded = $park AND name.until IS NULL
MATCH (tenant:Entity)-[tie:LOCATED_IN]->(park)
WHERE tie.until IS NULL
RETURN DISTINCT tenant, tie, park
ORDER BY tenant.name;
