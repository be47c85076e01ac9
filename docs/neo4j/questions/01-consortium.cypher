// 这个联合体由谁牵头，有哪些单位 / Who leads this consortium, and who is in it
MATCH (name:Name)-[:NAMES]->(consortium:Consortium)
WHERE name.folded = $consortium AND coalesce(name.until, 2147483647) = 2147483647
MATCH (body:Entity)-[relationship:LEADS|MEMBER_OF|PARTNER_OF]->(consortium)
WHERE relationship.until IS NULL
RETURN DISTINCT body, relationship, consortium
ORDER BY type(relationship), body.name;
