import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Asker, Question } from './asker.ts';
import type { Sample } from './sample.ts';

/** What lies around an entity, through a filter that lets some of it pass, often cut by the limit. */
export function aroundOne(at: Asker): Question {
  const { hubs } = at.sample;
  const id = at.draw.pick(at.draw.chance(0.5) ? hubs.slice(0, 10) : hubs);
  const limit = at.turn('limit', [1, 2, 5, 20, undefined, 3]);
  const filter = at.draw.chance(0.7) ? { filter: at.filter(id) } : {};
  return at.ask('neighbourhood', { input: { ids: [id], ...filter, ...(limit === undefined ? {} : { limit }) } });
}

/** What lies around several, or only between them: an entity, its neighbours, one by an id that redirects. */
export function aroundSeveral(at: Asker): Question {
  const { hubs, of, redirects, readings } = at.sample;
  const id = at.draw.pick(hubs);
  const others = (of.get(id) ?? []).slice(0, 3).map(({ from, to }) => (from === id ? to : from));
  const doubtful = at.draw.some(readings, 1).flatMap(({ from, to }) => [from, to]);
  const ids = [id, ...others, ...at.draw.some(redirects, 1).map((row) => row.id), ...doubtful];
  const within = at.turn('within', [true, false, undefined]);
  const limit = at.turn('limit', [1, 2, 5, 20, undefined, 3]);
  const more = { ...(within === undefined ? {} : { within }), ...(limit === undefined ? {} : { limit }) };
  return at.ask('neighbourhood', { input: { ids, ...more } });
}

/** Paths between two ends of a walk, under every option in turn. */
export function pathsBetween(at: Asker): Question {
  const { draw } = at;
  const walk = walkFrom(at, 1 + draw.below(3));
  const [start, end] = [walk.entities[0] as string, walk.entities.at(-1) as string];
  const options: readonly Record<string, unknown>[] = [
    {},
    { k: at.turn('k', [1, 3, 50]), maxHops: at.turn('hops', [1, 3, 5]) },
    { direction: at.turn('walked', ['OUT', 'IN', 'ANY']) },
    { relationTypes: [...walk.types, at.turn('type walked', RELATIONSHIP_TYPES)] },
    {
      modalities: draw.chance(0.3)
        ? null
        : [...wordsOf(MODALITIES).slice(0, 2), at.turn('modality walked', wordsOf(MODALITIES))],
    },
    { ended: draw.chance(0.5), places: true },
    { places: draw.chance(0.5), ended: true },
    { exclude: draw.some(at.sample.hubs, 2).filter((id) => id !== start && id !== end) },
    { weight: at.turn('weight', ['COST', 'HOPS']), maxHops: 3 },
    { disjoint: draw.chance(0.7) },
    { sourceClasses: [...wordsOf(SOURCE_CLASSES).slice(0, 3), at.turn('class walked', wordsOf(SOURCE_CLASSES))] },
    { minConfidence: at.turn('least walked', [500, 800, 1000]) },
    { asOf: at.turn('day walked', ['2020', '2024-06', '2023-01-15']) },
    { kinds: [...walk.kinds, at.turn('kind walked', KIND_NAMES)] },
    { mustPass: walk.entities.slice(1, -1).slice(0, 3), weight: at.turn('weight', ['COST', 'HOPS']) },
  ];
  const more = at.sample.hubs.filter((id) => id !== start && id !== end).slice(0, 50);
  const from = [start, ...(draw.chance(0.3) ? draw.some(more.slice(0, 20), 2) : [])];
  const to = [end, ...(draw.chance(0.3) ? draw.some(more.slice(20), 2) : [])];
  const some = [at.turn('option', options), draw.chance(0.5) ? draw.pick(options) : {}];
  return at.ask('paths', { input: { from, to, ...some[0], ...some[1] } }, at.turn('of a path', PATH_TYPES));
}
const PATH_TYPES = [
  'PathStep',
  'Path',
  'PathSet',
  'PathExplain',
  'Reading',
  'AnswerCoverage',
  'HopCost',
  'WeakTie',
  'Without',
];

