import { ask } from '../api/client.ts';
import type { EntityLite, Label, ReadingLite, RelationLite } from '../api/fragments.ts';
import { namesQuery } from '../api/names.ts';
import { neighbourhoodQuery, type Neighbourhood, type RelationFilter } from '../api/neighbourhood.ts';
import { pathsQuery, type PathSet } from '../api/paths.ts';
import type { Named } from '../locale/use-words.ts';
import { pathQuestion, relationFilterOf, type Asked } from './asked.ts';
import { isDoubtful } from './is-doubtful.ts';
import type { Op } from './ops.ts';
import type { View } from './url.ts';

/** Relationships drawn around paths and seeds, and by one expand. More is counted, never drawn in silence. */
export const RING_LIMIT = 40;
export const EXPAND_LIMIT = 50;
const CLOSING_LIMIT = 2000;
/** Most ids the service takes in one question. */
const MOST_IDS = 100;

/** What one operation brought: the ids of its entities, in the order of the answer. */
export type Batch = { readonly op: Op; readonly ids: readonly string[] };

/** A limit that left something out: of what is around, of the expand of an entity, or, at most so many, between what is drawn. */
export type Cut = {
  readonly sort: 'ring' | 'expand' | 'between';
  readonly id: string | null;
  readonly omitted: number;
};

export type Graph = {
  readonly entities: readonly EntityLite[];
  readonly relations: readonly RelationLite[];
  readonly readings: readonly ReadingLite[];
  readonly baseIds: readonly string[];
  readonly batches: readonly Batch[];
  readonly found: PathSet | null;
  /** Why the service would not look for paths. */
  readonly refused: Label | null;
  /** Ids that paths were to pass or not to pass and that could not be asked for. */
  readonly dropped: readonly string[];
  /** Names of what the link speaks of by id, by that id; also of what is not drawn. */
  readonly named: ReadonlyMap<string, Named>;
  readonly cuts: readonly Cut[];
  /** Ids of the link that the data does not have. */
  readonly missing: readonly string[];
  readonly sources: number | null;
  /** The data version that answered; null where nothing was asked. */
  readonly version: number | null;
};

/** Asks for everything a view draws. @throws AskError when the service gives no answer. */
export async function gatherGraph(request: Asked): Promise<Graph> {
  const { version } = request;
  const { seeds, a, b, must, banned } = request;
  const drawnIds = new Set([...seeds, a, b].filter((id) => id !== null));
  const asked = [...new Set([...drawnIds, ...must, ...banned])];
  // Nearly every link speaks of what is there: the paths are asked for beside the names, and again if it does not.
  const early = findPaths(request, []);
  early.catch(() => undefined);
  const answers = await Promise.all(partsOf(asked).map((ids) => ask(namesQuery, { ids: [...ids], version })));
  const nodes = answers.flatMap((answer) => answer.nodes);
  // An id that redirects comes back under the id it has now, so what counts is the place in the answer.
  const named = nodes.flatMap((node, index) => (node && 'kind' in node ? [{ id: asked[index] ?? '', node }] : []));
  const anchors = named.filter(({ id }) => drawnIds.has(id)).map(({ node }) => node);
  const present = new Set(anchors.map((node) => node.id));
  const missing = asked.filter((_, index) => !nodes[index]);

  const { found, refused, dropped } = await (missing.length === 0 ? early : findPaths(request, missing));
  const onPaths = found ? found.paths.flatMap((path) => path.entities) : [];
  // Around the best path and what was chosen by hand; the surroundings of every path would bury them.
  const best = found?.paths[0]?.entities ?? [];
  const centres = [...new Set([...best.map((entity) => entity.id), ...present])];
  const filter = relationFilterOf(request);
  const expands = request.ops.filter((op) => op.kind === 'expand');
  const [ring, ...brought] = await Promise.all([
    request.ring && centres.length > 0 ? around(centres.slice(0, MOST_IDS), filter, RING_LIMIT, version) : null,
    ...expands.map((op) => broughtBy(op, filter, version)),
  ]);
  const surroundings = [ring ?? null, ...brought].filter((answer) => answer !== null);
  const reached = unique([...onPaths, ...anchors, ...surroundings.flatMap(withReadings)]);
  const [closing, doubts] = await Promise.all([closeUp(reached, filter, version), doubtsOf(reached, filter, version)]);
  const drawn = new Set(reached.map((entity) => entity.id));
  const meanings = (ids: readonly string[]) => meaningsOf(ids, doubts);
  const entities = unique([...reached, ...meanings([...drawn])]);
  const between = (relation: RelationLite) => drawn.has(relation.from.id) && drawn.has(relation.to.id);
  const coverage = found?.coverage ?? ring?.coverage ?? closing[0]?.coverage;
  const pathSteps = found ? found.paths.flatMap((path) => path.steps) : [];
  return {
    entities,
    relations: unique([
      ...pathSteps.flatMap((step) => step.relations),
      ...surroundings.flatMap((answer) => answer.relations),
      ...closing.flatMap((answer) => answer.relations).filter(between),
    ]),
    readings: unique([
      ...pathSteps.flatMap((step) => (step.reading ? [step.reading] : [])),
      ...[...surroundings, ...closing, ...doubts].flatMap((answer) => answer.readings),
    ]),
    baseIds: withMeanings(unique([...onPaths, ...anchors, ...(ring ? withReadings(ring) : [])]), meanings),
    batches: request.ops.map((op) => {
      const answer = op.kind === 'expand' ? brought[expands.indexOf(op)] : null;
      return { op, ids: answer ? withMeanings(withReadings(answer), meanings) : [] };
    }),
    found,
    refused,
    dropped,
    named: new Map(named.map(({ id, node }) => [id, node])),
    cuts: [
      { sort: 'ring' as const, id: null, omitted: ring?.omitted ?? 0 },
      ...expands.map((op, index) => ({ sort: 'expand' as const, id: op.id, omitted: brought[index]?.omitted ?? 0 })),
      { sort: 'between' as const, id: null, omitted: closing.reduce((sum, answer) => sum + answer.omitted, 0) },
    ].filter((cut) => cut.omitted > 0),
    missing,
    sources: coverage?.sources ?? null,
    version: coverage?.version ?? null,
  };
}

