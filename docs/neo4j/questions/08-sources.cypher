// 各类资料，各支撑多少条陈述 / Sources by class, and how many statements each carries
MATCH (source:Source)
WHERE coalesce(source.until, 2147483647) = 2147483647 AND NOT source:Past
OPTIONAL MATCH (source)<-[:FROM]-(:Passage)<-[said:EVIDENCED_BY]-(statement:Statement)
WHERE said.until IS NULL AND said.stance = 'supports'
RETURN source.class AS class, source.title AS source, count(DISTINCT statement) AS statements
ORDER BY class, source;
