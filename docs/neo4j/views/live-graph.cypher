// 当前的图，不含已关闭的 / The graph as it is now, without what is closed
MATCH (now:Longlian)
MATCH path = (:Entity)-[tie]->(:Entity)
WHERE tie.since <= now.version AND (tie.until IS NULL OR tie.until > now.version)
RETURN path
LIMIT toInteger($most);
