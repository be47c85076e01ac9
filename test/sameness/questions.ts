import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { Asker, type Question } from './asker.ts';
import { drawer } from './draw.ts';
import { aroundOne, aroundSeveral, noPaths, pathsBetween, pathsInDoubt } from './graph-questions.ts';
import {
  aboutDataset,
  aboutDenied,
  aboutDoubt,
  aboutEntity,
  aboutFigures,
  aboutMerged,
  aboutNames,
  aboutNothing,
  aboutRelation,
  aboutSeveral,
  pagesOf,
} from './node-questions.ts';
import { impossible, REFUSED } from './refused-questions.ts';
import { samplesOf, type Sample } from './sample.ts';
import { aboutName, aboutNoName, aboutTheCap, hitsInPages } from './search-questions.ts';
import { asking, type Side } from './sides.ts';

export const QUESTIONS = 300;

type Made = Question | readonly Question[];
type Maker = (at: Asker) => Made | Promise<Made>;

/** Asked so often of a world, whatever it holds. */
const FEW: readonly (readonly [times: number, make: Maker])[] = [
  ...Object.values(REFUSED).map((make) => [3, make] as const),
  [3, impossible],
  [3, noPaths],
  [1, aboutNothing],
  [1, aboutNoName],
  [12, aboutDataset],
  [2, aboutTheCap],
];

/** The rest, in turn. */
const MANY: readonly Maker[] = [
  aboutEntity,
  aboutName,
  pathsBetween,
  aroundOne,
  aboutRelation,
  aboutName,
  aboutEntity,
  pathsBetween,
  aroundSeveral,
  aboutDoubt,
  aboutSeveral,
  pagesOf,
  aboutFigures,
  aboutDenied,
  aboutNames,
  pathsInDoubt,
  aboutEntity,
  aroundOne,
  hitsInPages,
  aboutMerged,
  pagesOf,
];

/** Some questions are for versions that have what they ask about. */
const ONLY_WHERE = new Map<Maker, (sample: Sample) => boolean>([
  [aboutDoubt, ({ readings }) => readings.length > 0],
  [pathsInDoubt, ({ readings }) => readings.length > 0],
  [aboutMerged, ({ redirects }) => redirects.length > 0],
  [aboutDenied, ({ relations }) => relations.some(({ refuted }) => refuted)],
]);

/** The schema as clients know it: what is asked for is drawn from here. */
export function printedSchema(): GraphQLSchema {
  return buildSchema(readFileSync(fileURLToPath(new URL('../../server/schema.graphql', import.meta.url)), 'utf8'));
}

/**
 * Three hundred questions about what a store holds: half of them about the newest version, the others about the older
 * ones in turn, those of one version together. The same store and seed give the same questions.
 */
export async function questionsAbout(baseline: Side, seed: number): Promise<readonly Question[]> {
  const means = { schema: printedSchema(), baseline: asking(baseline), draw: drawer(seed), turns: new Map() };
  const askers = (await samplesOf(baseline.store)).map((sample) => new Asker(means, sample));
  if (askers.length === 0) throw new Error(`${baseline.name} holds nothing`);
  let turn = 0;
  const next = (make: Maker) => {
    const fits = ONLY_WHERE.get(make) ?? (() => true);
    const fitting = askers.filter(({ sample }) => fits(sample));
    const among = fitting.length > 0 ? fitting : askers;
    const older = among[(turn >> 1) % among.length];
    return (turn++ % 2 === 0 ? among.at(-1) : older) as Asker;
  };
  const questions: Question[] = [];
  const add = async (make: Maker) => {
    const made = await make(next(make));
    questions.push(...('text' in made ? [made] : made));
  };
  for (const [times, make] of FEW) for (let n = 0; n < times; n++) await add(make);
  for (let n = 0; questions.length < QUESTIONS; n++) await add(MANY[n % MANY.length] ?? aboutEntity);
  return questions.slice(0, QUESTIONS).sort((a, b) => a.version - b.version);
}
