import type { PartialDate } from '#graph-model/dates.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { listsOfBody } from '#server/analysis/candidates/body-lists.ts';
import { askedSegments, factsByBody } from '#server/analysis/candidates/fits.ts';
import { toldTies, type CandidateGround, type ToldTie } from '#server/analysis/candidates/ground.ts';
import { LIST_NAMES, namedBy } from '#server/analysis/candidates/list-names.ts';
import { listsOf, type CandidateLists } from '#server/analysis/candidates/lists.ts';
import type { Measured } from '#server/analysis/candidates/measure/measure.ts';
import type { PartnerRanking, PartnerScore } from '#server/analysis/candidates/partners/scores.ts';
import { rankedIn, rankSegment, type CandidateRanking, type Lack } from '#server/analysis/candidates/rank-segment.ts';
import { SEGMENT_WEIGHTS } from '#server/analysis/candidates/score-table.ts';
import type { Silence } from '#server/analysis/candidates/words.ts';
import { isRequest } from '../../analysis/board/cell-facts.ts';
import type { AskedFor } from '../candidates/asked-for.ts';
import { rankNear } from '../candidates/read-nearest.ts';
import { readBody } from '../candidates/read-body.ts';
import { readGround } from '../candidates/read-ground.ts';
import { measuredPartners, rankPartners } from '../candidates/read-partners.ts';
import type { View } from '../view.ts';
import { nearGroundsOf, type NearGrounds } from './near-grounds.ts';
import { RANKINGS } from './visit-words.ts';

/** What makes one body a candidate, whichever lists it is in. Ids, each once, in the order of the lists. */
export type Grounds = {
  /** What the lists and rankings that name it are called. */
  readonly lists: readonly Label[];
  readonly products: readonly string[];
  readonly segments: readonly string[];
  readonly relations: readonly string[];
  readonly alongside: readonly string[];
  readonly silences: readonly Silence[];
  /** Of a body asked about: how it is ranked as a partner, where it is. */
  readonly partner?: PartnerScore;
  /** Of a segment asked about: what it does near it, where nothing is written of it there. */
  readonly near?: NearGrounds;
};

export type Weighed = Pick<PartnerRanking, 'weighed' | 'unlisted'>;

/** Of a ranking that names more than the chosen: how well it finds what is known. */
type Rated = { readonly measured: () => Promise<Measured> };

export type AllCandidates = {
  readonly of: ReadonlyMap<string, Grounds>;
  readonly leftOut: CandidateLists['leftOut'];
  /** From whom an introduction would come. */
  readonly from: readonly string[];
  /** Of a body: who was weighed as a partner; undefined where none are ranked. */
  readonly weighed: (Weighed & Rated) | undefined;
  /** Of a segment: how many firms are ranked by nearness; undefined where none are. */
  readonly near: ({ readonly bodies: number } & Rated) | undefined;
  /** What ties a body to the region, or to the body asked about. */
  readonly tiesTo: (body: string) => readonly ToldTie[];
  /** Parks of the region that sources ask for what is asked for, in order of id. */
  readonly parks: readonly string[];
  /** The requests that say so. */
  readonly parkRequests: readonly string[];
};

const { partners: PARTNERS, nearby: NEARBY, ranked: RANKED } = RANKINGS;

/** All rows: a list that is handed over names whom somebody chose, wherever he stands in the lists. */
const ALL = Number.MAX_SAFE_INTEGER;

const NO_GROUNDS: Grounds = { lists: [], products: [], segments: [], relations: [], alongside: [], silences: [] };

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
  const near = segment === undefined ? undefined : await addNear(at, of, [segment.row.id, region.row.id], date, chosen);
  return {
    of,
    leftOut: without(lists.leftOut, of),
    from: ground.areas,
    weighed: undefined,
    near,
    tiesTo: (other) => ground.ties.get(other) ?? [],
    ...parksOf(ground),
  };
}

