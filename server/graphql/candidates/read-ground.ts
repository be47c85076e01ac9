import type { PartialDate } from '#graph-model/dates.ts';
import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { isRequest } from '#server/analysis/board/cell-facts.ts';
import type { ChainSlice, SliceFact } from '#server/analysis/board/slice.ts';
import { relationsOfTie, toldTies, type CandidateGround, type Want } from '#server/analysis/candidates/ground.ts';
import { regionTies } from '#server/analysis/candidates/region-ties.ts';
import { readSlice } from '../board/read-slice.ts';
import type { View } from '../view.ts';
import { readContacts } from './read-contacts.ts';
import { readDoubtful } from './read-doubtful.ts';
import { readPassages } from './read-passages.ts';
import { readTold } from './read-told.ts';
import { readWider } from './read-wider.ts';

const BODIES: readonly Kind[] = KIND_SETS.body;

/** All that the lists of a segment or chain in a region are made from: as large as the chain and the region's ties. */
export async function readGround(
  at: View,
  chain: RowOf<'entity'>,
  segment: string | undefined,
  region: string,
  date: PartialDate,
): Promise<CandidateGround> {
  const key = [chain.id, segment ?? '', region, date].join(' ');
  let ground = at.kept?.grounds.get(at.version, key);
  if (ground === undefined) {
    ground = await readAll(at, chain, segment, region, date);
    at.kept?.grounds.set(at.version, key, ground);
  }
  return ground;
}

async function readAll(
  at: View,
  chain: RowOf<'entity'>,
  segment: string | undefined,
  region: string,
  date: PartialDate,
): Promise<CandidateGround> {
  const slice = await readSlice(at, chain, [region], date);
  const wider = await readWider(at, slice, segment, date);
  const subjects = new Set([...slice.facts, ...wider.facts].map(({ from }) => from));
  const rows = await at.load.rows('entity', [...subjects].sort());
  const bodies = rows.filter(({ kind }) => BODIES.includes(kind)).map(({ id }) => id as string);
  const named = wider.facts.flatMap((fact) => fact.at ?? []);
  const around = await at.topology.analyse([region, ...bodies, ...named], (projection) =>
    regionTies(projection, region, bodies, named),
  );
  const { told, sources } = await readTold(
    at,
    [...around.wants.map(({ relation }) => relation), ...[...around.ties.values()].flat().flatMap(relationsOfTie)],
    date,
  );
  const others = [...around.wants.map(({ company }) => company), ...around.outsiders.keys()];
  const known = [...rows, ...(await at.load.rows('entity', new Set(others)))];
  const wants = around.wants.filter(({ relation }) => told.has(relation));
  return {
    slice,
    date,
    region,
    areas: around.areas,
    segment,
    wider: wider.facts,
    wants,
    ties: new Map([...around.ties].map(([body, ties]) => [body, toldTies(ties, told)])),
    outsiders: around.outsiders,
    ...(await readSpoken(at, slice, wants)),
    told: new Map([...told, ...[...slice.facts, ...wider.facts].map((fact) => [fact.id, fact] as const)]),
    sources: new Map([...slice.sources, ...wider.sources, ...sources]),
    kinds: new Map(known.map(({ id, kind }) => [id as string, kind])),
    names: new Map(known.map(({ id, name }) => [id as string, name])),
    whereabouts: around.whereabouts,
    doubtful: await readDoubtful(at, [...bodies, ...around.wants.map(({ company }) => company)]),
    ...(await readContacts(at, around.contacts, date)),
  };
}

/** In which passages firms are wanted, and what the same passages ask for in the chain. */
async function readSpoken(
  at: View,
  slice: ChainSlice,
  wants: readonly Want[],
): Promise<Pick<CandidateGround, 'passagesOf' | 'spokenOf'>> {
  if (wants.length === 0) return { passagesOf: new Map(), spokenOf: new Map() };
  const requests = slice.facts.filter((fact) => isRequest(slice, fact));
  const behind = await readPassages(
    at,
    new Set([...requests.map(({ id }) => id), ...wants.map((one) => one.relation)]),
  );
  const passagesOf = new Map<string, readonly string[]>();
  for (const { company, relation } of wants) {
    passagesOf.set(company, [...(passagesOf.get(company) ?? []), ...(behind.get(relation) ?? [])]);
  }
  const spokenOf = new Map<string, SliceFact[]>();
  for (const request of requests) {
    for (const passage of behind.get(request.id) ?? []) {
      const known = spokenOf.get(passage);
      if (known === undefined) spokenOf.set(passage, [request]);
      else known.push(request);
    }
  }
  return { passagesOf, spokenOf };
}
