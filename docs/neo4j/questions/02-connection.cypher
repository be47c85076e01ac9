// 两家单位怎么连起来，只走在产的关系，不经地区、园区与政策 / How two bodies are connected, over operating relationships alone, through no place, park or policy
// $readings 为 true：也走 MAY_BE，走到的只是可能 / true: follows MAY_BE too, and what it finds is only possible
MATCH (name:Name)-[:NAMES]->(a:Entity)
WHERE name.folded = $from AND coalesce(name.until, 2147483647) = 2147483647
MATCH (other:Name)-[:NAMES]->(b:Entity)
WHERE other.folded = $to AND coalesce(other.until, 2147483647) = 2147483647
MATCH path = allShortestPaths((a)-[*..6]-(b))
WHERE all(relationship IN relationships(path) WHERE relationship.until IS NULL
  AND (relationship.modality = 'operating' OR ($readings AND type(relationship) = 'MAY_BE')))
  AND none(node IN nodes(path) WHERE (node:Place OR node:Park OR node:Policy) AND node <> a AND node <> b)
RETURN DISTINCT path;
