import type { Kind, Label } from '../api/fragments.ts';
import type { NearAnswer, NearEntity } from '../api/near-facts.ts';
import { firstPassage } from './fact-groups.ts';
import { measured } from './grouped.ts';
import type { Lang } from './url.ts';

/** Why facts of another stand near: its name may mean this body, it is another reading of that name, or it belongs with it. */
export type Nearness = 'mayBe' | 'alike' | 'hosted' | 'product' | 'owner' | 'owned';

export type NotOwn = {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly nearness: Nearness;
  readonly facts: readonly NearFact[];
  /** Facts that are not listed. */
  readonly left: number;
};

/** A fact of another, in words; `relation` opens its sources where it is a relationship. */
export type NearFact = {
  readonly id: string;
  readonly relation: boolean;
  readonly text: Label;
  readonly passage: ReturnType<typeof firstPassage>;
};

/** Others near a body and why each is near; each once, the doubt first. */
export function nearOf(answer: NearAnswer): ReadonlyMap<string, Nearness> {
  const own = answer.id;
  const near = new Map<string, Nearness>();
  const add = (id: string, nearness: Nearness) => {
    if (id !== own && !near.has(id)) near.set(id, nearness);
  };
  for (const { from } of answer.readings) {
    if (from.id === own) continue;
    add(from.id, 'mayBe');
    for (const { to } of from.readings) add(to.id, 'alike');
  }
  for (const { node } of answer.relations.edges) {
    const outward = node.from.id === own;
    add(outward ? node.to.id : node.from.id, nearnessOf(node.type, outward));
  }
  return near;
}

/** What sources tell of those near a body, whose it is, and why one could take it for the body's own. */
export function notOwnOf(
  own: string,
  near: ReadonlyMap<string, Nearness>,
  others: readonly NearEntity[],
): readonly NotOwn[] {
  return others.flatMap((other) => {
    const nearness = near.get(other.id);
    const told = factsOf(other, own);
    if (nearness === undefined || told.facts.length === 0) return [];
    const { id, kind, name, nameEn } = other;
    return [{ id, kind, name, nameEn, nearness, ...told }];
  });
}

function nearnessOf(type: string, outward: boolean): Nearness {
  if (type === 'SUBSIDIARY_OF') return outward ? 'owner' : 'owned';
  if (type === 'PRODUCES') return outward ? 'product' : 'owner';
  return outward ? 'hosted' : 'owner';
}

/** Figures and events first: they are what is most easily ascribed to the wrong one. A tie to the body itself is a fact of both. */
function factsOf(other: NearEntity, own: string): Pick<NotOwn, 'facts' | 'left'> {
  const figures = other.indicators.map(({ id, measure, value, unit, period, provenance }): NearFact => {
    const text = (lang: Lang) => `${measure} ${measured(value, unit, lang)}${period === '' ? '' : ` (${period})`}`;
    return { id, relation: false, text: { zh: text('zh'), en: text('en') }, passage: firstPassage({ provenance }) };
  });
  const told = other.attributes
    .filter(({ name }) => name === 'event' || name === 'description')
    .map((one): NearFact => ({ id: one.id, relation: false, text: one.valueLabel, passage: firstPassage(one) }));
  const shared = other.relations.edges.filter(({ node }) => node.from.id === own || node.to.id === own).length;
  const ties = other.relations.edges
    .filter(({ node }) => node.from.id !== own && node.to.id !== own)
    .map(({ node }): NearFact => ({ id: node.id, relation: true, text: node.sentence, passage: firstPassage(node) }));
  const facts = [...figures, ...told, ...ties];
  return {
    facts: facts.slice(0, MOST),
    left: facts.length - Math.min(MOST, facts.length) + other.relations.totalCount - shared - ties.length,
  };
}

/** Of one other: the page is not about it, and its name leads to its own. */
const MOST = 4;
