import { latest } from '#graph-model/dates.ts';
import { boardOf } from '../board/board.ts';
import { containersOf } from '../board/covered.ts';
import { isWithin } from '../board/locality.ts';
import { TERMS as BOARD } from '../board/terms.ts';
import { askedSegments, factsByBody, isMade, type FittingFact } from './fits.ts';
import type { CandidateGround } from './ground.ts';
import { presentIn } from './lists.ts';
import { segmentScores, type ScoredBody, type ScoredRegion } from './segment-scores.ts';
import type { Term, Weights } from './score-table.ts';
import { rankingOf, type Ranked, type Valued } from './weigh.ts';

/** What a ranking is missing. */
export const LACKS = {
  segment: { zh: '要选定一个环节', en: 'one segment must be chosen' },
  register: {
    zh: '企业与产品名录，写明是否齐全和日期',
    en: 'a register of firms and products, with its coverage and date',
  },
  ties: { zh: '没有写到它参加的项目或联合体', en: 'no project or consortium of it is written' },
  size: { zh: '资料太多，一次问不完', en: 'too much for one question' },
  memory: {
    zh: '图没有读进内存，一次问读不了这么多',
    en: 'the graph is not in memory, and too much to be read for one question',
  },
} as const;
export type Lack = keyof typeof LACKS;

export type CandidateRanking = {
  readonly ranked: readonly (Ranked<string> & { readonly products: readonly string[] })[];
  /** Rows beyond the limit. */
  readonly cut: number;
  /** All that are ranked, the cut ones among them. */
  readonly bodies: ReadonlySet<string>;
  readonly dropped: ReadonlyMap<Term, number>;
  readonly weights: Weights;
  /** Registers and lists of firms that carry it, in order of id. */
  readonly carriedBy: readonly string[];
};

/** Who is ranked, beyond the limit too. */
export function rankedIn(ranking: CandidateRanking | Lack): ReadonlySet<string> {
  return typeof ranking === 'string' ? new Set() : ranking.bodies;
}

/** Firms that act in the segment and are not here yet, ranked; or what that would need. */
export function rankSegment(
  ground: CandidateGround,
  weights: Weights,
  required: readonly Term[],
  most: number,
): CandidateRanking | Lack {
  if (ground.segment === undefined) return 'segment';
  const by = factsByBody(ground);
  const carriedBy = carriers(ground, by);
  if (carriedBy.length === 0) return 'register';
  const present = presentIn(ground);
  const region = regionOf(ground);
  const pool: Valued<string>[] = [];
  const products = new Map<string, readonly string[]>();
  for (const [body, facts] of by) {
    if (ground.kinds.get(body) !== 'Company' || present.has(body) || ground.signed.has(body)) continue;
    const own = facts.filter(
      ({ fit, fact }) => (fit === 'product' || fit === 'segment') && fact.modality !== 'proposed',
    );
    if (own.length === 0) continue;
    products.set(body, [...new Set(own.flatMap(({ fact }) => fact.product ?? []))].sort());
    pool.push({ body, values: segmentScores(scored(ground, body, facts, own), region) });
  }
  const { ranked, dropped } = rankingOf(pool, weights, required);
  const given = ranked.slice(0, most).map((one) => ({ ...one, products: products.get(one.body) ?? [] }));
  const bodies = new Set(ranked.map(({ body }) => body));
  return { ranked: given, cut: ranked.length - given.length, bodies, dropped, weights, carriedBy };
}

/**
 * Sources that claim to list the firms of the segment, or of the chain, for an area that contains the region, are not
 * too old, and do name a product of a firm there. A list of designations without firms carries nothing.
 */
function carriers(ground: CandidateGround, by: ReadonlyMap<string, readonly FittingFact[]>): readonly string[] {
  const { slice, segment, region, date } = ground;
  const containers = containersOf(slice, segment ?? '');
  const day = latest(date);
  const oldest = `${String(Number(day.slice(0, 4)) - BOARD.registerYears).padStart(4, '0')}${day.slice(4)}`;
  const claiming = slice.coverage.filter(
    (row) =>
      row.extent !== 'mention' &&
      (row.subject === slice.chain.id || containers.has(row.subject)) &&
      isWithin(slice, region, row.place) &&
      latest(row.date) >= oldest &&
      row.date <= day,
  );
  const named = new Set(
    [...by.values()].flat().flatMap(({ fit, fact }) => (fit === 'product' && isMade(fact) ? fact.sources : [])),
  );
  return [...new Set(claiming.map(({ source }) => source))].filter((source) => named.has(source)).sort();
}

/** Who does the same here is no complement of it: only what operates in other segments counts. */
function regionOf(ground: CandidateGround): ScoredRegion {
  const { slice, region, date } = ground;
  const asked = askedSegments(ground);
  const { cells } = boardOf(slice, [region], date);
  const operates = cells.filter(({ segment, facts }) => facts.operating.size > 0 && !asked.has(segment));
  return { operates: new Set(operates.map(({ segment }) => segment)), flows: slice.flows, date };
}

function scored(
  ground: CandidateGround,
  body: string,
  facts: readonly FittingFact[],
  own: readonly FittingFact[],
): ScoredBody {
  const { sources } = ground;
  const asked = askedSegments(ground);
  const behind = [...new Set(own.flatMap(({ fact }) => fact.sources))].flatMap((id) => sources.get(id) ?? []);
  const intended = facts.filter(
    ({ fact }) => isMade(fact) && (fact.modality === 'building' || fact.modality === 'planned'),
  );
  return {
    products: own
      .filter(({ fit }) => fit === 'product')
      .map(({ fact }) => ({ modality: fact.modality, stage: fact.stage, made: isMade(fact) })),
    segments: new Set(facts.map(({ fact }) => (asked.has(fact.segment) ? (ground.segment ?? '') : fact.segment))),
    ties: [
      ...(ground.whereabouts.get(body) === 'here' ? [{ kind: 'here' as const, modality: 'operating' as const }] : []),
      ...(ground.ties.get(body) ?? []).map(({ kind, modality }) => ({ kind, modality })),
    ],
    signals: intended.flatMap(({ fact }) => fact.sources.flatMap((id) => sources.get(id)?.date ?? [])),
    publishers: new Set(behind.map(({ publisher }) => publisher ?? '')).size,
    ownWord: behind.every((source) => source.class === 'company_statement'),
  };
}
