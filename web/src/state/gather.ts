import { ask } from '../api/client.ts';
import type { EntityLite, ReadingLite, RelationLite } from '../api/fragments.ts';
import { namesQuery } from '../api/names.ts';
import { neighbourhoodQuery, type Neighbourhood, type RelationFilter } from '../api/neighbourhood.ts';
import { pathsQuery, type PathSet } from '../api/paths.ts';
import type { Op } from './ops.ts';
import type { Drawn } from './history.ts';

/** Relationships drawn around paths and seeds, and by one expand. More is counted, never drawn in silence. */
export const RING_LIMIT = 40;
export const EXPAND_LIMIT = 50;
const CLOSING_LIMIT = 1000;
/** Most ids the service takes in one question. */
const MOST_IDS = 100;
const PATHS = 5;

/** What one operation brought: the ids of its entities, in the order of the answer. */
export type Batch = { readonly op: Op; readonly ids: readonly string[] };

/** A limit that left something out: of the ring when `id` is null, else of the expand of that entity. */
export type Cut = { readonly id: string | null; readonly omitted: number };

export type Graph = {
  readonly entities: readonly EntityLite[];
  readonly relations: readonly RelationLite[];
  readonly readings: readonly ReadingLite[];
  readonly baseIds: readonly string[];
  readonly batches: readonly Batch[];
  readonly found: PathSet | null;
  readonly cuts: readonly Cut[];
  /** Ids of the link that the data does not have. */
  readonly missing: readonly string[];
  readonly sources: number | null;
};

export type Request = Drawn & { readonly version: number | null };

/** Asks for everything a view draws. @throws AskError when the service gives no answer. */
export async function gatherGraph(request: Request): Promise<Graph> {
  const { version } = request;
  const asked = [...new Set([...request.seeds, request.a, request.b].filter((id) => id !== null))];
  const named = asked.length === 0 ? [] : (await ask(namesQuery, { ids: asked, version })).nodes;
  const anchors = named.filter((node) => node !== null).filter((node) => 'kind' in node);
  const present = new Set(anchors.map((node) => node.id));
  // An id that redirects comes back under the id it has now, so what counts is the place in the answer.
  const missing = asked.filter((_, index) => !named[index]);

  const found = await findPaths(request, missing);
  const onPaths = found ? found.paths.flatMap((path) => path.entities) : [];
  // Around the best path and what was chosen by hand; the surroundings of every path would bury them.
  const best = found?.paths[0]?.entities ?? [];
  const centres = [...new Set([...best.map((entity) => entity.id), ...present])];
  const filter = filterOf(request.planned);
  const expands = request.ops.filter((op) => op.kind === 'expand');
  const [ring, ...brought] = await Promise.all([
    request.ring && centres.length > 0 ? around(centres.slice(0, MOST_IDS), filter, RING_LIMIT, version) : null,
    ...expands.map((op) => around([op.id], { ...filter, ...sideOf(op) }, EXPAND_LIMIT, version)),
  ]);
  const answers = [ring ?? null, ...brought].filter((answer) => answer !== null);
  const reached = unique([...onPaths, ...anchors, ...answers.flatMap(withReadings)]);
  const closing = await closeUp(reached, filter, version);
  const drawn = new Set(reached.map((entity) => entity.id));
  const doubts = await doubtsOf([...answers, ...closing], drawn, filter, version);
  const meanings = (ids: readonly string[]) => meaningsOf(ids, doubts);
  const entities = unique([...reached, ...meanings([...drawn])]);
  const between = (relation: RelationLite) => drawn.has(relation.from.id) && drawn.has(relation.to.id);
  const pathSteps = found ? found.paths.flatMap((path) => path.steps) : [];
  return {
    entities,
    relations: unique([
      ...pathSteps.flatMap((step) => step.relations),
      ...answers.flatMap((answer) => answer.relations),
      ...closing.flatMap((answer) => answer.relations).filter(between),
    ]),
    readings: unique([
      ...pathSteps.flatMap((step) => (step.reading ? [step.reading] : [])),
      ...[...answers, ...closing, ...doubts].flatMap((answer) => answer.readings),
    ]),
    baseIds: withMeanings(unique([...onPaths, ...anchors, ...(ring ? withReadings(ring) : [])]), meanings),
    batches: request.ops.map((op) => {
      const answer = op.kind === 'expand' ? brought[expands.indexOf(op)] : null;
      return { op, ids: answer ? withMeanings(withReadings(answer), meanings) : [] };
    }),
    found,
    cuts: [
      { id: null, omitted: ring?.omitted ?? 0 },
      ...expands.map((op, index) => ({ id: op.id, omitted: brought[index]?.omitted ?? 0 })),
    ].filter((cut) => cut.omitted > 0),
    missing,
    sources: found?.coverage.sources ?? ring?.coverage.sources ?? closing[0]?.coverage.sources ?? null,
  };
}

