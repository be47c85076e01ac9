// 哪些名称可能指另一家，依据是什么 / Which names may mean someone else, and why
MATCH (printed:Entity)-[reading:MAY_BE]->(other:Entity)
WHERE reading.until IS NULL
RETURN printed, reading, other
ORDER BY printed.name, reading.rank;