/** Paths to or from what a may-be reading speaks of. */
export function pathsInDoubt(at: Asker): Question {
  const { readings, of } = at.sample;
  for (const { from, to } of at.draw.some(readings, 20)) {
    for (const [asked, real] of [
      [from, to],
      [to, from],
    ] as const) {
      const next = (of.get(real) ?? []).map((row) => (row.from === real ? row.to : row.from));
      const end = next.find((id) => id !== asked && id !== real);
      if (end !== undefined) {
        return at.ask(
          'paths',
          { input: { from: [asked], to: [end], k: 50, maxHops: 2, modalities: null, places: true, ended: true } },
          'PathStep',
        );
      }
    }
  }
  return pathsBetween(at);
}

/** One question for each reason why there may be no path, as far as the version has such ends. */
export function noPaths(at: Asker): readonly Question[] {
  const { sample, draw } = at;
  const open = { modalities: null, places: true, ended: true };
  const inputs: Record<string, unknown>[] = [];
  const [lone] = draw.some(sample.lone, 1);
  if (lone !== undefined) inputs.push({ from: [lone], to: [sample.hubs[0]] });
  const { from, to, type } = draw.pick(sample.relations.filter((row) => row.from !== row.to));
  const others = RELATIONSHIP_TYPES.filter((each) => each !== type && each !== 'PART_OF');
  inputs.push({
    from: [from],
    to: [to],
    ...open,
    relationTypes: draw.chance(0.5) ? [] : others.slice(0, 1),
    maxHops: 1,
  });
  const far = farApart(at);
  if (far !== undefined) inputs.push({ from: [far[0]], to: [far[1]], ...open, maxHops: 1 });
  const apart = unconnected(sample);
  if (apart !== undefined) inputs.push({ from: [apart[0]], to: [apart[1]], ...open });
  return inputs.map((input) => at.ask('paths', { input }, at.turn('of a no', ['NoPath', 'NearMiss'])));
}

type Walk = {
  readonly entities: readonly string[];
  readonly types: readonly string[];
  /** Of what stands between the ends. */
  readonly kinds: readonly string[];
};

/** A walk as paths walk where nothing is said: through what is or is being built, not through places and policies. */
function walkFrom(at: Asker, steps: number): Walk {
  const { sample, draw } = at;
  for (let tries = 0; tries < 50; tries++) {
    const entities = [draw.pick(sample.hubs)];
    const types: string[] = [];
    while (entities.length <= steps) {
      const here = entities.at(-1) as string;
      const next = (sample.of.get(here) ?? []).filter((row) => isWalked(row) && !entities.includes(across(row, here)));
      if (next.length === 0) break;
      const row = draw.pick(next);
      entities.push(across(row, here));
      types.push(row.type);
    }
    const kinds = entities.slice(1, -1).flatMap((id) => sample.byId.get(id)?.kind ?? []);
    if (entities.length > 1 && !kinds.some((kind) => kind === 'Place' || kind === 'Policy')) {
      return { entities, types, kinds };
    }
  }
  throw new Error(`version ${sample.version} has nowhere to walk`);
}

function isWalked({ modality, ended }: RowOf<'relationship'>): boolean {
  return (modality === 'operating' || modality === 'building') && ended !== true;
}

function across({ from, to }: RowOf<'relationship'>, here: string): string {
  return from === here ? to : from;
}

/** Two entities with one between them and nothing that joins them. */
function farApart(at: Asker): readonly [string, string] | undefined {
  const { of, hubs } = at.sample;
  const next = (id: string) => (of.get(id) ?? []).map((row) => across(row, id));
  for (const start of at.draw.some(hubs.slice(0, 200), 50)) {
    const near = new Set([start, ...next(start)]);
    for (const end of next(start).flatMap(next)) if (!near.has(end)) return [start, end];
  }
  return undefined;
}

/** Two entities with relationships, none of which leads from one to the other. */
function unconnected({ of, hubs }: Sample): readonly [string, string] | undefined {
  const [start] = hubs;
  if (start === undefined) return undefined;
  const reached = new Set([start]);
  for (const id of reached) for (const row of of.get(id) ?? []) reached.add(across(row, id));
  const beyond = hubs.find((id) => !reached.has(id));
  return beyond === undefined ? undefined : [start, beyond];
}
