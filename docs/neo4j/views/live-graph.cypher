// 当前的图，不含已关闭的 / The graph as it is now, without what is closed
MATCH (now:Longlian)
MATCH path = (:Entity)-[relationship]->(:Entity)
WHERE relationship.since <= now.version AND (relationship.until IS NULL OR relationship.until > now.version)
RETURN path
LIMIT toInteger($most);
