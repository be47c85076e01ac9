import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GraphStore } from '#graph-model/store/port.ts';
import { openSqliteStore } from '#graph-model/store/sqlite/store.ts';
import { expectedOf } from './absent.ts';
import { compareAnswers, type Comparison } from './compare.ts';
import { differingExplanations, differingExports } from './compare-exports.ts';
import { createTally } from './count-coverage.ts';
import { OFTEN, printedSchema, QUESTIONS, questionsAbout } from './questions.ts';
import type { Side } from './sides.ts';
import { WORLDS, type WorldName } from './worlds.ts';

const SEED = 5;

/** What must be equal to the baseline, a SQLite store that the world was ingested into, analysed in memory. */
export type SidesOf = (baseline: GraphStore, folder: string) => Promise<readonly Side[]>;

/**
 * That all sides give the same bytes to three hundred questions about a world and in its exports, and that these
 * questions leave nothing out.
 * @param sidesOf opens the others, which hold the same runs (`copyRuns`), with a folder of their own; they are closed
 *   with the baseline
 * @param timeout of loading and asking, in milliseconds
 */
export function describeSameness(world: WorldName, sidesOf: SidesOf, timeout: number): void {
  describe(`the ${world} world`, () => {
    const schema = printedSchema();
    const tally = createTally(schema);
    const { absent, expected } = expectedOf(world, schema);
    let folder: string;
    let baseline: GraphStore;
    let others: readonly Side[] = [];
    let comparison: Comparison;
    let asked = 0;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'longlian-sameness-'));
      baseline = await openSqliteStore(path.join(folder, 'baseline.sqlite'), { visibility: 'internal' });
      await WORLDS[world](baseline);
      others = await sidesOf(baseline, folder);
      const first: Side = { name: 'SQLite', store: baseline, analysis: 'memory' };
      const questions = await questionsAbout(first, SEED, expected);
      asked = questions.length;
      for (const { document, answer } of questions) tally.add(document, answer);
      comparison = await compareAnswers(first, others, questions);
    }, timeout);
    afterAll(async () => {
      for (const store of new Set([baseline, ...others.map((side) => side.store)])) await store.close();
      await rm(folder, { recursive: true, force: true });
    });
    const otherStores = () => new Set(others.map(({ store }) => store).filter((store) => store !== baseline));

    test('three hundred questions have the same answers on all sides, byte for byte', () => {
      expect(comparison.differences).toStrictEqual([]);
      expect(asked).toBeGreaterThanOrEqual(QUESTIONS);
      expect(comparison.asked).toBe(asked * others.length);
    });

    test('nine in ten find something, errors and reasons why there is nothing included', () => {
      expect(tally.asked).toBe(asked);
      expect(tally.found).toBeGreaterThanOrEqual(asked * 0.9);
    });

    test('every field, member, argument, word and error comes up three times, but for those that cannot', () => {
      const timesOf = (words: readonly string[]) => words.map((word) => ({ word, times: tally.counts.get(word) ?? 0 }));
      expect(timesOf(expected).filter(({ times }) => times < OFTEN)).toStrictEqual([]);
      expect(timesOf(absent).filter(({ times }) => times > 0)).toStrictEqual([]);
    });

    test('the exports are the same, the public ones too', { timeout }, async () => {
      for (const store of otherStores()) expect(await differingExports(baseline, store)).toStrictEqual([]);
    });

    test('what is told of an id is the same', { timeout }, async () => {
      for (const store of otherStores()) expect(await differingExplanations(baseline, store)).toStrictEqual([]);
    });
  });
}