async function findPaths(request: Request, missing: readonly string[]): Promise<PathSet | null> {
  const { a, b, hops, planned, places, version } = request;
  if (a === null || b === null || a === b || missing.includes(a) || missing.includes(b)) return null;
  const input = { from: [a], to: [b], k: PATHS, maxHops: hops, places, modalities: filterOf(planned).modalities };
  const { paths } = await ask(pathsQuery, { input, version });
  return paths.__typename === 'PathSet' ? paths : null;
}

async function around(
  ids: readonly string[],
  filter: RelationFilter,
  limit: number,
  version: number | null,
  within = false,
): Promise<Neighbourhood | null> {
  const { neighbourhood } = await ask(neighbourhoodQuery, { input: { ids: [...ids], filter, limit, within }, version });
  return neighbourhood.__typename === 'Neighbourhood' ? neighbourhood : null;
}

/** Relationships between things already drawn, so that a missing line is not read as a missing tie. */
async function closeUp(
  entities: readonly EntityLite[],
  filter: RelationFilter,
  version: number | null,
): Promise<readonly Neighbourhood[]> {
  const ids = entities.map((entity) => entity.id);
  const parts: string[][] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS) parts.push(ids.slice(start, start + MOST_IDS));
  const answers = await Promise.all(
    parts.map((part) => around(part, filter, CLOSING_LIMIT, version, parts.length === 1)),
  );
  return answers.flatMap((answer) => answer ?? []);
}

/** All readings of the names in doubt that are drawn: the closing question gives only those between drawn things. */
async function doubtsOf(
  answers: readonly Neighbourhood[],
  drawn: ReadonlySet<string>,
  filter: RelationFilter,
  version: number | null,
): Promise<readonly Neighbourhood[]> {
  const ids = new Set(answers.flatMap((answer) => answer.readings.map((reading) => reading.from.id)));
  const asked = [...ids].filter((id) => drawn.has(id)).slice(0, MOST_IDS);
  const answer = asked.length === 0 ? null : await around(asked, filter, 1, version);
  return answer ? [answer] : [];
}

/** What names in doubt among these may mean: one reading drawn without the other would look decided. */
function meaningsOf(ids: readonly string[], answers: readonly Neighbourhood[]): readonly EntityLite[] {
  return answers.flatMap((answer) => answer.readings.filter(({ from }) => ids.includes(from.id)).map(({ to }) => to));
}

function withMeanings(
  entities: readonly EntityLite[],
  meanings: (ids: readonly string[]) => readonly EntityLite[],
): readonly string[] {
  const ids = entities.map((entity) => entity.id);
  return [...ids, ...meanings(ids).map((entity) => entity.id)];
}

/** Both ends of a may-be reading are drawn: a doubt with one end says nothing. */
function withReadings(answer: Neighbourhood): readonly EntityLite[] {
  return [...answer.entities, ...answer.readings.flatMap((reading) => [reading.from, reading.to])];
}

function filterOf(planned: boolean): { modalities: ('operating' | 'building' | 'planned' | 'proposed')[] } {
  return { modalities: planned ? ['operating', 'building', 'planned', 'proposed'] : ['operating', 'building'] };
}

function sideOf(op: Extract<Op, { kind: 'expand' }>): RelationFilter {
  if (op.type === null) return {};
  // The type comes from the link; the service refuses one that it does not know.
  const types = [op.type] as NonNullable<RelationFilter['types']>;
  return op.side === 'ANY' ? { types } : { types, direction: op.side };
}

function unique<Thing extends { readonly id: string }>(things: readonly Thing[]): readonly Thing[] {
  const first = new Map<string, Thing>();
  for (const thing of things) if (!first.has(thing.id)) first.set(thing.id, thing);
  return [...first.values()];
}
