// 一个地区或单位的数字，带统计范围 / Figures of a place or a body, with their scopes
MATCH (name:Name)-[:NAMES]->(entity:Entity)
WHERE name.folded = $entity AND coalesce(name.until, 2147483647) = 2147483647
MATCH (figure:Indicator)-[:ABOUT]->(entity)
WHERE coalesce(figure.until, 2147483647) = 2147483647
MATCH (scope:Scope)
WHERE scope.id = figure.scope AND NOT scope:Past
RETURN DISTINCT figure.measure AS measure, figure.period AS period, figure.figure AS figure,
  figure.value AS value, figure.unit AS unit, scope.zh AS scope
ORDER BY scope, measure, period, figure, value;
