import type { PartialDate } from '#graph-model/dates.ts';
import { listsOfBody } from '#server/analysis/candidates/body-lists.ts';
import { askedSegments, factsByBody } from '#server/analysis/candidates/fits.ts';
import type { CandidateGround } from '#server/analysis/candidates/ground.ts';
import { listsOf, type CandidateLists } from '#server/analysis/candidates/lists.ts';
import { rankedIn, rankSegment, type CandidateRanking, type Lack } from '#server/analysis/candidates/rank-segment.ts';
import { SEGMENT_WEIGHTS } from '#server/analysis/candidates/score-table.ts';
import type { Silence } from '#server/analysis/candidates/words.ts';
import { isRequest } from '../../analysis/board/cell-facts.ts';
import type { AskedFor } from '../candidates/asked-for.ts';
import { readBody } from '../candidates/read-body.ts';
import { readGround } from '../candidates/read-ground.ts';
import type { View } from '../view.ts';

/** What makes one body a candidate, whichever lists it is in. Ids, each once, in the order of the lists. */
export type Grounds = {
  readonly products: readonly string[];
  readonly segments: readonly string[];
  readonly relations: readonly string[];
  readonly alongside: readonly string[];
  readonly silences: readonly Silence[];
};

export type AllCandidates = {
  readonly of: ReadonlyMap<string, Grounds>;
  readonly leftOut: CandidateLists['leftOut'];
  /** From whom an introduction would come. */
  readonly from: readonly string[];
  /** Parks of the region that sources ask for what is asked for, in order of id. */
  readonly parks: readonly string[];
};

/** All rows: a list that is handed over names whom somebody chose, wherever he stands in the lists. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Whoever is a candidate for what is asked, by the lists and the ranking of `candidates`. */
export async function allCandidates(at: View, asked: AskedFor, date: PartialDate): Promise<AllCandidates> {
  if (asked.body !== undefined) {
    const body = asked.body.row.id;
    const lists = listsOfBody(await readBody(at, body, date), ALL);
    return { of: groundsOf(lists), leftOut: lists.leftOut, from: [body], parks: [] };
  }
  const { chain, segment, region } = asked;
  const ground = await readGround(at, chain.row, segment?.row.id, region.row.id, date);
  const ranking = rankSegment(ground, SEGMENT_WEIGHTS, [], ALL);
  const lists = listsOf(ground, ALL, rankedIn(ranking));
  const of = new Map([...rankedOf(ground, ranking), ...groundsOf(lists)]);
  return { of, leftOut: lists.leftOut, from: ground.areas, parks: parksOf(ground) };
}

function groundsOf({ named, ties, results }: CandidateLists): Map<string, Grounds> {
  const of = new Map<string, Grounds>();
  for (const row of [named, ties, results].flatMap(({ rows }) => rows)) {
    const known = of.get(row.body);
    const both = <K extends keyof Grounds>(key: K) => [...new Set([...(known?.[key] ?? []), ...row[key]])];
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
