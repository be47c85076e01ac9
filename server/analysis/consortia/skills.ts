import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { NOT_YET_MADE, RESEARCH } from '../board/cell-facts.ts';
import { columnsOf, wholeOf } from '../board/columns.ts';
import type { ChainSlice, SliceFact } from '../board/slice.ts';

/** How a body has a segment: it works in it, it is being built for it, or its research stands behind it. */
export const SKILL_WAYS = {
  operating: { zh: '在产', en: 'operating' },
  building: { zh: '在建', en: 'building' },
  research: { zh: '科研支撑', en: 'research' },
} as const satisfies Record<string, Label>;
export type SkillWay = keyof typeof SKILL_WAYS;
const WAYS = Object.keys(SKILL_WAYS) as SkillWay[];

/** Whom it makes sense to ask: other consortia do not join one, offices neither make nor study. */
const ASKED: readonly Kind[] = KIND_SETS.body.filter((kind) => kind !== 'Consortium' && kind !== 'Agency');

/** A body outside the consortium with a named product, activity or support in the segment. */
export type Bringer = {
  readonly entity: string;
  /** The most real first. */
  readonly ways: readonly SkillWay[];
  readonly products: readonly string[];
  /** In order of id. */
  readonly relations: readonly string[];
};

/** A segment in which nothing is seen of any body of the consortium. */
export type UnseenSegment = {
  readonly segment: string;
  /** Entities that a doubtful name of the list may mean and that have it: then it would be seen. */
  readonly perhaps: readonly string[];
  /** Those who operate first, then who build, then research; then by name and id. */
  readonly bringers: readonly Bringer[];
};

type SeenWays = {
  readonly ways: readonly SkillWay[];
  /** A firm is among those who operate or build there: hospitals and institutes are none. */
  readonly byFirm: boolean;
};

export type Skills = {
  readonly chain: string;
  /** Segments of the chain that the consortium itself names; where it names some, only these and what they give to or take from are looked at. */
  readonly named: readonly string[];
  /** Segments that are looked at, in the order of the board. */
  readonly order: readonly string[];
  /** Segments in which something is seen of a body of the consortium. */
  readonly seen: readonly string[];
  /** How each of these is seen, the most real first: that they study it is not that they make it. */
  readonly seenWays: ReadonlyMap<string, SeenWays>;
  /** Those somebody could bring first, then in the order of the board. */
  readonly unseen: readonly UnseenSegment[];
  /** A register stands behind some segment of the chain; without one only mentions are known. */
  readonly registered: boolean;
};

/**
 * Which segments of a chain the bodies of a consortium show, and who else shows the others. Only by a named product or
 * segment: support of the chain as a whole fills none. A part counts for the whole.
 * @param named segments that the consortium says it serves, of whatever chain
 * @param own the consortium and its bodies
 * @param perhaps whom doubtful names of the list may mean: neither its bodies nor outside it
 */
export function skillsOf(
  slice: ChainSlice,
  named: ReadonlySet<string>,
  own: ReadonlySet<string>,
  perhaps: ReadonlySet<string>,
): Skills {
  const all = columnsOf(slice).flatMap(({ segments }) => segments.map(({ id }) => id));
  const inNamed = all.filter((id) => named.has(id));
  const near = nearOf(slice, inNamed);
  const order = inNamed.length === 0 ? all : all.filter((id) => near.has(id));
  const facts = slice.facts.filter((fact) => fact.segment !== slice.chain.id && wayOf(fact) !== undefined);
  const seen: string[] = [];
  const seenWays = new Map<string, SeenWays>();
  const unseen: UnseenSegment[] = [];
  for (const segment of order) {
    const whole = wholeOf(slice, segment);
    const here = facts.filter((fact) => whole.has(fact.segment));
    const theirs = here.filter(({ from }) => own.has(from));
    if (theirs.length > 0) {
      seen.push(segment);
      seenWays.set(segment, {
        ways: WAYS.filter((way) => theirs.some((fact) => wayOf(fact) === way)),
        byFirm: theirs.some((fact) => wayOf(fact) !== 'research' && slice.entities.get(fact.from)?.kind === 'Company'),
      });
    } else {
      unseen.push({
        segment,
        perhaps: sortedUnique(here.flatMap(({ from }) => (perhaps.has(from) ? [from] : []))),
        bringers: bringersOf(
          slice,
          here.filter(({ from }) => !perhaps.has(from)),
        ),
      });
    }
  }
  const could = ({ bringers }: UnseenSegment) => Number(bringers.length === 0);
  return {
    chain: slice.chain.id,
    named: inNamed,
    order,
    seen,
    seenWays,
    unseen: unseen.toSorted((a, b) => could(a) - could(b)),
    registered: slice.coverage.some(({ extent }) => extent === 'register'),
  };
}

/** Segments in which something would be seen if a doubtful name of the list meant this entity, in the order of the board. */
export function shownBy({ unseen, order }: Skills, entity: string): readonly string[] {
  const shown = new Set(unseen.flatMap(({ segment, perhaps }) => (perhaps.includes(entity) ? [segment] : [])));
  return order.filter((segment) => shown.has(segment));
}

/** The segments with their parts, and what feeds one of them or is fed by it. */
function nearOf(slice: ChainSlice, segments: readonly string[]): ReadonlySet<string> {
  const own = new Set(segments.flatMap((id) => [...wholeOf(slice, id)]));
  const fed = slice.flows.flatMap(({ from, to }) => (own.has(from) ? [to] : own.has(to) ? [from] : []));
  return new Set([...own, ...fed]);
}

function bringersOf({ entities }: ChainSlice, facts: readonly SliceFact[]): readonly Bringer[] {
  const by = new Map<string, SliceFact[]>();
  for (const fact of facts) {
    if (!ASKED.includes(entities.get(fact.from)?.kind ?? 'Agency')) continue;
    by.set(fact.from, [...(by.get(fact.from) ?? []), fact]);
  }
  const rank = ({ ways }: Bringer) => WAYS.indexOf(ways[0] ?? 'research');
  const nameOf = (id: string) => entities.get(id)?.name ?? '';
  return [...by]
    .map(([entity, own]) => ({
      entity,
      ways: WAYS.filter((way) => own.some((fact) => wayOf(fact) === way)),
      products: sortedUnique(own.flatMap(({ product }) => product ?? [])),
      relations: sortedUnique(own.map(({ id }) => id)),
    }))
    .sort(
      (a, b) => rank(a) - rank(b) || compareText(nameOf(a.entity), nameOf(b.entity)) || compareText(a.entity, b.entity),
    );
}

/** What is only planned or proposed is no skill; what is studied or tried out is research. */
function wayOf({ type, modality, stage }: SliceFact): SkillWay | undefined {
  if (modality !== 'operating' && modality !== 'building') return undefined;
  const studied = RESEARCH.includes(type) || (type === 'PRODUCES' && NOT_YET_MADE.includes(stage ?? ''));
  if (studied) return 'research';
  return type === 'ACTIVE_IN' || type === 'PRODUCES' ? modality : undefined;
}
