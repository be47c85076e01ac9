import type { PartialDate } from '#graph-model/dates.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { listsOfBody } from '#server/analysis/candidates/body-lists.ts';
import { askedSegments, factsByBody } from '#server/analysis/candidates/fits.ts';
import type { CandidateGround } from '#server/analysis/candidates/ground.ts';
import { listsOf, type CandidateLists } from '#server/analysis/candidates/lists.ts';
import type { Measured } from '#server/analysis/candidates/measure/measure.ts';
import type { PartnerRanking, PartnerScore } from '#server/analysis/candidates/partners/scores.ts';
import { rankedIn, rankSegment, type CandidateRanking, type Lack } from '#server/analysis/candidates/rank-segment.ts';
import { SEGMENT_WEIGHTS } from '#server/analysis/candidates/score-table.ts';
import type { Silence } from '#server/analysis/candidates/words.ts';
import { isRequest } from '../../analysis/board/cell-facts.ts';
import type { AskedFor } from '../candidates/asked-for.ts';
import { readBody } from '../candidates/read-body.ts';
import { readGround } from '../candidates/read-ground.ts';
import { measuredPartners, rankPartners } from '../candidates/read-partners.ts';
import type { View } from '../view.ts';

/** What makes one body a candidate, whichever lists it is in. Ids, each once, in the order of the lists. */
export type Grounds = {
  readonly products: readonly string[];
  readonly segments: readonly string[];
  readonly relations: readonly string[];
  readonly alongside: readonly string[];
  readonly silences: readonly Silence[];
  /** Of a body asked about: how it is ranked as a partner, where it is. */
  readonly partner?: PartnerScore;
};

export type AllCandidates = {
  readonly of: ReadonlyMap<string, Grounds>;
  readonly leftOut: CandidateLists['leftOut'];
  /** From whom an introduction would come. */
  readonly from: readonly string[];
  /** How many were weighed as partners, and how well that finds what is known; undefined where none are ranked. */
  readonly weighed: (Weighed & { readonly measured: () => Promise<Measured> }) | undefined;
  /** Parks of the region that sources ask for what is asked for, in order of id. */
  readonly parks: readonly string[];
};

export type Weighed = Pick<PartnerRanking, 'weighed' | 'unlisted'>;

/** All rows: a list that is handed over names whom somebody chose, wherever he stands in the lists. */
const ALL = Number.MAX_SAFE_INTEGER;

const NO_GROUNDS: Grounds = { products: [], segments: [], relations: [], alongside: [], silences: [] };

/**
 * Whoever is a candidate for what is asked, by the lists and the ranking of `candidates`.
 * @param chosen of all that are ranked as partners of a body, only these are told of
 */
export async function allCandidates(
  at: View,
  asked: AskedFor,
  date: PartialDate,
  chosen: readonly string[],
): Promise<AllCandidates> {
  if (asked.body !== undefined) return ofBody(at, asked.body.row.id, date, chosen);
  const { chain, segment, region } = asked;
  const ground = await readGround(at, chain.row, segment?.row.id, region.row.id, date);
  const ranking = rankSegment(ground, SEGMENT_WEIGHTS, [], ALL);
  const lists = listsOf(ground, ALL, rankedIn(ranking));
  const of = new Map([...rankedOf(ground, ranking), ...groundsOf(lists)]);
  return { of, leftOut: lists.leftOut, from: ground.areas, weighed: undefined, parks: parksOf(ground) };
}

async function ofBody(at: View, body: string, date: PartialDate, chosen: readonly string[]): Promise<AllCandidates> {
  const ground = await readBody(at, body, date);
  const lists = listsOfBody(ground, ALL);
  const of = groundsOf(lists);
  const ranked = await rankPartners(at, ground, ALL, new Set(chosen));
  if ('lack' in ranked) return { of, leftOut: lists.leftOut, from: [body], weighed: undefined, parks: [] };
  const { partners, weighed, unlisted } = ranked.ranking;
  for (const partner of partners) {
    const known = of.get(partner.body) ?? { ...NO_GROUNDS, segments: segmentsIn(partner) };
    of.set(partner.body, { ...known, partner });
  }
  const measured = () => measuredPartners(at, ranked.view);
  return { of, leftOut: lists.leftOut, from: [body], weighed: { weighed, unlisted, measured }, parks: [] };
}

/** That it shares with the body asked about, or that feed or are fed by it: in order of id. */
function segmentsIn({ terms }: PartnerScore): readonly string[] {
  return sortedUnique(terms.flatMap(({ term, rests }) => (term === 'segment' || term === 'flow' ? rests : [])));
}

function groundsOf({ named, ties, results }: CandidateLists): Map<string, Grounds> {
  const of = new Map<string, Grounds>();
  for (const row of [named, ties, results].flatMap(({ rows }) => rows)) {
    const known = of.get(row.body);
    const both = <K extends Exclude<keyof Grounds, 'partner'>>(key: K) => [
      ...new Set([...(known?.[key] ?? []), ...row[key]]),
    ];
    of.set(row.body, {
      products: both('products') as string[],
      segments: both('segments') as string[],
      relations: both('relations') as string[],
      alongside: both('alongside') as string[],
      silences: both('silences') as Silence[],
    });
  }
  return of;
}

/** Those that only the ranking names: by what is written of them in the segment. */
function rankedOf(ground: CandidateGround, ranking: CandidateRanking | Lack): ReadonlyMap<string, Grounds> {
  if (typeof ranking === 'string') return new Map();
  const by = factsByBody(ground);
  return new Map(
    ranking.ranked.map(({ body, products }) => {
      const facts = (by.get(body) ?? []).filter(({ fit }) => fit === 'product' || fit === 'segment');
      const segments = [...new Set(facts.map(({ fact }) => fact.segment))].sort();
      const relations = [...new Set(facts.map(({ fact }) => fact.id))].sort();
      return [body, { products, segments, relations, alongside: [], silences: [] }];
    }),
  );
}

function parksOf(ground: CandidateGround): readonly string[] {
  const { slice, areas } = ground;
  const asked = new Set([...askedSegments(ground), slice.chain.id]);
  const inside = new Set(areas);
  const parks = slice.facts
    .filter((fact) => asked.has(fact.segment) && isRequest(slice, fact))
    .map(({ at, from }) => at ?? from)
    .filter((id) => inside.has(id) && slice.entities.get(id)?.kind === 'Park');
  return [...new Set(parks)].sort();
}
