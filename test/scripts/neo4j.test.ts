import { describe, expect, test } from 'vitest';
import { findJava, javaVersionIn } from '../../scripts/neo4j/java.mjs';
import { neo4jConf } from '../../scripts/neo4j/neo4j-conf.mjs';

describe('the Java of this machine', () => {
  test.each([
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)', 17],
    ['openjdk version "25" 2025-09-16', 25],
    ['openjdk version "21-ea" 2023-09-19', 21],
    ['java version "1.8.0_292"', 8],
    ['The operation could not be completed. Unable to locate a Java Runtime.', undefined],
  ])('%j is version %s', (text, version) => {
    expect(javaVersionIn(text)).toBe(version);
  });

  test('a machine without one is told so', () => {
    expect(() => findJava({ PATH: '/nowhere' })).toThrow('没有 Java（要 17 或更新） · no Java (17 or newer)');
    expect(() => findJava({ JAVA_HOME: '/nowhere' })).toThrow('没有 Java（要 17 或更新） · no Java (17 or newer)');
  });
});

test('the server listens on the loopback address alone, speaks no HTTP and reads no file', () => {
  const settings = neo4jConf(7687, '256m')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(settings).toStrictEqual([
    'server.default_listen_address=127.0.0.1',
    'server.bolt.listen_address=127.0.0.1:7687',
    'server.bolt.advertised_address=127.0.0.1:7687',
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=256m',
    'server.directories.import=import',
    'dbms.security.allow_csv_import_from_file_urls=false',
    'internal.server.bolt.thread_pool_shutdown_wait_time=100ms',
    'db.tx_log.preallocate=false',
  ]);
});
