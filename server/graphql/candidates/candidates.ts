import { boardOf, type Cell } from '#server/analysis/board/board.ts';
import { listsOfBody, type BodyGround } from '#server/analysis/candidates/body-lists.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { stands, toldTies, type CandidateGround, type ToldTie } from '#server/analysis/candidates/ground.ts';
import { listsOf, presentIn, type CandidateList, type CandidateLists } from '#server/analysis/candidates/lists.ts';
import { LEDGERS, type LedgerState } from '#server/analysis/candidates/ledger-state.ts';
import { rankedIn, rankSegment, type CandidateRanking, type Lack } from '#server/analysis/candidates/rank-segment.ts';
import { SEGMENT_WEIGHTS, type Term } from '#server/analysis/candidates/score-table.ts';
import { doingIn, seenOf } from '#server/analysis/candidates/seen.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { CellRef } from '../board/cell.ts';
import { builder } from '../builder.ts';
import { vocabulary } from '../enums.ts';
import { EntityNotFoundRef, InvalidConstraintRef, outside } from '../expected-outcomes.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { isLedgerLoaded } from '../ledger/read-ledger.ts';
import { EntityRef, type EntityShape } from '../refs.ts';
import { BEFORE_ALL, versionDate, wrongDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { askedFor, CandidatesForInput, ofSegmentOnly } from './asked-for.ts';
import { IntroductionRef, readIntroduction } from './introduction.ts';
import { LeftOutRef } from './left-out.ts';
import { NearRef, type NearShape } from './near.ts';
import { LackRef, RankingRef, TermEnum, WeightsInput, weightsOf } from './ranking.ts';
import { PartnersRef, type PartnersShape } from './partners.ts';
import { readBody } from './read-body.ts';
import { readGround } from './read-ground.ts';
import { nearestFirms, nearestSegments } from './read-nearest.ts';
import { measuredPartners, rankPartners, type PartnerLack } from './read-partners.ts';
import { RowRef } from './row.ts';

const MOST_ROWS = 200;
const USUAL_ROWS = 50;

const LedgerEnum = vocabulary('LedgerState', LEDGERS);

type Asked = {
  readonly chain: EntityShape;
  readonly segment: EntityShape | undefined;
  readonly region: EntityShape;
};

type Shape = {
  readonly outcome: 'Candidates';
  readonly at: View;
  readonly date: string;
  /** Undefined: a body is asked about. */
  readonly of: Asked | undefined;
  readonly body: EntityShape | undefined;
  readonly cell: { readonly slice: ChainSlice; readonly cell: Cell } | undefined;
  /** From whom an introduction would come: the region and its parts, or the body. */
  readonly from: readonly string[];
  /** What ties a body to the region, or to the body asked about. */
  readonly tiesTo: (body: string) => readonly ToldTie[];
  readonly contacts: ReadonlyMap<string, readonly string[]>;
  readonly seen: Label | undefined;
  readonly lists: CandidateLists;
  /** Undefined: of a body partners are ranked. */
  readonly ranking: CandidateRanking | Lack | undefined;
  /** Ranked when asked for: whoever wants the lists alone need not wait for it. */
  readonly partners: (() => Promise<PartnersShape | PartnerLack>) | undefined;
  /** Read when asked for. */
  readonly near: () => Promise<NearShape>;
  readonly ledger: LedgerState;
};

type ListShape = Pick<Shape, 'at' | 'date' | 'contacts'> & { readonly list: CandidateList };

const ListRef = builder.objectRef<ListShape>('CandidateList').implement({
  description:
    'What is no fit last; the more real first, then the newer source, then by name and id: no order of merit.',
  fields: (t) => ({
    label: t.field({
      type: LabelRef,
      description: 'What it is called: of the named, by the sort of paper that names them.',
      resolve: ({ list }) => list.label,
    }),
    rows: t.field({
      type: [RowRef],
      resolve: ({ at, date, list, contacts }) =>
        list.rows.map((row) => ({ at, date, row, contacts: contacts.get(row.body) ?? [] })),
    }),
    cut: t.int({ description: 'Rows beyond the limit.', resolve: ({ list }) => list.cut }),
  }),
});

const CandidatesRef = builder.objectRef<Shape>('Candidates').implement({
  description: 'Whom to visit: three lists with their sources first; a ranking where the data carry it.',
  fields: (t) => ({
    chain: t.field({ type: EntityRef, nullable: true, resolve: ({ of }) => of?.chain ?? null }),
    segment: t.field({ type: EntityRef, nullable: true, resolve: ({ of }) => of?.segment ?? null }),
    region: t.field({ type: EntityRef, nullable: true, resolve: ({ of }) => of?.region ?? null }),
    body: t.field({ type: EntityRef, nullable: true, resolve: ({ body }) => body ?? null }),
    date: t.exposeString('date'),
    seen: t.field({
      type: LabelRef,
      nullable: true,
      description: 'What is seen of it here, and why that is a gap or not yet one; null for a body.',
      resolve: ({ seen }) => seen,
    }),
    doing: t.field({
      type: LabelRef,
      nullable: true,
      description: 'How many of the three lists are written to do what is asked for; null for a body.',
      resolve: ({ lists, of }) =>
        lists.doing === undefined ? null : doingIn(lists.doing, of?.segment === undefined ? 'chain' : 'segment'),
    }),
    cell: t.field({
      type: CellRef,
      nullable: true,
      description: 'The cell of the board; null for a chain as a whole, and for a body.',
      resolve: ({ at, date, cell }) => (cell === undefined ? null : { at, date, ...cell }),
    }),
    named: t.field({
      type: ListRef,
      description:
        'Named by documents: firms that are wanted, and whoever only plans or proposals tie. None of it took place.',
      resolve: ({ at, date, lists, contacts }) => ({ at, date, list: lists.named, contacts }),
    }),
    ties: t.field({
      type: ListRef,
      description:
        'Here or tied to it: bodies of the chain in the very region, or with real ties to it, its parks or bodies; of a ' +
        'body, those that really have to do with it. Each tie says whether it is dealings or an affiliation.',
      resolve: ({ at, date, lists, contacts }) => ({ at, date, list: lists.ties, contacts }),
    }),
    results: t.field({
      type: ListRef,
      description: 'Results of institutes to transfer, a row a product.',
      resolve: ({ at, date, lists, contacts }) => ({ at, date, list: lists.results, contacts }),
    }),
    leftOut: t.field({
      type: [LeftOutRef],
      description: 'In the order of the reasons.',
      resolve: ({ at, lists }) => lists.leftOut.map((one) => ({ at, one })),
    }),
    ranking: t.field({
      type: RankingRef,
      nullable: true,
      description: 'Null where the data do not carry one: see lack.',
      resolve: ({ at, ranking, contacts }) => (typeof ranking === 'object' ? { at, ranking, contacts } : null),
    }),
    partners: t.field({
      type: PartnersRef,
      nullable: true,
      description: 'Of a body: who could join it. Null where the data do not carry it, and for a segment or chain.',
      resolve: async ({ partners }) => {
        const ranked = await partners?.();
        return ranked === undefined || 'lack' in ranked ? null : ranked;
      },
    }),
    lack: t.field({
      type: LackRef,
      nullable: true,
      description: 'What a ranking would need; null where there is one.',
      resolve: async ({ ranking, partners }) => {
        if (typeof ranking === 'string') return { lack: ranking };
        const ranked = await partners?.();
        return ranked !== undefined && 'lack' in ranked ? ranked : null;
      },
    }),
    near: t.field({
      type: NearRef,
      description: 'Whom no source names for it, and who does what is near it. Not in the lists, and no fit.',
      resolve: ({ near }) => near(),
    }),
    ledger: t.field({ type: LedgerEnum, resolve: ({ ledger }) => ledger }),
    ledgerLabel: t.field({ type: LabelRef, resolve: ({ ledger }) => labelOnly(LEDGERS[ledger]) }),
    introduction: t.field({
      type: IntroductionRef,
      nullable: true,
      description: 'The way to one of the candidates; null when this version has no such body.',
      args: { to: t.arg.id({ required: true }) },
      resolve: async ({ at, from, tiesTo }, { to }) => {
        const found = await at.load.entity(to);
        if (found === undefined) return null;
        const body = found.row.id;
        const plans = tiesTo(body).filter((tie) => !stands(tie));
        return { at, body, plans, ...(await readIntroduction(at, body, from)) };
      },
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const CandidatesResult = builder.unionType('CandidatesResult', {
  types: [CandidatesRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('candidates', (t) =>
  t.field({
    type: CandidatesResult,
    description: 'Who could fill a segment of a region, or work with a body: by name, with sources, and through whom.',
    args: {
      for: t.arg({ type: CandidatesForInput, required: true }),
      limit: t.arg.int({ defaultValue: USUAL_ROWS, description: `Rows of each list, 1 to ${MOST_ROWS}.` }),
      weights: t.arg({ type: WeightsInput, description: 'Of a segment; refused for a body.' }),
      required: t.arg({
        type: [TermEnum],
        description: 'Of a segment: whoever lacks one of these terms is not ranked; counted. Refused for a body.',
      }),
      date: t.arg.string({ description: 'As known on that day; the date of the data version where not said.' }),
      version: t.arg.int(),
    },
    resolve: async (_, args, { view }) => {
      const limit = args.limit ?? USUAL_ROWS;
      const wrong = outside('limit', limit, 1, MOST_ROWS) ?? wrongDate(args.date) ?? ofSegmentOnly(args);
      if (wrong !== undefined) return wrong;
      const weights = weightsOf(args.weights, SEGMENT_WEIGHTS);
      if ('outcome' in weights) return weights;
      const at = await view(args.version);
      const asked = await askedFor(at, args.for);
      if ('outcome' in asked) return asked;
      const date = args.date ?? (await versionDate(at)) ?? BEFORE_ALL;
      const ledger = (await isLedgerLoaded(at)) ? 'loaded' : 'not_loaded';
      const of = { outcome: 'Candidates' as const, at, date, ledger } as const;
      const required: readonly Term[] = args.required ?? [];
      if (asked.body !== undefined) return { ...of, ...(await ofBody(at, asked.body, date, limit)) };
      const { chain, segment, region } = asked;
      const ground = await readGround(at, chain.row, segment?.row.id, region.row.id, date);
      const ranking = rankSegment(ground, weights, required, limit);
      return {
        ...of,
        ...inRegion(ground, limit, ranking),
        of: { chain, segment, region },
        body: undefined,
        ranking,
        partners: undefined,
        near: () => nearestFirms(at, segment?.row.id, region.row.id, { date, limit }),
      };
    },
  }),
);

function inRegion(ground: CandidateGround, limit: number, ranking: CandidateRanking | Lack) {
  const { slice, segment, region, date, areas, contacts } = ground;
  const cell = boardOf(slice, [region], date).cells.find((one) => one.segment === segment);
  return {
    cell: cell === undefined ? undefined : { slice, cell },
    from: areas,
    tiesTo: (body: string) => ground.ties.get(body) ?? [],
    contacts,
    seen: seenOf(presentIn(ground).size, cell),
    lists: listsOf(ground, limit, rankedIn(ranking)),
  };
}

async function partnersOfBody(
  at: View,
  ground: BodyGround,
  contacts: Shape['contacts'],
  limit: number,
): Promise<PartnersShape | PartnerLack> {
  const ranked = await rankPartners(at, ground, limit);
  if ('lack' in ranked) return ranked;
  const { view, ranking } = ranked;
  return { at, ranking, contacts, measured: () => measuredPartners(at, view) };
}

async function ofBody(at: View, body: EntityShape, date: string, limit: number) {
  const ground = await readBody(at, body.row.id, date);
  const contacts = new Map<string, readonly string[]>();
  for (const { company, relation } of ground.contacts) {
    contacts.set(company, [...(contacts.get(company) ?? []), relation].sort());
  }
  let partners: Promise<PartnersShape | PartnerLack> | undefined;
  return {
    of: undefined,
    body,
    cell: undefined,
    from: [body.row.id],
    tiesTo: (other: string) => toldTies(ground.ties.get(other) ?? [], ground.told),
    contacts,
    seen: undefined,
    lists: listsOfBody(ground, limit),
    ranking: undefined,
    partners: () => (partners ??= partnersOfBody(at, ground, contacts, limit)),
    near: () => nearestSegments(at, body.row.id, { date, limit }),
  };
}
