import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/**
 * `unit`, `contract` and `faults` (which kills processes, and takes its time) need nothing but the checkout; `neo4j` Java
 * and, the first time, Maven; `e2e` a browser and a build; `shared` the documents beside the project.
 */
export default defineConfig({
  resolve: {
    // Pothos loads the CommonJS copy of graphql, vite would pick the ESM one: two realms that refuse each other's types.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }],
  },
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // They mock nothing and leave nothing behind: what one file has loaded the next need not load again.
          isolate: false,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['contract', 'faults', 'neo4j', 'e2e', 'node24', 'shared'].map((part) => `test/${part}/**`),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          isolate: false,
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: ['test/neo4j/**/*.test.ts'],
          globalSetup: 'test/neo4j/provide-server.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A server has one database, which the tests clear. We start one for each worker; who names one has one.
          fileParallelism: !process.env['NEO4J_TEST_URL'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: { name: 'node24', include: ['test/node24/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'shared', include: ['test/shared/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
