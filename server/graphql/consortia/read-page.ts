import { compareLocators } from '#graph-model/facts/passage.ts';
import { latest } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { LISTED, rolesOf, type RoleGroup } from '#server/analysis/consortia/roles.ts';
import { unknownOf, type ConsortiumUnknown } from '#server/analysis/consortia/unknown.ts';
import { unstatedOf } from '#server/analysis/unstated.ts';
import { readSlice } from '../board/read-slice.ts';
import { about } from '../entity.ts';
import { found } from '../found.ts';
import type { View } from '../view.ts';
import { readChains, readNamed, readSegments, type ReadConsortium } from './read-consortia.ts';

/** Chains of one consortium whose segments are gone through; the others are named, and counted. */
export const MOST_CHAINS = 4;

const MAKES = ['DEVELOPS', 'PRODUCES'];

export async function readGroups(one: ReadConsortium): Promise<readonly RoleGroup[]> {
  const { at, row, relations, date } = one;
  const leads = sortedUnique(
    relations.flatMap(({ type, from, to }) => (type === 'LEADS' && to === row.id ? [from as string] : [])),
  );
  const made = (await Promise.all(leads.map((id) => at.load.by('relationship', 'from', id))))
    .flat()
    .filter(({ type }) => MAKES.includes(type));
  const segmentsOf = await readSegments(
    at,
    made.map(({ to }) => to),
    date,
  );
  const chainsOf = await readChains(at, [...segmentsOf.values()].flat(), date);
  const served = new Set(one.served.map(({ chain }) => chain));
  const isServed = (product: string) =>
    (segmentsOf.get(product) ?? []).some((segment) => (chainsOf.get(segment) ?? []).some((chain) => served.has(chain)));
  const ofLeads = made.filter(({ to }) => isServed(to));
  const products = await readNamed(
    at,
    ofLeads.map(({ to }) => to),
  );
  return rolesOf(row.id, relations, ofLeads, new Map([...one.named, ...products]), date);
}

export async function readUnknown(
  { at, row, attributes, served, relations }: ReadConsortium,
  groups: readonly RoleGroup[],
): Promise<readonly ConsortiumUnknown[]> {
  const unstated = await about(at, row.id, (projection, entity) => unstatedOf(projection, entity, attributes));
  const place = relations.some(({ type, from }) => type === 'LOCATED_IN' && from === row.id);
  const figures = await at.load.by('indicator', 'entity', row.id);
  return unknownOf(
    unstated.map(({ word }) => word),
    { industry: served.length > 0, place },
    groups,
    attributes,
    figures,
  );
}

/** The chains that it serves, the first of them, as their boards are made from. */
export async function readSlices({ at, served, date }: ReadConsortium): Promise<readonly ChainSlice[]> {
  return Promise.all(
    served
      .slice(0, MOST_CHAINS)
      .map(async ({ chain }) => readSlice(at, (await found(at, 'entity', chain)).row, [], date)),
  );
}

/** Bodies of the consortium that host a body, or that it belongs to: the way to it. */
export async function readThrough(at: View, body: string, listed: readonly string[]): Promise<readonly string[]> {
  const [into, out] = await Promise.all([
    at.load.by('relationship', 'to', body),
    at.load.by('relationship', 'from', body),
  ]);
  const hosts = into.flatMap(({ type, from }) => (type === 'HOSTS' ? [from as string] : []));
  const owners = out.flatMap(({ type, to }) => (type === 'SUBSIDIARY_OF' ? [to as string] : []));
  return sortedUnique([...hosts, ...owners].filter((id) => listed.includes(id)));
}

/** Lead, members and partners, as they stand: who is to come or has left is none. */
export function listedIn(groups: readonly RoleGroup[]): readonly string[] {
  const rows = groups.flatMap((group) => (LISTED.includes(group.role) ? group.rows : []));
  return sortedUnique(rows.flatMap(({ entity, stands }) => (stands ? [entity] : [])));
}

/** Passages that support the relationships: the newest source first, then in the order of reading. */
export async function readPassages(at: View, relations: readonly string[]): Promise<readonly RowOf<'passage'>[]> {
  const statements = (await Promise.all(relations.map((id) => at.load.by('statement', 'fact', id)))).flat();
  const evidence = (await Promise.all(statements.map(({ id }) => at.load.by('evidence', 'statement', id)))).flat();
  const supporting = evidence.filter(({ stance }) => stance === 'supports');
  const passages = await at.load.rows('passage', new Set(supporting.map(({ passage }) => passage)));
  const sources = await at.load.rows('source', new Set(passages.map(({ source }) => source)));
  const dates = new Map(sources.map(({ id, date }) => [id, latest(date)]));
  return passages.sort(
    (a, b) =>
      compareText(dates.get(b.source) ?? '', dates.get(a.source) ?? '') ||
      compareText(a.source, b.source) ||
      compareLocators(a.locator, b.locator) ||
      compareText(a.id, b.id),
  );
}
