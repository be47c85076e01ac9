// 有哪些版本 / Which versions there are
MATCH (run:Run)
RETURN run.version AS version, run.title AS title, run.asOf AS asOf
ORDER BY version;
