import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyVersion } from '#graph-model/store/verify.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import type { AskedQuestion } from './asker.ts';
import { compareAnswers } from './compare.ts';
import { faulty, FAULTS } from './planted-faults.ts';
import { questionsAbout } from './questions.ts';
import type { Side } from './sides.ts';
import { WORLDS } from './worlds.ts';

let world: World;
let right: Side;
let questions: readonly AskedQuestion[];
beforeAll(async () => {
  world = await emptyWorld();
  await WORLDS['small random'](world.store);
  right = { name: 'right', store: world.store, analysis: 'memory' };
  // Those that the suite asks of this world whatever they bring: what they show, it shows.
  questions = await questionsAbout(right, 5, []);
}, 600_000);
afterAll(() => world.dispose());

test('every version of the made-up region is what its statements derive to', { timeout: 600_000 }, async () => {
  const { version } = await world.store.head();
  expect(version).toBe(5);
  for (let v = 1; v <= version; v++) expect(await verifyVersion(await world.store.reader(v))).toStrictEqual([]);
});

test('the same store asked twice gives the same answers', { timeout: 600_000 }, async () => {
  const again = { ...right, name: 'again' };
  const comparison = await compareAnswers(right, [again], questions);
  expect(comparison).toStrictEqual({ asked: questions.length, differences: [] });
});

test.each(Object.entries(FAULTS))('it shows when %s', { timeout: 600_000 }, async (name, fault) => {
  const wrong = { ...right, name, store: faulty(world.store, fault) };
  const { differences } = await compareAnswers(right, [wrong], questions, 1);
  expect(differences).toHaveLength(1);
});
