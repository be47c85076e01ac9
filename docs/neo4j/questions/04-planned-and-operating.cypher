// 一条链的各环节：已经在做的，和规划、建议的 / Along a chain: what operates, and what is planned or proposed
MATCH (name:Name)-[:NAMES]->(chain:Chain)
WHERE name.folded = $chain AND name.until IS NULL
MATCH (segment:Segment)-[part:SEGMENT_OF]->(chain)
WHERE part.until IS NULL
OPTIONAL MATCH (body:Entity)-[tie:ACTIVE_IN]->(segment)
WHERE tie.until IS NULL
WITH DISTINCT segment, body, tie.modality AS modality
ORDER BY body.name
RETURN segment.name AS segment,
  collect(CASE modality WHEN 'operating' THEN body.name END) AS operating,
  collect(CASE modality WHEN 'building' THEN body.name END) AS building,
  collect(CASE modality WHEN 'planned' THEN body.name END) AS planned,
  collect(CASE modality WHEN 'proposed' THEN body.name END) AS proposed
ORDER BY segment;
