import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { allAround, placeOf } from '../../place-of.ts';
import { kindAt, type AnyProjection } from '../../projection.ts';
import { compiledTest, compileFilter, type CompiledFilter } from '../../relation-filter.ts';
import type { PartnerView } from './view.ts';

/** An agency founds and pays, a consortium is the tie itself: neither is somebody to be found as a partner. */
const PARTNERS: ReadonlySet<Kind> = new Set(
  KIND_SETS.body.filter((kind) => kind !== 'Agency' && kind !== 'Consortium'),
);
const TIES: ReadonlySet<Kind> = new Set(['Consortium', 'Project']);
/** What is only planned or proposed joins nobody yet. */
const STANDS = { modalities: ['operating', 'building'], ended: false } as const;

/** What makes a member of a tie, and what a body or tie has to do with a segment: itself, or by a product. */
export const PARTNER_TYPES = {
  members: ['LEADS', 'MEMBER_OF', 'PARTNER_OF'],
  does: ['ACTIVE_IN', 'SUPPORTS', 'TESTS_FOR'],
  makes: ['PRODUCES', 'DEVELOPS'],
} as const satisfies Record<string, readonly RelationshipType[]>;

const MEMBERS = compileFilter({ ...STANDS, types: PARTNER_TYPES.members, direction: 'IN' });
const DOES = compileFilter({ ...STANDS, types: PARTNER_TYPES.does, kinds: ['Segment'], direction: 'OUT' });
const MAKES = compileFilter({ ...STANDS, types: PARTNER_TYPES.makes, direction: 'OUT' });
const OF_SEGMENT = compileFilter({ ended: false, types: ['IN_SEGMENT'], direction: 'OUT' });
const NESTED = compileFilter({ ended: false, types: ['PART_OF'], kinds: ['Segment'], direction: 'OUT' });
const IN_CHAIN = compileFilter({ ended: false, types: ['SEGMENT_OF'], direction: 'OUT' });
const FEEDS = compileFilter({ ended: false, types: ['FEEDS'], direction: 'OUT' });

/**
 * What the whole of a version says of bodies, consortia and projects. Of a part, all half-edges of bodies, projects,
 * segments and products must be there.
 */
export function readPartnerView(projection: AnyProjection): PartnerView {
  const all = Array.from({ length: projection.entities.length }, (_, entity) => entity);
  const of = (kinds: ReadonlySet<Kind>) => all.filter((entity) => kinds.has(kindAt(projection, entity)));
  const id = (entity: number) => projection.entities.at(entity);
  const along = (filter: CompiledFilter) => {
    const passes = compiledTest(projection, filter);
    return (entity: number): number[] => {
      const found = new Set<number>();
      for (let half = projection.offsets[entity] ?? 0; half < (projection.offsets[entity + 1] ?? 0); half++) {
        if (passes(half)) found.add(projection.neighbours[half] ?? 0);
      }
      return [...found];
    };
  };
  const [members, does, makes, ofSegment] = [along(MEMBERS), along(DOES), along(MAKES), along(OF_SEGMENT)];
  const [nested, inChain, feeds] = [along(NESTED), along(IN_CHAIN), along(FEEDS)];
  const segmentsOf = (entity: number) => {
    const made = makes(entity).flatMap(ofSegment);
    return [...new Set([...does(entity), ...made])].map(id);
  };
  // Thousands of bodies are in one place: it is looked around once.
  const around = new Map<number, readonly string[]>();
  const placesFrom = (place: number) => {
    const known = around.get(place) ?? [place, ...allAround(projection, place)].map(id);
    around.set(place, known);
    return known;
  };
  const segments = of(new Set(['Segment']));
  return {
    bodies: of(PARTNERS).map((body) => {
      const place = placeOf(projection, body);
      return {
        id: id(body),
        kind: kindAt(projection, body),
        segments: segmentsOf(body),
        places: place === undefined ? [] : placesFrom(place),
      };
    }),
    ties: of(TIES).map((tie) => ({ id: id(tie), members: members(tie).map(id), segments: segmentsOf(tie) })),
    partOf: new Map(
      segments.flatMap((segment) => {
        const above = nested(segment);
        const over = above.length > 0 ? above : inChain(segment);
        // Of several, none is the one that it is part of.
        return over.length === 1 ? [[id(segment), id(over[0] as number)] as const] : [];
      }),
    ),
    feeds: segments.flatMap((segment) => feeds(segment).map((to) => [id(segment), id(to)] as const)),
  };
}
