import { foldName } from '#graph-model/names.ts';
import type { Asker, Question } from './asker.ts';
import type { Sample } from './sample.ts';

/** Nothing joins the two: what else is known of them is told. */
const NO_TYPES = { relationTypes: [], maxHops: 1 };

const SHORTEST = 3;

/** Two of whom an attribute of one holds a name of the other. */
export function aboutWritings(at: Asker): readonly Question[] {
  const [pair] = at.draw.some(writtenPairs(at.sample), 1);
  if (pair === undefined) return [];
  const ends = at.draw.chance(0.5) ? pair : pair.toReversed();
  const input = { from: ends.slice(0, 1), to: ends.slice(1), ...NO_TYPES };
  return [at.ask('paths', { input }, at.turn('of what is written', ['Writing', 'WrittenOf', 'PathSet']))];
}

const PAIRS = new WeakMap<Sample, readonly (readonly [string, string])[]>();

function writtenPairs(sample: Sample): readonly (readonly [string, string])[] {
  const known = PAIRS.get(sample);
  if (known !== undefined) return known;
  const byText = new Map<string, string[]>();
  for (const { entity, name, value, details } of sample.attributes) {
    if (name === 'name') continue;
    for (const text of [value, ...Object.values(details)]) byText.set(text, [...(byText.get(text) ?? []), entity]);
  }
  const names = sample.names.filter(({ folded }) => folded.length >= SHORTEST);
  const pairs = [...byText].flatMap(([text, entities]) => {
    const folded = foldName(text);
    const standing = names.filter((row) => folded.includes(row.folded));
    return standing.flatMap((row) =>
      entities.flatMap((of): (readonly [string, string])[] => (of === row.entity ? [] : [[of, row.entity]])),
    );
  });
  PAIRS.set(sample, pairs);
  return pairs;
}

/** Two of whom one may be the other, or of whom one name may mean either. */
export function aboutMayBeSame(at: Asker): readonly Question[] {
  const { readings } = at.sample;
  const apart = readings.filter(({ from, to }) => from !== to);
  const pairs = apart.flatMap((one) => {
    const next = apart.find(({ from, to }) => from === one.from && to !== one.to);
    const direct: readonly (readonly [string, string])[] = [[one.from, one.to]];
    return next === undefined ? direct : [...direct, [one.to, next.to] as const];
  });
  return at.draw.some(pairs, 2).map(([from, to]) => {
    const input = { from: [from], to: [to], ...NO_TYPES };
    return at.ask('paths', { input }, at.turn('of what may be same', ['MayBeSame', 'PathSet']));
  });
}
