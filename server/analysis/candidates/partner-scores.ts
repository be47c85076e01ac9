import { PARTNERS, PROJECTS } from './score-table.ts';
import type { Valued, Values } from './weigh.ts';

/** The graph as partners are looked for in it. Every list holds each once; their order does not matter. */
export type PartnerView<Id> = {
  /** Bodies that a tie of their own joins to it. */
  tiesOf(body: Id): readonly Id[];
  /** Consortia and projects in which it takes part, and who takes part in one. */
  groupsOf(body: Id): readonly Id[];
  membersOf(group: Id): readonly Id[];
  /** Segments in which it acts or has a product, and those that a flow joins to a segment. */
  segmentsOf(body: Id): readonly Id[];
  joinedTo(segment: Id): readonly Id[];
  /** Could it be a partner? An agency or a place is none. */
  isPartner(body: Id): boolean;
};

/**
 * Who could become a partner of a body, unordered: bodies two steps away, over a common partner, that do not work with
 * it yet. However many members a consortium has, it counts as one tie that its members share: each pair of them is
 * joined the less, the more they are. A common partner counts the less, the more others it has.
 */
export function partnerScores<Id extends string | number>(view: PartnerView<Id>, body: Id): readonly Valued<Id>[] {
  const near = jointsOf(view, body);
  const closeness = new Map<Id, number>();
  const through = new Map<Id, number>();
  for (const [partner, joint] of near) {
    const further = jointsOf(view, partner);
    const all = [...further.values()].reduce((sum, one) => sum + one, 0);
    for (const [other, next] of further) {
      if (other === body || near.has(other) || !view.isPartner(other)) continue;
      closeness.set(other, (closeness.get(other) ?? 0) + (joint * next) / all);
      through.set(other, (through.get(other) ?? 0) + 1);
    }
  }
  const own = new Set(view.segmentsOf(body));
  const joined = new Set([...own].flatMap((segment) => view.joinedTo(segment)));
  return [...closeness].map(([other, near]): Valued<Id> => {
    const segments = view.segmentsOf(other);
    const values: { -readonly [T in keyof Values]: Values[T] } = {
      closeness: Math.round((1000 * near) / (near + PARTNERS.half)),
      projects: PROJECTS[Math.min(through.get(other) ?? 1, PROJECTS.length) - 1] ?? 0,
    };
    if (own.size > 0 && segments.length > 0) {
      values.fit = share(segments, own);
      if (joined.size > 0) values.complement = share(segments, joined);
    }
    return { body: other, values };
  });
}

/** How strongly each other body is joined to it: 1 for a tie of their own, a share for a group of several. */
function jointsOf<Id extends string | number>(view: PartnerView<Id>, body: Id): ReadonlyMap<Id, number> {
  const joints = new Map<Id, number>();
  for (const other of view.tiesOf(body)) if (other !== body) joints.set(other, 1);
  for (const group of view.groupsOf(body)) {
    const members = view.membersOf(group).filter((member) => member !== body);
    for (const member of members) joints.set(member, (joints.get(member) ?? 0) + 1 / members.length);
  }
  // In a fixed order: sums of fractions depend on it.
  return new Map([...joints].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function share<Id>(of: readonly Id[], among: ReadonlySet<Id>): number {
  return Math.round((1000 * of.filter((one) => among.has(one)).length) / of.length);
}
