import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { Asker, Question } from './asker.ts';
import type { Sample } from './sample.ts';

const WEAK: readonly Kind[] = ['Place', 'Park', 'Agency', 'Policy'];

/** Whatever stands between: every filter of a path question lifted. */
const OPEN = { modalities: null, places: true, ended: true };

/** How far apart the ends are of which something stands between, under every option in turn. */
export function aboutDistances(at: Asker): Question {
  const { draw, sample } = at;
  const ends = draw.some(around(at, draw.pick(sample.hubs)), 4);
  const others = draw.some(sample.hubs.slice(0, 50), 2);
  const [lone = others[0]] = draw.some(sample.lone, 1);
  const [weakA, weakB] = sharingOne(at);
  const kept = new Set([...ends, ...others]);
  const input = at.turn<Record<string, unknown>>('of distances', [
    { from: [weakA], to: [weakB, ...others], ...OPEN },
    { from: ends, to: ends, maxHops: at.turn('hops apart', [1, 2, 8]) },
    { from: ends, to: [lone, ...others], maxHops: 1 },
    { from: [weakB], to: [weakA], ...OPEN, maxHops: 2 },
    { from: [weakB, weakA], to: [weakA, weakB], ...OPEN },
    { from: ends, to: others, direction: at.turn('walked apart', ['OUT', 'IN', 'ANY']), places: draw.chance(0.5) },
    {
      from: [...ends, ...draw.some(sample.redirects, 1).map(({ id }) => id)],
      to: ends,
      ended: draw.chance(0.5),
      relationTypes: [...typesOf(sample, ends), at.turn('type apart', RELATIONSHIP_TYPES)],
    },
    { from: others, to: ends, exclude: draw.some(sample.hubs, 2).filter((id) => !kept.has(id)), direction: 'ANY' },
    { from: ends, to: ends, sourceClasses: wordsOf(SOURCE_CLASSES).slice(0, 4), minConfidence: 100 },
    { from: ends, to: ends, kinds: KIND_NAMES, asOf: at.turn('day apart', ['2024', '2023-06']) },
    {
      from: ends,
      to: others,
      modalities: [at.turn('modality apart', wordsOf(MODALITIES)), 'operating'],
      relationTypes: draw.some(RELATIONSHIP_TYPES, 12),
    },
  ]);
  return at.ask('distances', { input }, at.turn('of apart', FAR_TYPES));
}

const FAR_TYPES = ['Intermediary', 'Distance', 'Intermediary', 'Distances', 'Intermediary'];

/** What those have in common that lie around one thing, often cut. */
export function aboutCommon(at: Asker): Question {
  const { draw, sample } = at;
  const middle = draw.pick(sample.hubs.filter((id) => around(at, id).length > 1));
  const some = draw.some(around(at, middle), 3);
  const input = at.turn<Record<string, unknown>>('in common', [
    { ids: sharingOne(at), filter: {} },
    { ids: some, atLeast: 2, filter: {} },
    { ids: some, atLeast: 2, first: at.turn('first in common', [1, 2, 100]), filter: {} },
    { ids: some.slice(0, 2) },
    { ids: [...some, ...draw.some(sample.redirects, 1).map(({ id }) => id)], atLeast: 2, filter: at.filter(middle) },
  ]);
  return at.ask('commonNeighbours', { input }, at.turn('of common', ['CommonNeighbour', 'CommonTie', 'Relation']));
}

/** Paths between two that have nothing to do with each other but for what they share. */
export function aboutWeakPaths(at: Asker): Question {
  const [from, to] = sharingOne(at);
  return at.ask(
    'paths',
    { input: { from: [from], to: [to], ...OPEN, k: 3 } },
    at.turn('of weak', ['WeakTie', 'Without']),
  );
}

/** What lies around one thing or several, by its distance. */
export function aboutRings(at: Asker): Question {
  const { draw, sample } = at;
  const id = draw.pick(sample.hubs);
  const input = at.turn<Record<string, unknown>>('rings', [
    { ids: [id], filter: {}, places: true },
    { ids: [id], hops: at.turn('how many rings', [1, 2, 3, 4]), limit: at.turn('of a ring', [3, 0, 1]) },
    { ids: [id, ...draw.some(sample.hubs, 2)], filter: at.filter(id), limit: 2 },
    { ids: [id, ...draw.some(sample.redirects, 1).map((row) => row.id)], places: draw.chance(0.5), hops: 2 },
    { ids: [...draw.some(sample.lone, 1), id].slice(0, 1) },
  ]);
  return at.ask('rings', { input }, at.turn('of rings', RING_TYPES));
}

const RING_TYPES = ['Ring', 'Ring', 'Rings', 'KindCount', 'Ring', 'RelationTypeCount'];

/** Ties of what is not there, and such as cannot be asked for so. */
export function impossibleTies(at: Asker): Question {
  const { version, gone } = at.sample;
  const missing = gone.find((id) => id.startsWith('e')) ?? `e${'a'.repeat(20)}`;
  const { id } = at.entity();
  const [far, common, rings] = at.turn('impossible tie', [
    ['from: []', 'atLeast: 1', 'hops: 0'],
    [`from: ["${id}"], exclude: ["${id}"]`, 'first: 0', 'hops: 5'],
    [`from: ["${id}"], maxHops: 9`, 'first: 101', 'limit: 101'],
  ]);
  const said = `{ __typename
    ... on EntityNotFound { id message { zh en } }
    ... on InvalidConstraint { field message { zh en } } }`;
  return at.question(`{
    noneApart: distances(input: { from: ["${id}"], to: ["${missing}"] }, version: ${version}) ${said}
    wrongApart: distances(input: { to: ["${id}"], ${far} }, version: ${version}) ${said}
    noneInCommon: commonNeighbours(input: { ids: ["${id}", "${missing}"] }, version: ${version}) ${said}
    wrongInCommon: commonNeighbours(input: { ids: ["${id}", "${id}"], ${common} }, version: ${version}) ${said}
    noRings: rings(input: { ids: ["${missing}"] }, version: ${version}) ${said}
    wrongRings: rings(input: { ids: ["${id}"], ${rings} }, version: ${version}) ${said}
  }`);
}

/** What a thing is tied to, each once. */
function around(at: Asker, id: string): string[] {
  const ends = (at.sample.of.get(id) ?? []).flatMap(({ from, to }) => [from, to]);
  return [...new Set<string>(ends)].filter((end) => end !== id);
}

/** Two that share a place, park, agency or policy and are not tied to each other. */
function sharingOne(at: Asker): readonly [string, string] {
  const { sample, draw } = at;
  const weak = sample.hubs.filter((id) => WEAK.includes(sample.byId.get(id)?.kind ?? 'Company'));
  for (const middle of draw.some(weak, 20)) {
    const [a, ...others] = draw.some(around(at, middle), 6);
    const b = others.find((id) => !around(at, a ?? '').includes(id));
    if (a !== undefined && b !== undefined) return [a, b];
  }
  throw new Error(`version ${sample.version} has no two that share a place, park, agency or policy`);
}

function typesOf({ of }: Sample, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => (of.get(id) ?? []).slice(0, 2).map(({ type }) => type)))];
}
