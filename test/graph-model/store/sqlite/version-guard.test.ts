import { expect, test } from 'vitest';
import { refuseUnsafeSqlite } from '#graph-model/store/sqlite/version-guard.ts';

test.each(['3.51.3', '3.51.10', '3.53.0', '3.50.7', '3.50.12', '3.44.6', '4.0.0'])('SQLite %s is safe', (version) => {
  expect(() => refuseUnsafeSqlite(version)).not.toThrow();
});

test.each(['3.51.2', '3.51.0', '3.50.6', '3.50.0', '3.49.9', '3.45.1', '3.44.5', '3.43.9', '2.50.9', '', 'unknown'])(
  'SQLite "%s" may lose writes when two processes share the log, and is refused',
  (version) => {
    expect(() => refuseUnsafeSqlite(version)).toThrow(expect.objectContaining({ code: 'STORE_UNAVAILABLE' }));
  },
);
