import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { readingEffect, type ReadingEffect } from '#server/analysis/consortia/reading-effect.ts';
import type { ConsortiumRole, RoleGroup } from '#server/analysis/consortia/roles.ts';
import { distancesBetween } from '#server/analysis/ties/tie-answers.ts';
import { rulesOf } from '../path-rules.ts';
import { readingsOf } from '../reading.ts';
import { relationsOf, readSegments, type ReadConsortium } from './read-consortia.ts';
import { listedIn } from './read-page.ts';

/** How far an entity may be and still be told how far: beyond, it is not near in any sense that matters here. */
const MOST_HOPS = 4;
/** Two bodies of one consortium have it between them. */
const THROUGH_IT = 2;

export type DoubtfulReading = ReadingEffect & {
  readonly reading: RowOf<'reading'>;
  /** Between the entity and the consortium, by facts alone. */
  readonly hopsNow: number | undefined;
  /** Bodies of the list that would have it at two hops, and are farther from it now, or not connected with it. */
  readonly nearer: readonly string[];
};

export type Doubt = {
  /** The name as printed. */
  readonly printed: string;
  /** Where it stands in the consortium; none: it is a name that may mean the lead or the consortium itself. */
  readonly roles: readonly ConsortiumRole[];
  /** By rank, then id. */
  readonly readings: readonly DoubtfulReading[];
};

/**
 * Names in the consortium that may mean another entity, and names that may mean its lead or itself; with what each
 * reading would change. By the order of the page, then by id.
 */
export async function readDoubts(one: ReadConsortium, groups: readonly RoleGroup[]): Promise<readonly Doubt[]> {
  const { at, row } = one;
  const entitiesIn = (roles: readonly ConsortiumRole[]) =>
    groups.flatMap((group) => (roles.includes(group.role) ? group.rows.map(({ entity }) => entity) : []));
  const bodies = new Set<string>([row.id, ...entitiesIn(['lead', 'member', 'partner', 'tester', 'funder'])]);
  const meant = new Set<string>([row.id, ...entitiesIn(['lead'])]);
  const readings = (await readingsOf(at, [...bodies])).filter(({ from, to }) => bodies.has(from) || meant.has(to));
  const printed = [
    ...bodies,
    ...sortedUnique(readings.map(({ from }) => from as string).filter((id) => !bodies.has(id))),
  ];
  return Promise.all(
    printed
      .filter((id) => readings.some(({ from }) => from === id))
      .map(async (id) => ({
        printed: id,
        roles: groups.flatMap(({ role, rows }) => (rows.some(({ entity }) => entity === id) ? [role] : [])),
        readings: await Promise.all(
          readings.filter(({ from }) => from === id).map((reading) => readEffect(one, groups, reading)),
        ),
      })),
  );
}

async function readEffect(
  { at, row, date }: ReadConsortium,
  groups: readonly RoleGroup[],
  reading: RowOf<'reading'>,
): Promise<DoubtfulReading> {
  const { from, to } = reading;
  const [printed, meant] = await Promise.all([relationsOf(at, from), relationsOf(at, to)]);
  const objects = sortedUnique([...printed, ...meant].map((relation) => relation.to as string));
  const kinds = new Map((await at.load.rows('entity', objects)).map(({ id, kind }) => [id as string, kind]));
  const ofProducts = await readSegments(
    at,
    objects.filter((id) => kinds.get(id) === 'Product'),
    date,
  );
  const segments = objects.flatMap((id) => (kinds.get(id) === 'Segment' ? [[id, [id]] as const] : []));
  const listed = listedIn(groups);
  const others = listed.filter((id) => id !== from && id !== to);
  const far = await distancesBetween(at.topology, {
    ...rulesOf({ modalities: ['operating', 'building'], asOf: date }),
    exclude: [],
    from: [to],
    to: [row.id, ...others],
    maxHops: MOST_HOPS,
  });
  const hopsTo = new Map(far.pairs.map((pair) => [pair.to, pair]));
  return {
    ...readingEffect([from, printed], [to, meant], groups, new Map([...ofProducts, ...segments]), date),
    reading,
    hopsNow: hopsTo.get(row.id)?.hops,
    nearer: listed.includes(from)
      ? others.filter((id) => {
          const pair = hopsTo.get(id);
          return pair !== undefined && pair.none !== 'CUT' && (pair.hops ?? Infinity) > THROUGH_IT;
        })
      : [],
  };
}