/** Those of the chosen that are near the segment, beside what else makes them candidates; undefined: none are ranked. */
async function addNear(
  at: View,
  of: Map<string, Grounds>,
  [segment, region]: readonly [segment: string, region: string],
  date: PartialDate,
  chosen: readonly string[],
): Promise<AllCandidates['near']> {
  const ranked = await rankNear(at, segment, region, date);
  if ('lack' in ranked) return undefined;
  const { ground, rows, measured } = ranked;
  const wanted = new Set(chosen);
  for (const one of rows.filter(({ id }) => wanted.has(id))) {
    const known = of.get(one.id) ?? NO_GROUNDS;
    of.set(one.id, { ...known, lists: [...known.lists, NEARBY], near: nearGroundsOf(ground, segment, one) });
  }
  return { bodies: rows.length, measured };
}

/** Who stands in the list is not left out of it. */
function without(leftOut: CandidateLists['leftOut'], of: ReadonlyMap<string, Grounds>): CandidateLists['leftOut'] {
  return leftOut.flatMap(({ reason, bodies }) => {
    const others = bodies.filter((id) => !of.has(id));
    return others.length === 0 ? [] : [{ reason, bodies: others }];
  });
}

async function ofBody(at: View, body: string, date: PartialDate, chosen: readonly string[]): Promise<AllCandidates> {
  const ground = await readBody(at, body, date);
  const lists = listsOfBody(ground, ALL);
  const of = groundsOf(lists);
  const ofBodyAlone = {
    from: [body],
    near: undefined,
    tiesTo: (other: string) => toldTies(ground.ties.get(other) ?? [], ground.told),
    parks: [],
    parkRequests: [],
  };
  const ranked = await rankPartners(at, ground, ALL, new Set(chosen));
  if ('lack' in ranked) {
    return { of, leftOut: without(lists.leftOut, of), weighed: undefined, ...ofBodyAlone };
  }
  const { partners, weighed, unlisted } = ranked.ranking;
  for (const partner of partners) {
    const known = of.get(partner.body) ?? { ...NO_GROUNDS, segments: segmentsIn(partner) };
    of.set(partner.body, { ...known, lists: [...known.lists, PARTNERS], partner });
  }
  return {
    of,
    leftOut: without(lists.leftOut, of),
    weighed: { weighed, unlisted, measured: () => measuredPartners(at, ranked.view) },
    ...ofBodyAlone,
  };
}

/** That it shares with the body asked about, or that feed or are fed by it: in order of id. */
function segmentsIn({ terms }: PartnerScore): readonly string[] {
  return sortedUnique(terms.flatMap(({ term, rests }) => (term === 'segment' || term === 'flow' ? rests : [])));
}

function groundsOf({ named, ties, results }: CandidateLists): Map<string, Grounds> {
  const of = new Map<string, Grounds>();
  const all = [named, ties, results].flatMap(({ label, rows }) => rows.map((row) => ({ label, row })));
  for (const { label, row } of all) {
    const known = of.get(row.body);
    const both = <K extends Exclude<keyof Grounds, 'lists' | 'partner' | 'near'>>(key: K) => [
      ...new Set([...(known?.[key] ?? []), ...row[key]]),
    ];
    const name = label === named.label && label !== LIST_NAMES.body.named ? namedBy(row.saidBy) : label;
    of.set(row.body, {
      lists: [...(known?.lists ?? []).filter((one) => one !== name), name],
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
      return [body, { lists: [RANKED], products, segments, relations, alongside: [], silences: [] }];
    }),
  );
}

function parksOf(ground: CandidateGround): Pick<AllCandidates, 'parks' | 'parkRequests'> {
  const { slice, areas } = ground;
  const asked = new Set([...askedSegments(ground), slice.chain.id]);
  const inside = new Set(areas);
  const requests = slice.facts
    .filter((fact) => asked.has(fact.segment) && isRequest(slice, fact))
    .map(({ id, at, from }) => ({ id, park: at ?? from }))
    .filter(({ park }) => inside.has(park) && slice.entities.get(park)?.kind === 'Park');
  return {
    parks: sortedUnique(requests.map(({ park }) => park)),
    parkRequests: sortedUnique(requests.map(({ id }) => id)),
  };
}
