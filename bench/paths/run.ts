import { ownNeo4j } from '../own-neo4j.ts';
import { spread } from '../spread.ts';
import type { Built, EngineName } from './engine-child.ts';
import { EngineProcess, type Asked } from './engine-process.ts';
import { QUESTIONS, type QuestionName } from './engine.ts';
import { drawnPairs } from './graph.ts';

/**
 * How long paths take, in process, beside libraries (and, with `neo4j`, a Neo4j of the bench's own) that answer the same
 * pairs of the same graph in the same run, one engine after the other, each in a process of its own. What is found is
 * compared: hops, or costs, path by path.
 * Usage: npm run bench paths/run [entities=100000] [relationships=500000] [pairs=1000] [neo4j | ngraph | -] [seconds=60] [seed=1]
 * `neo4j` adds that peer, `ngraph` leaves all but that one away.
 * `seconds`: for each engine and question, a quarter of it for one pair, which is broken off then and among the
 * `leftOut`; `notAsked` counts those that no time was left for.
 * Prints one JSON line for each question and one for the memory, times in ms.
 */
const numbers = process.argv.slice(2).map((word) => (Number.isNaN(Number(word)) ? undefined : Number(word)));
const [entities = 100_000, relationships = 500_000, pairCount = 1_000, , seconds = 60, seed = 1] = numbers;
const size = { entities, relationships, seed };
const pairs = drawnPairs(size, pairCount);
const peers = process.argv[5];
const own = peers === 'neo4j' ? await ownNeo4j() : undefined;
const engines: readonly EngineName[] = [
  'ours',
  ...(peers === 'ngraph' ? [] : ['graphology' as const]),
  'ngraph',
  ...(own === undefined ? [] : ['neo4j' as const]),
];
const built = new Map<EngineName, Built>();
const answers = new Map<EngineName, Map<QuestionName, Asked>>();
try {
  for (const engine of engines) await run(engine);
} finally {
  await own?.stop();
}
console.log(
  JSON.stringify({
    what: 'paths',
    ...size,
    pairs: pairCount,
    engines: Object.fromEntries([...built].map(memory)),
  }),
);
for (const question of Object.keys(QUESTIONS) as QuestionName[]) console.log(JSON.stringify(lineOf(question)));

async function run(name: EngineName): Promise<void> {
  const engine = new EngineProcess(name, size, own?.url);
  try {
    const made = await engine.build();
    built.set(name, made);
    const asked = new Map<QuestionName, Asked>();
    for (const question of made.questions) {
      console.error(`${name}: ${question}`);
      asked.set(question, await engine.askAll(question, pairs, seconds));
    }
    answers.set(name, asked);
  } finally {
    await engine.end();
  }
}

function memory([engine, { seconds: took, bytes }]: readonly [EngineName, Built]) {
  return [engine, { buildSeconds: Math.round(took * 10) / 10, megabytes: Math.round(bytes / 1e6) }] as const;
}

/** Times of each engine, over the pairs it answered; `times`: its p50 and p95 as multiples of ours over the same pairs. */
function lineOf(question: QuestionName) {
  const mine = answers.get('ours')?.get(question) ?? [];
  const by: Record<string, object> = {};
  for (const engine of engines) {
    const theirs = answers.get(engine)?.get(question);
    if (theirs === undefined) continue;
    const both = theirs.flatMap((one, at) => {
      const own = mine[at];
      return one == null || own == null ? [] : [{ theirs: one, ours: own }];
    });
    const leftOut = theirs.filter((one) => one === null).length;
    const notAsked = pairs.length - theirs.length;
    if (both.length === 0) {
      by[engine] = { answered: 0, leftOut, notAsked };
      continue;
    }
    const their = spread(both.map((one) => one.theirs.ms));
    const our = spread(both.map((one) => one.ours.ms));
    const times = { p50: ratio(their.p50, our.p50), p95: ratio(their.p95, our.p95) };
    const cut = both.filter((one) => one.theirs.found.cut).length;
    by[engine] = {
      answered: both.length,
      leftOut,
      notAsked,
      cut,
      ...their,
      ...(engine !== 'ours' && { times, ...compared(both) }),
    };
  }
  return { question, ...QUESTIONS[question], ...by };
}

type Both = readonly { readonly theirs: NonNullable<Asked[number]>; readonly ours: NonNullable<Asked[number]> }[];

/** Where neither was cut, the lengths are the same; where ours was, it has found none that is better than the best. */
function compared(both: Both) {
  const whole = both.filter(({ theirs, ours }) => !theirs.found.cut && !ours.found.cut);
  const differ = whole.filter(({ theirs, ours }) => theirs.found.lengths.join() !== ours.found.lengths.join());
  return { checked: whole.length, differ: differ.length };
}

function ratio(theirs: number, ours: number): number {
  return Math.round((theirs / Math.max(ours, 0.001)) * 10) / 10;
}
