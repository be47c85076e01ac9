import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { Asker, type AskedQuestion, type Question } from './asker.ts';
import { createTally } from './count-coverage.ts';
import { drawer } from './draw.ts';
import { besideWeakPaths } from './intended-questions.ts';
import { aroundOne, aroundSeveral, noPaths, pathsBetween, pathsInDoubt } from './graph-questions.ts';
import { aboutBoards, aboutChanges } from './board-questions.ts';
import { aboutBodies, aboutBodiesInFull } from './body-questions.ts';
import { aboutConsortia, aboutConsortiaInFull, impossibleConsortia } from './consortium-questions.ts';
import { aboutCandidates, aboutCandidatesInFull, impossibleCandidates } from './candidate-questions.ts';
import { aboutOneChange, aboutVersions, impossibleChanges } from './change-questions.ts';
import { aboutAlongside, aboutBoardCells, aboutFew, aboutLayoutCells } from './compact-questions.ts';
import { aboutReadings } from './doubt-questions.ts';
import { aboutSurveys } from './survey-questions.ts';
import { aboutLedgers, aboutLedgersInFull, aboutVisits, impossibleContacts } from './ledger-questions.ts';
import { COATING } from './worked-chain.ts';
import { aboutLayouts } from './layout-questions.ts';
import { aboutTargets, disputesInPages, figuresInPages, kindsInPages } from './list-questions.ts';
import {
  aboutDataset,
  aboutDenied,
  aboutDoubt,
  aboutEntity,
  aboutFigures,
  aboutHoldings,
  aboutMerged,
  aboutNames,
  aboutNothing,
  aboutRelation,
  aboutSeveral,
  pagesOf,
} from './node-questions.ts';
import { aboutCosts, aboutLists } from './reconcile-questions.ts';
import { impossible, REFUSED } from './refused-questions.ts';
import { samplesOf, type Sample } from './sample.ts';
import { scarceWords } from './scarce-words.ts';
import { aboutFewHits, aboutName, aboutNoName, aboutTheCap, hitsInPages, isAtTheCap } from './search-questions.ts';
import { asking, type Side } from './sides.ts';
import { aboutMayBeSame, aboutWritings } from './written-questions.ts';
import { aboutCommon, aboutDistances, aboutRings, aboutWeakPaths, impossibleTies } from './tie-questions.ts';

/** Taken whatever they bring. Those beyond are taken because they bring a word that came up too seldom. */
export const QUESTIONS = 300;

/** Every word that can come up does so this often at least. */
export const OFTEN = 3;

/** Questions looked through for those at most, and how many there may be in all. */
const CANDIDATES = 6_000;
const MOST = 900;

type Made = Question | readonly Question[];
type Maker = (at: Asker) => Made | Promise<Made>;

/** Asked so often of a world, whatever it holds. */
const FEW: readonly (readonly [times: number, make: Maker])[] = [
  ...Object.values(REFUSED).map((make) => [2, make] as const),
  [2, impossible],
  [2, noPaths],
  [1, aboutNothing],
  [1, aboutNoName],
  [3, aboutDataset],
  [3, aboutChanges],
  [2, aboutVersions],
  [4, aboutOneChange],
  [2, impossibleChanges],
  [3, aboutHoldings],
  [1, aboutTheCap],
  [2, aboutFewHits],
  [2, aboutSurveys],
  [2, aboutLedgers],
  [1, aboutLedgersInFull],
  [2, aboutVisits],
  [2, aboutLayoutCells],
  [2, aboutBoardCells],
  [2, aboutAlongside],
  [2, aboutBodies],
  [2, aboutBodiesInFull],
  [3, aboutFew],
  [4, aboutConsortia],
  [2, aboutConsortiaInFull],
  [2, impossibleConsortia],
  [2, impossibleTies],
  [3, aboutDistances],
  [3, aboutCommon],
  [3, aboutRings],
  [3, aboutWeakPaths],
  [2, besideWeakPaths],
  [2, aboutWritings],
  [2, aboutMayBeSame],
  [4, aboutLists],
  [2, aboutCosts],
  [4, aboutCandidates],
  [2, aboutCandidatesInFull],
  [2, impossibleCandidates],
  [2, impossibleContacts],
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
  aboutLayouts,
  aboutBoards,
  aboutFigures,
  aboutDenied,
  aboutNames,
  pathsInDoubt,
  aboutReadings,
  aboutEntity,
  aroundOne,
  hitsInPages,
  aboutTargets,
  aboutBoards,
  aboutLayouts,
  kindsInPages,
  figuresInPages,
  aboutBoards,
  aboutTargets,
  aboutBoards,
  kindsInPages,
  aboutLayouts,
  figuresInPages,
  aboutMerged,
  disputesInPages,
  pagesOf,
  aboutSurveys,
  aboutLedgers,
  aboutVisits,
];

