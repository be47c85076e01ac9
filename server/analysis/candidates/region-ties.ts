import type { Kind } from '#graph-model/ontology/kinds.ts';
import { allAround, partsOf, placeOf, readAround } from '../place-of.ts';
import { kindAt, type AnyProjection } from '../projection.ts';
import { compileFilter } from '../relation-filter.ts';
import type { LocalTie, Want, Whereabouts } from './ground.ts';
import { halvesOf, tiesOf } from './ties-of.ts';

const OFFICES = compileFilter({ ended: false, types: ['LOCATED_IN'], kinds: ['Agency'], direction: 'IN' });
const POLICIES = compileFilter({ ended: false, types: ['APPLIES_TO'], kinds: ['Policy'], direction: 'IN' });
const WANTS = compileFilter({ ended: false, types: ['TARGETS'], kinds: ['Company'], direction: 'OUT' });
const WORKS_WITH = compileFilter({
  ended: false,
  types: ['COLLABORATES_WITH'],
  kinds: ['Company'],
  modalities: ['operating', 'building'],
});

const CONTACTS = compileFilter({ ended: false, types: ['ENGAGED_WITH'], direction: 'IN' });

/** What a region has to do with others. By id. */
export type RegionTies = {
  /** The region and its parts, in order of id. */
  readonly areas: readonly string[];
  readonly wants: readonly Want[];
  readonly ties: ReadonlyMap<string, readonly LocalTie[]>;
  /** Firms from elsewhere that an area or agency of the region works with, and the relationships. */
  readonly outsiders: ReadonlyMap<string, readonly string[]>;
  /** Of the bodies asked about and the wanted firms. */
  readonly whereabouts: ReadonlyMap<string, Whereabouts>;
  /** What a ledger says of them: the relationship, and whether its office is known to be elsewhere. */
  readonly contacts: readonly { readonly company: string; readonly relation: string; readonly away: boolean }[];
};

/**
 * @param bodies of the chain; firms that are wanted are looked at too
 * @param named places, parks and facilities of which it is asked where they are
 */
export function regionTies(
  projection: AnyProjection,
  region: string,
  bodies: readonly string[],
  named: readonly string[],
): RegionTies {
  const { entities, relations, neighbours, rows } = projection;
  const idAt = (entity: number) => entities.at(entity);
  const relationAt = (half: number) => relations.ids.at(rows[half] ?? 0);
  const start = entities.indexOf(region);
  const inside = new Set([start, ...partsOf(projection, [start])]);
  const around = allAround(projection, start);
  projection.need?.([...inside, ...around]);
  const near = (areas: ReadonlySet<number>, filter: typeof OFFICES) =>
    new Set([...areas].flatMap((area) => halvesOf(projection, area, filter).map((half) => neighbours[half] ?? 0)));
  const offices = near(inside, OFFICES);
  const speakers = new Set([...inside, ...offices, ...near(inside, POLICIES)]);
  const widely = new Set([...around, ...near(around, OFFICES), ...near(around, POLICIES)]);
  projection.need?.([...speakers, ...widely]);
  const wants = new Map<string, Want>();
  for (const speaker of [...widely, ...speakers]) {
    const wider = !speakers.has(speaker);
    for (const half of halvesOf(projection, speaker, WANTS)) {
      const relation = relationAt(half);
      wants.set(relation, { relation, company: idAt(neighbours[half] ?? 0), wider });
    }
  }
  const outsiders = new Map<number, Set<string>>();
  for (const speaker of [...inside, ...offices]) {
    for (const half of halvesOf(projection, speaker, WORKS_WITH)) {
      const firm = neighbours[half] ?? 0;
      outsiders.set(firm, new Set([...(outsiders.get(firm) ?? []), relationAt(half)]));
    }
  }
  const placed = new Map<number, Whereabouts | undefined>();
  const place = (asked: readonly number[]) => {
    const fresh = asked.filter((entity) => !placed.has(entity));
    readAround(projection, fresh);
    for (const entity of fresh) {
      const kind: Kind = kindAt(projection, entity);
      const at = kind === 'Place' || kind === 'Park' ? entity : placeOf(projection, entity);
      if (at === undefined) placed.set(entity, undefined);
      else placed.set(entity, inside.has(at) ? 'here' : around.has(at) ? 'around' : 'elsewhere');
    }
  };
  const local = (asked: readonly number[]): ReadonlySet<number> => {
    place(asked);
    return new Set(asked.filter((entity) => placed.get(entity) === 'here'));
  };
  const all = [...new Set([...bodies, ...[...wants.values()].map(({ company }) => company)])].sort();
  const asked = all.map((id) => entities.indexOf(id)).filter((entity) => entity >= 0);
  const ties = tiesOf(projection, asked, local);
  const ledger = asked.flatMap((firm) => halvesOf(projection, firm, CONTACTS).map((half) => ({ firm, half })));
  const places = [...new Set(named)].sort().map((id) => entities.indexOf(id));
  place([...asked, ...places, ...outsiders.keys(), ...ledger.map(({ half }) => neighbours[half] ?? 0)]);
  const whereabouts = new Map<string, Whereabouts>();
  for (const entity of [...asked, ...places]) {
    const where = placed.get(entity);
    if (where !== undefined) whereabouts.set(idAt(entity), where);
  }
  return {
    areas: [...inside].sort((a, b) => a - b).map(idAt),
    wants: [...wants.values()].sort((a, b) => (a.relation < b.relation ? -1 : 1)),
    ties: new Map([...ties].map(([body, own]) => [idAt(body), own])),
    outsiders: new Map(
      [...outsiders]
        .filter(([firm]) => placed.get(firm) !== 'here')
        .sort(([a], [b]) => a - b)
        .map(([firm, by]) => [idAt(firm), [...by].sort()]),
    ),
    whereabouts,
    contacts: ledger.map(({ firm, half }) => ({
      company: idAt(firm),
      relation: relationAt(half),
      away: placed.get(neighbours[half] ?? 0) === 'elsewhere',
    })),
  };
}