async function findPaths(
  request: Asked,
  missing: readonly string[],
): Promise<Pick<Graph, 'found' | 'refused' | 'dropped'>> {
  const question = pathQuestion(request, missing);
  if (!question) return { found: null, refused: null, dropped: [] };
  const { input, dropped } = question;
  const { paths } = await ask(pathsQuery, { input, version: request.version });
  if (paths.__typename === 'PathSet') return { found: paths, refused: null, dropped };
  return { found: null, refused: paths.message, dropped };
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

type Expand = Extract<Op, { kind: 'expand' }>;

/** Asks what an expand would bring when the reader is about to choose it: the client keeps the answer. */
export function expandAhead(op: Expand, view: View): void {
  // One that does not come is asked for again.
  broughtBy(op, relationFilterOf(view), view.version).catch(() => undefined);
}

function broughtBy(op: Expand, filter: RelationFilter, version: number | null): Promise<Neighbourhood | null> {
  return around([op.id], { ...filter, ...sideOf(op) }, EXPAND_LIMIT, version);
}

/** Relationships between things already drawn, so that a missing line is not read as a missing tie. */
async function closeUp(
  entities: readonly EntityLite[],
  filter: RelationFilter,
  version: number | null,
): Promise<readonly Neighbourhood[]> {
  const parts = partsOf(entities.map((entity) => entity.id));
  const answers = await Promise.all(
    parts.map((part) => around(part, filter, CLOSING_LIMIT, version, parts.length === 1)),
  );
  return answers.flatMap((answer) => answer ?? []);
}

/** All readings of the names in doubt among these, by whatever way they came: no question but for them gives all. */
async function doubtsOf(
  entities: readonly EntityLite[],
  filter: RelationFilter,
  version: number | null,
): Promise<readonly Neighbourhood[]> {
  const asked = entities.filter(isDoubtful).map(({ id }) => id);
  const answers = await Promise.all(partsOf(asked).map((ids) => around(ids, filter, 1, version)));
  return answers.filter((answer) => answer !== null);
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

function sideOf(op: Expand): RelationFilter {
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

function partsOf(ids: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(ids.length / MOST_IDS);
  return Array.from({ length: count }, (_, part) => ids.slice(part * MOST_IDS, (part + 1) * MOST_IDS));
}