/** What the last questions are chosen among. */
const TOP_UP: readonly Maker[] = [
  ...MANY,
  ...FEW.map(([, make]) => make),
  aboutConsortia,
  aboutCandidates,
  aboutChanges,
  aboutBoardCells,
  aboutChanges,
  aboutLayouts,
  aboutOneChange,
  aboutChanges,
  aboutChanges,
];

/** Some questions are for versions that have what they ask about. */
const ONLY_WHERE = new Map<Maker, (sample: Sample) => boolean>([
  [aboutDoubt, ({ readings }) => readings.length > 0],
  [pathsInDoubt, ({ readings }) => readings.length > 0],
  [aboutTheCap, isAtTheCap],
  [
    aboutSurveys,
    ({ relations, byId }) =>
      relations.some(({ type, from }) => type === 'SEGMENT_OF' && byId.get(from)?.name === COATING.name),
  ],
  [aboutVisits, ({ relations }) => relations.length > 0],
  [aboutMerged, ({ redirects }) => redirects.length > 0],
  [aboutDenied, ({ relations }) => relations.some(({ dispute }) => dispute === 'denied')],
]);

/** The schema as clients know it: what is asked for is drawn from here. */
export function printedSchema(): GraphQLSchema {
  return buildSchema(readFileSync(fileURLToPath(new URL('../../server/schema.graphql', import.meta.url)), 'utf8'));
}

/**
 * Three hundred questions or more about what a store holds: half of them about the newest version, the others about
 * the older ones in turn, those of one version together. The last ones are chosen for what the others brought too
 * seldom. The same store and seed give the same questions.
 * @param expected words of `wordsIn` that are looked for until each has come up often enough
 */
export async function questionsAbout(
  baseline: Side,
  seed: number,
  expected: readonly string[],
): Promise<readonly AskedQuestion[]> {
  const schema = printedSchema();
  const ask = asking(baseline);
  const scarce = scarceWords<Maker>(schema, expected);
  let isTopUp = false;
  const missed = () => (isTopUp ? scarce.types() : new Set<string>());
  const means = { schema, baseline: ask, draw: drawer(seed), turns: new Map<string, number>(), missed };
  const next = turns((await samplesOf(baseline.store)).map((sample) => new Asker(means, sample)));
  const tally = createTally(schema);
  const questions: AskedQuestion[] = [];
  const add = async (make: Maker) => {
    const made = await make(next(make));
    for (const question of 'text' in made ? [made] : made) {
      if (questions.length === MOST) return;
      const answer = await ask(question.document);
      const alone = createTally(schema);
      alone.add(question.document, answer);
      scarce.hear(make, question.document, alone.counts.keys());
      if (isTopUp && !scarce.isIn(alone.counts)) continue;
      tally.add(question.document, answer);
      for (const word of alone.counts.keys()) if ((tally.counts.get(word) ?? 0) >= OFTEN) scarce.delete(word);
      questions.push({ ...question, answer });
    }
  };

  for (const [times, make] of FEW) for (let n = 0; n < times; n++) await add(make);
  for (let n = 0; questions.length < QUESTIONS; n++) await add(MANY[n % MANY.length] ?? aboutEntity);
  isTopUp = true;
  for (let n = 0, others = 0; n < CANDIDATES && scarce.size > 0; n++) {
    const promising = scarce.promising(TOP_UP);
    // Every fourth question is anybody's, whatever it promises.
    const make =
      n % 4 === 0 || promising.length === 0
        ? TOP_UP[others++ % TOP_UP.length]
        : promising[(n - others) % promising.length];
    await add(make ?? aboutEntity);
  }
  return questions.sort((a, b) => a.version - b.version);
}

/** Whom to ask next: the newest version every other time, the others in turn, of those that fit the question. */
function turns(askers: readonly Asker[]): (make: Maker) => Asker {
  const taken = new Map<Maker, number>();
  return (make) => {
    const turn = taken.get(make) ?? 0;
    const fits = ONLY_WHERE.get(make) ?? (() => true);
    const fitting = askers.filter(({ sample }) => fits(sample));
    const among = fitting.length > 0 ? fitting : askers;
    const asker = turn % 2 === 0 ? among.at(-1) : among[(turn >> 1) % among.length];
    taken.set(make, turn + 1);
    if (asker === undefined) throw new Error('the world holds nothing');
    return asker;
  };
}
