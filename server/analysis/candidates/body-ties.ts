import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import { placeOf, readAround } from '../place-of.ts';
import { kindAt, type AnyProjection } from '../projection.ts';
import { compileFilter } from '../relation-filter.ts';
import type { LocalTie } from './ground.ts';
import { OF_ITS_OWN, halvesOf, TAKING_PART, tiesOf } from './ties-of.ts';

const BODIES: readonly Kind[] = KIND_SETS.body;
const STANDS = ['operating', 'building'] as const;
const OWN = compileFilter({ ended: false, types: OF_ITS_OWN, kinds: BODIES });
const GROUPS = compileFilter({
  ended: false,
  types: TAKING_PART,
  kinds: ['Consortium', 'Project'],
  direction: 'OUT',
});
const MEMBERS = compileFilter({ ended: false, types: TAKING_PART, kinds: BODIES, direction: 'IN' });
const ACTS = compileFilter({ ended: false, types: ['ACTIVE_IN'], kinds: ['Segment'], direction: 'OUT' });
const MAKES = compileFilter({ ended: false, types: ['PRODUCES', 'DEVELOPS'], direction: 'OUT' });
const SEGMENTS = compileFilter({ ended: false, types: ['IN_SEGMENT'], direction: 'OUT' });
const PRODUCTS = compileFilter({ ended: false, types: ['IN_SEGMENT'], direction: 'IN' });
const DEVELOPERS = compileFilter({
  ended: false,
  types: ['DEVELOPS', 'PRODUCES'],
  kinds: ['University', 'Institute', 'Laboratory', 'Hospital'],
  modalities: STANDS,
  direction: 'IN',
});
const CONTACTS = compileFilter({ ended: false, types: ['ENGAGED_WITH'], direction: 'IN' });

/** A product of a segment in which the body acts, that another body develops. */
type NearResult = {
  readonly body: string;
  readonly product: string;
  readonly segment: string;
  readonly relation: string;
};

/** Whom a body is tied to, and whose results are of its segments. By id. */
export type BodyTies = {
  readonly ties: ReadonlyMap<string, readonly LocalTie[]>;
  /** In order of body, product, segment, relationship. */
  readonly results: readonly NearResult[];
  /** Of the others named here: those with a place. */
  readonly placed: ReadonlySet<string>;
  readonly contacts: readonly { readonly company: string; readonly relation: string }[];
};

export function bodyTies(projection: AnyProjection, id: string): BodyTies {
  const { entities, relations, neighbours, rows } = projection;
  const body = entities.indexOf(id);
  const idAt = (entity: number) => entities.at(entity);
  const relationAt = (half: number) => relations.ids.at(rows[half] ?? 0);
  const next = (from: Iterable<number>, filter: typeof OWN) => {
    const list = [...new Set(from)];
    projection.need?.(list);
    return new Set(list.flatMap((one) => halvesOf(projection, one, filter).map((half) => neighbours[half] ?? 0)));
  };
  const partners = new Set([...next([body], OWN), ...next(next([body], GROUPS), MEMBERS)]);
  partners.delete(body);
  const others = [...partners].sort((a, b) => a - b);
  const ties = tiesOf(projection, others, (asked) => new Set(asked.filter((one) => one === body)));
  const segments = [...new Set([...next([body], ACTS), ...next(next([body], MAKES), SEGMENTS)])].sort((a, b) => a - b);
  const results: NearResult[] = [];
  projection.need?.(segments);
  const products = segments.flatMap((segment) =>
    halvesOf(projection, segment, PRODUCTS).map((half) => ({ segment, product: neighbours[half] ?? 0 })),
  );
  projection.need?.(products.map(({ product }) => product));
  for (const { segment, product } of products) {
    for (const half of halvesOf(projection, product, DEVELOPERS)) {
      const developer = neighbours[half] ?? 0;
      if (developer === body) continue;
      results.push({
        body: idAt(developer),
        product: idAt(product),
        segment: idAt(segment),
        relation: relationAt(half),
      });
    }
  }
  const developers = results.map((one) => entities.indexOf(one.body));
  const all = [...new Set([...others, ...developers])].sort((a, b) => a - b);
  readAround(projection, all);
  projection.need?.(all);
  const key = (one: NearResult) => [one.body, one.product, one.segment, one.relation].join(' ');
  return {
    ties: new Map([...ties].map(([other, own]) => [idAt(other), own])),
    results: results.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    placed: new Set(all.filter((one) => placeOf(projection, one) !== undefined).map(idAt)),
    contacts: all
      .filter((one) => kindAt(projection, one) === 'Company')
      .flatMap((one) =>
        halvesOf(projection, one, CONTACTS).map((half) => ({ company: idAt(one), relation: relationAt(half) })),
      ),
  };
}
