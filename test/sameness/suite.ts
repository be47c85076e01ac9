import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientErrorCodes } from '#server/http/errors.ts';
import { compareAnswers, type Comparison } from './compare.ts';
import { differingExplanations, differingExports } from './compare-exports.ts';
import { createTally, wordsIn, type Tally } from './count-coverage.ts';
import { ABSENT } from './absent.ts';
import { OFTEN, printedSchema, QUESTIONS, questionsAbout } from './questions.ts';
import type { Side } from './sides.ts';
import type { WorldName } from './worlds.ts';

/** The stores that hold one world, the first of which the others must be equal to. */
export type Sides = { readonly sides: readonly [Side, ...Side[]]; dispose(): Promise<void> };

const SEED = 5;

/**
 * That all sides give the same bytes to three hundred questions about a world and in its exports, and that these
 * questions leave nothing out.
 */
export function describeSameness(world: WorldName, open: () => Promise<Sides>, timeout: number): void {
  describe(`the ${world} world`, () => {
    const schema = printedSchema();
    let opened: Sides;
    let tally: Tally;
    let comparison: Comparison;
    beforeAll(async () => {
      opened = await open();
      tally = createTally(schema);
      const questions = await questionsAbout(opened.sides[0], SEED);
      comparison = await compareAnswers(opened.sides, questions, {
        heard: ({ document }, answer) => tally.add(document, answer),
      });
    }, timeout);
    afterAll(() => opened.dispose());

    test('three hundred questions have the same answers on all sides, byte for byte', () => {
      expect(comparison.differences).toStrictEqual([]);
      expect(comparison.asked).toBe(QUESTIONS * (opened.sides.length - 1));
    });

    test('nine in ten find something, errors and reasons why there is nothing included', () => {
      expect(tally.asked).toBe(QUESTIONS);
      expect(tally.found).toBeGreaterThanOrEqual(QUESTIONS * 0.9);
    });

    test('every field, member, argument, word and error comes up three times, but for those that cannot', () => {
      const absent = Object.values(ABSENT[world]).flat();
      const isAbsent = (word: string) =>
        absent.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one));
      const words = [...wordsIn(schema), ...clientErrorCodes().map((code) => `error ${code}`)];
      const times = words.map((word) => ({ word, times: tally.counts.get(word) ?? 0 }));
      expect(times.filter(({ word, times: n }) => !isAbsent(word) && n < OFTEN)).toStrictEqual([]);
      expect(times.filter(({ word, times: n }) => isAbsent(word) && n > 0)).toStrictEqual([]);
    });

    test('the exports are the same, the public ones too', { timeout }, async () => {
      const [baseline, ...others] = opened.sides;
      for (const { store } of others) expect(await differingExports(baseline.store, store)).toStrictEqual([]);
    });

    test('what is told of an id is the same', { timeout }, async () => {
      const [baseline, ...others] = opened.sides;
      for (const { store } of others) expect(await differingExplanations(baseline.store, store)).toStrictEqual([]);
    });
  });
}
