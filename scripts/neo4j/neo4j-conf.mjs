/**
 * The settings of a server that only this machine can reach, and that reads no file but its own.
 * @param {number} port of Bolt, on the loopback address
 * @param {string} pageCache in Neo4j's notation: `256m`, `2g`
 * @returns {string} a neo4j.conf
 */
export function neo4jConf(port, pageCache) {
  return `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=${pageCache}
# Without these two lines LOAD CSV reads any file of this machine.
server.directories.import=import
dbms.security.allow_csv_import_from_file_urls=false
# Stops in half a second instead of ten, and a fresh home takes 3 MB instead of 500.
internal.server.bolt.thread_pool_shutdown_wait_time=100ms
db.tx_log.preallocate=false
`;
}
