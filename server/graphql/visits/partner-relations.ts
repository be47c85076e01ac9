import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { PARTNER_TYPES } from '#server/analysis/candidates/partners/read-view.ts';
import type { PartnerScore, PartnerTerm } from '#server/analysis/candidates/partners/scores.ts';
import type { View } from '../view.ts';

type Row = RowOf<'relationship'>;
/** What leads from a body to something, as relationships. */
type Reached = { readonly to: string; readonly by: readonly string[] };

/** Levels that are gone up at most: a guard against data that run in a circle. */
const MOST_LEVELS = 8;

/** Where the segments of a term stand above those that are written: a stage one level, a chain at the top. */
export const LEVELS = { segment: [0, 0], stage: [1, 1], chain: [1, MOST_LEVELS] } as const;

/**
 * The relationships that the terms of a ranked partner rest on, of the partner and of the body asked about: each once,
 * in order of id. A term that nothing is known for rests on none, nor does the sort of body that it is.
 */
export async function partnerRelations(at: View, body: string, { body: other, terms }: PartnerScore) {
  const telling = terms.filter(({ value, known, rests }) => known && value > 0 && rests.length > 0);
  return sortedUnique((await Promise.all(telling.map((term) => behind(at, [other, body], term)))).flat());
}

async function behind(
  at: View,
  [other, body]: readonly [other: string, body: string],
  { term, rests }: PartnerTerm,
): Promise<readonly string[]> {
  const goals = new Set(rests);
  const both = [other, body];
  switch (term) {
    case 'anyone':
    case 'kind':
      return [];
    case 'activity':
      return (await stands(at, other, PARTNER_TYPES.members)).flatMap(({ id, to }) => (goals.has(to) ? [id] : []));
    case 'closeness':
      return (await Promise.all(both.map((one) => shared(at, one, rests)))).flat();
    case 'place': {
      const located = await Promise.all(both.map((one) => stands(at, one, ['LOCATED_IN'])));
      const reached = located.flat().map(({ id, to }) => ({ to, by: [id] }));
      return leading(reached, goals, (place) => stands(at, place, ['LOCATED_IN', 'PART_OF']), [0, MOST_LEVELS]);
    }
    case 'flow':
      return flowing(at, await segmentsOf(at, other), await segmentsOf(at, body), goals);
    case 'segment':
    case 'stage':
    case 'chain': {
      const reached = (await Promise.all(both.map((one) => segmentsOf(at, one)))).flat();
      return leading(reached, goals, (segment) => from(at, segment, ['PART_OF', 'SEGMENT_OF']), LEVELS[term]);
    }
  }
}

/** What leads from an entity and has not ended: how segments and products belong together. */
export async function from(at: View, id: string, types: readonly RelationshipType[]): Promise<readonly Row[]> {
  const rows = await at.load.by('relationship', 'from', id);
  return rows.filter(({ type, ended }) => types.includes(type) && ended !== true);
}

/** Of that what stands: what is only planned or proposed of a body or a place is no reason. */
async function stands(at: View, id: string, types: readonly RelationshipType[]): Promise<readonly Row[]> {
  return (await from(at, id, types)).filter(({ modality }) => modality === 'operating' || modality === 'building');
}

/** By what a body and each go-between are in the same tie. */
async function shared(at: View, body: string, between: readonly string[]): Promise<readonly string[]> {
  const own = await stands(at, body, PARTNER_TYPES.members);
  const theirs = (await Promise.all(between.map((one) => stands(at, one, PARTNER_TYPES.members)))).flat();
  const common = new Set(own.map(({ to }) => to).filter((tie) => theirs.some(({ to }) => to === tie)));
  return [...own, ...theirs].flatMap(({ id, to }) => (common.has(to) ? [id] : []));
}

/** What an entity has to do with segments, itself or by a product, and what its ties tell of all their members. */
async function segmentsOf(at: View, body: string): Promise<readonly Reached[]> {
  const ties = await stands(at, body, PARTNER_TYPES.members);
  const told = ties.map(async ({ id, to }) =>
    (await ownSegments(at, to)).map((one) => ({ to: one.to, by: [id, ...one.by] })),
  );
  return [...(await ownSegments(at, body)), ...(await Promise.all(told)).flat()];
}

async function ownSegments(at: View, of: string): Promise<readonly Reached[]> {
  const does = await stands(at, of, PARTNER_TYPES.does);
  const made = (await stands(at, of, PARTNER_TYPES.makes)).map(async ({ id, to: product }) =>
    (await from(at, product, ['IN_SEGMENT'])).map(({ id: belongs, to }) => ({ to, by: [id, belongs] })),
  );
  return [...does.map(({ id, to }) => ({ to, by: [id] })), ...(await Promise.all(made)).flat()];
}

/** Of what is reached, all that leads up to one of the goals within so many levels. */
export async function leading(
  reached: readonly Reached[],
  goals: ReadonlySet<string>,
  up: (id: string) => Promise<readonly Row[]>,
  [least, most]: readonly [least: number, most: number],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let level = 0, here = reached; level <= most && here.length > 0; level++) {
    if (level >= least) found.push(...here.flatMap(({ to, by }) => (goals.has(to) ? by : [])));
    const above = here.map(async ({ to, by }) => (await up(to)).map((row) => ({ to: row.to, by: [...by, row.id] })));
    here = (await Promise.all(above)).flat();
  }
  return found;
}

/** From or into one of the goals, which the one has, from or into a segment of the other. */
async function flowing(
  at: View,
  theirs: readonly Reached[],
  mine: readonly Reached[],
  goals: ReadonlySet<string>,
): Promise<readonly string[]> {
  const own = new Set(mine.map(({ to }) => to));
  const ends = sortedUnique([...goals, ...own]);
  const flows = (await Promise.all(ends.map((one) => from(at, one, ['FEEDS'])))).flat();
  const met = flows.filter(
    (row) => (goals.has(row.from) && own.has(row.to)) || (own.has(row.from) && goals.has(row.to)),
  );
  const touched = new Set(met.flatMap((row) => [row.from as string, row.to as string]));
  const sides = [...theirs.filter(({ to }) => goals.has(to)), ...mine.filter(({ to }) => touched.has(to))];
  return [...met.map(({ id }) => id as string), ...sides.flatMap(({ by }) => by)];
}
