// 一条链的各环节：已经在做的，和规划、建议的 / Along a chain: what operates, and what is planned or proposed
MATCH (name:Name)-[:NAMES]->(chain:Chain)
WHERE name.folded = $chain AND coalesce(name.until, 2147483647) = 2147483647
MATCH (segment:Segment)-[part:SEGMENT_OF]->(chain)
WHERE part.until IS NULL
OPTIONAL MATCH (actor:Entity)-[relationship:ACTIVE_IN]->(segment)
WHERE relationship.until IS NULL
WITH DISTINCT segment, actor, relationship.modality AS modality
ORDER BY actor.name
RETURN segment.name AS segment,
  collect(CASE modality WHEN 'operating' THEN actor.name END) AS operating,
  collect(CASE modality WHEN 'building' THEN actor.name END) AS building,
  collect(CASE modality WHEN 'planned' THEN actor.name END) AS planned,
  collect(CASE modality WHEN 'proposed' THEN actor.name END) AS proposed
ORDER BY segment;
