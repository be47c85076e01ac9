import { sortedUnique } from '#graph-model/text.ts';
import { factsNear, type NearGround } from '#server/analysis/candidates/near.ts';
import { RELATED_TERMS, type Related } from '#server/analysis/candidates/relatedness.ts';
import { nameLabel } from '../name.ts';
import type { View } from '../view.ts';
import { from, leading, LEVELS } from './partner-relations.ts';
import { VISIT_WORDS } from './visit-words.ts';

/** What makes a firm near a segment in which nothing is written of it. Ids, each once, in order. */
export type NearGrounds = {
  /** The segment asked for. */
  readonly segment: string;
  /** What that is part of, next above and last. */
  readonly above: Readonly<Partial<Record<'stage' | 'chain', string>>>;
  readonly one: Related;
  /** What sources say that it does in the segments that its nearness rests on. */
  readonly facts: readonly string[];
  readonly products: readonly string[];
  readonly segments: readonly string[];
};

export function nearGroundsOf(ground: NearGround, segment: string, one: Related): NearGrounds {
  const facts = factsNear(ground, one.id, one);
  return {
    segment,
    above: ground.model.above.get(segment) ?? {},
    one,
    facts: sortedUnique(facts.map(({ id }) => id)),
    products: sortedUnique(facts.flatMap(({ product }) => product ?? [])),
    segments: sortedUnique(facts.map((fact) => fact.segment)),
  };
}

/** That it is worked out, and that nothing is written of it there; then each term that counts: they add up. */
export async function nearReasons(at: View, { segment, one }: NearGrounds) {
  const counting = one.terms.filter(({ value }) => value > 0);
  return [
    VISIT_WORDS.near(await nameLabel(at, segment), one.score),
    ...(await Promise.all(
      counting.map(async ({ term, value, rests }) =>
        VISIT_WORDS.term(RELATED_TERMS[term], value, await Promise.all(rests.map((id) => nameLabel(at, id)))),
      ),
    )),
  ];
}

/**
 * The relationships that its nearness rests on, each once: what it does, to which segments its products belong, and how
 * those segments and the asked one stand to each other. That many do both is counted from others, and is no fact of it.
 */
export async function nearRelations(at: View, { segment, above, one, facts, products, segments }: NearGrounds) {
  const telling = one.terms.filter(({ value }) => value > 0);
  const known = new Set(segments);
  const belonging = await Promise.all(products.map((id) => from(at, id, ['IN_SEGMENT'])));
  const between = await Promise.all(
    telling.map(async ({ term, rests }) => {
      if (term === 'presence') return [];
      if (term === 'flow') return flowing(at, segment, new Set(rests));
      const inside = [segment, ...rests].map((to) => ({ to, by: [] }));
      const goals = new Set(above[term] === undefined ? [] : [above[term]]);
      return leading(inside, goals, (id) => from(at, id, ['PART_OF', 'SEGMENT_OF']), LEVELS[term]);
    }),
  );
  return sortedUnique([
    ...facts,
    ...belonging.flat().flatMap(({ id, to }) => (known.has(to) ? [id as string] : [])),
    ...between.flat(),
  ]);
}

async function flowing(at: View, segment: string, others: ReadonlySet<string>): Promise<readonly string[]> {
  const flows = (await Promise.all([segment, ...others].map((one) => from(at, one, ['FEEDS'])))).flat();
  const isBetween = (a: string, b: string) => a === segment && others.has(b);
  return flows.flatMap((row) => (isBetween(row.from, row.to) || isBetween(row.to, row.from) ? [row.id as string] : []));
}
