import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import { createExamples, type Example } from './examples.ts';
import type { Tie } from './tie.ts';

/** What the relationships of one version hold for the questions that the screens answer: counts of what is seen. */
export type Held<Id> = {
  /** Parks that a policy speaks of. */
  readonly policyParks: number;
  /** Chains and segments in which something is planned; in which something is only proposed. */
  readonly planned: number;
  readonly proposed: number;
  /** Bodies that operate or build in a chain or segment, or make a product. */
  readonly actors: number;
  /** Segments in which something is planned or proposed and nobody is seen who operates or builds. */
  readonly unseen: number;
  readonly ledConsortia: number;
  /** Consortia of which a member or partner is named. */
  readonly joinedConsortia: number;
  /** Chains for which somebody is responsible. */
  readonly answeredChains: number;
  readonly examples: readonly Example<Id>[];
};

const BODIES: ReadonlySet<Kind> = new Set(KIND_SETS.body);

function isBody(kind: Kind): boolean {
  return BODIES.has(kind);
}

/** Counts relationships as they come, in any order. What has ended tells nothing of how things are. */
export function createHeld<Id extends string | number>() {
  const set = () => new Set<Id>();
  const [parks, planned, proposed, actors, led, joined, answered] = [set(), set(), set(), set(), set(), set(), set()];
  const segments = set();
  const [seen, made] = [set(), set()];
  const within: (readonly [part: Id, whole: Id])[] = [];
  const products: (readonly [product: Id, segment: Id])[] = [];
  const examples = createExamples<Id>();

  function addActive({ from, to, fromKind, toKind, modality }: Tie<Id>): void {
    if (toKind === 'Segment') segments.add(to);
    if (modality === 'planned') planned.add(to);
    else if (modality === 'proposed') proposed.add(to);
    else if (isBody(fromKind)) {
      actors.add(from);
      seen.add(to);
    }
  }

  return {
    add(tie: Tie<Id>): void {
      if (tie.ended) return;
      const { type, from, to, fromKind, toKind } = tie;
      const stands = tie.modality === 'operating' || tie.modality === 'building';
      if (tie.byPolicy && fromKind === 'Park') parks.add(from);
      if (tie.byPolicy && toKind === 'Park') parks.add(to);
      if (type === 'ACTIVE_IN' || type === 'TARGETS') {
        if (toKind === 'Segment' || toKind === 'Chain') addActive(tie);
      } else if (type === 'PRODUCES' && stands) {
        actors.add(from);
        made.add(to);
      } else if (type === 'IN_SEGMENT') products.push([from, to]);
      else if (type === 'SEGMENT_OF' || (type === 'PART_OF' && fromKind === 'Segment')) within.push([from, to]);
      else if (type === 'LEADS' && toKind === 'Consortium') led.add(to);
      else if ((type === 'MEMBER_OF' || type === 'PARTNER_OF') && toKind === 'Consortium') joined.add(to);
      else if (type === 'RESPONSIBLE_FOR' && toKind === 'Chain') answered.add(to);
      if (stands) examples.add(tie);
    },

    result(): Held<Id> {
      for (const [product, segment] of products) if (made.has(product)) seen.add(segment);
      spread(seen, within);
      const asked = [...segments].filter((one) => planned.has(one) || proposed.has(one));
      return {
        policyParks: parks.size,
        planned: planned.size,
        proposed: [...proposed].filter((one) => !planned.has(one)).length,
        actors: actors.size,
        unseen: asked.filter((one) => !seen.has(one)).length,
        ledConsortia: led.size,
        joinedConsortia: joined.size,
        answeredChains: answered.size,
        examples: examples.result(),
      };
    },
  };
}

/** Who is seen in a part is seen in the whole. */
function spread<Id>(seen: Set<Id>, within: readonly (readonly [part: Id, whole: Id])[]): void {
  const wholes = new Map<Id, Id[]>();
  for (const [part, whole] of within) wholes.set(part, [...(wholes.get(part) ?? []), whole]);
  const open = [...seen];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const whole of wholes.get(next) ?? []) {
      if (seen.has(whole)) continue;
      seen.add(whole);
      open.push(whole);
    }
  }
}
