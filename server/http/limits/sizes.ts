import {
  isListType,
  isNonNullType,
  type GraphQLObjectType,
  type GraphQLInterfaceType,
  type GraphQLOutputType,
} from 'graphql';

export type Arguments = Readonly<Record<string, unknown>>;

/** How many objects a field may give, before it is run. */
export type Size = {
  readonly count: number;
  /** Does it count as a list inside a list? */
  readonly list: boolean;
  /** What `edges` below it will give. */
  readonly page?: number;
};

/** Lists that no argument bounds, by how long they usually are. */
const USUAL: Readonly<Record<string, number>> = {
  'Entity.readings': 1,
  'Statement.evidence': 2,
  'Source.coverage': 2,
  'Relation.details': 2,
  'PathStep.relations': 2,
  'PathStep.sentences': 2,
  'Layout.industries': 20,
  'Change.aspects': 1,
  'Change.entities': 2,
  'Change.statements': 1,
  'Change.sources': 1,
  'Changes.cuts': 1,
  'Changes.runs': 10,
  'LayoutMention.relations': 1,
  'LayoutMention.passages': 2,
  'Holdings.examples': 4,
  'BoardCell.requests': 2,
  'SurveyRow.requests': 1,
  'SurveyRow.meantFor': 1,
  'SurveyRow.responsible': 1,
  'Board.bodies': 50,
  'Board.alongside': 5,
  'Board.requestsOfChain': 2,
  'BoardAlongside.chains': 1,
  'BoardAlongside.ties': 1,
  'BoardAlongside.planned': 1,
  'BoardAlongside.proposed': 1,
  'BoardAlongside.requests': 1,
  'BoardAlongside.operating': 1,
  'BoardAlongside.building': 1,
  'BoardAlongside.intended': 1,
  'BoardFramework.notes': 1,
  'BodyCells.cells': 15,
  'BodyCell.seen': 1,
  'SeenInCell.relations': 2,
  'BoardRequests.planned': 2,
  'BoardRequests.proposed': 2,
  'Dataset.sources': 50,
  'Dataset.runs': 50,
  'Dataset.kinds': 17,
  'Dataset.relationTypes': 24,
  'Distances.from': 20,
  'Distances.to': 20,
  'Distances.intermediaries': 50,
  'CommonNeighbours.entities': 20,
  'CommonTie.relations': 2,
  'ConsortiumTie.chains': 2,
  'ConsortiumTie.leads': 1,
  'ServedChain.relations': 2,
  'ConsortiumRole.rows': 6,
  'ConsortiumRow.relations': 1,
  'ConsortiumRow.does': 3,
  'ConsortiumRow.passages': 2,
  'ConsortiumSkills.unseen': 8,
  'UnseenSegment.bringers': 4,
  'UnseenSegment.perhaps': 1,
  'SkillBringer.products': 2,
  'SkillBringer.relations': 2,
  'CandidateRow.segments': 1,
  'CandidateRow.products': 1,
  'CandidateRow.relations': 2,
  'CandidateRow.alongside': 1,
  'CandidateRow.ties': 1,
  'CandidateTie.with': 2,
  'CandidateTie.relations': 2,
  'CandidateRow.silences': 2,
  'CandidateRow.contacts': 1,
  'CandidateRow.sources': 1,
  'CandidateRow.passages': 2,
  'NearRow.terms': 4,
  'NearTerm.rests': 2,
  'NearRow.contacts': 1,
  'NearRanking.leftOut': 1,
  'RankedPartner.terms': 9,
  'PartnerTerm.rests': 2,
  'RankedCandidate.products': 1,
  'RankedCandidate.terms': 6,
  'CandidateRanking.terms': 6,
  'RankedCandidate.contacts': 1,
  'CandidatesLeftOut.bodies': 10,
  'LedgerFirm.contacts': 2,
  'LedgerFirm.mayBe': 1,
  'LedgerMayBe.contacts': 1,
  'LedgerSigned.by': 1,
  'Contact.sources': 1,
  'Ring.kinds': 17,
  'Ring.relationTypes': 24,
};
const USUAL_ELSEWHERE = 5;

/** Segments of a chain: each gives a cell for every region asked about. */
const USUAL_SEGMENTS = 15;

/** Lists that are short by nature: a path has at most eight hops and two readings. */
const SHORT: Readonly<Record<string, number>> = {
  'Path.steps': 6,
  'Path.entities': 7,
  'NoPath.misses': 3,
  'IntendedTies.relations': 3,
  'WrittenOf.writings': 3,
  'PathSet.mayBeSame': 1,
  'MayBeSame.readings': 2,
  'Path.weak': 5,
  'PathSet.without': 5,
  'Without.otherReadings': 1,
  'ReconciledName.candidates': 2,
  'Reconciliation.counts': 7,
  'CostEstimate.limits': 11,
  // The limit of a survey is of the rows of all offices together.
  'SurveyOffice.open': 1,
  'Rings.rings': 4,
  'ConsortiumTie.roles': 6,
  'ConsortiumTie.doubts': 2,
  'ConsortiumDoubt.readings': 2,
  'ConsortiumTie.skills': 2,
  'Consortia.sums': 6,
};

/** @param page what the field above promised its edges */
export function sizeOf(
  parent: GraphQLObjectType | GraphQLInterfaceType,
  field: string,
  type: GraphQLOutputType,
  args: Arguments,
  page: number,
): Size {
  const name = `${parent.name}.${field}`;
  const short = SHORT[name];
  if (short !== undefined) return { count: short, list: false };
  if (name === 'Query.nodes') return { count: lengthOf(args['ids']), list: true };
  if (name === 'Query.paths') return { count: 1, list: false, page: numberIn(args['input'], 'k') };
  if (name === 'Query.neighbourhood') return { count: 1, list: false, page: numberIn(args['input'], 'limit') };
  if (name === 'Query.distances') return { count: 1, list: false, page: pairsIn(args['input']) };
  if (name === 'Query.commonNeighbours') return { count: 1, list: false, page: numberIn(args['input'], 'first') };
  if (name === 'Query.rings') return { count: 1, list: false, page: numberIn(args['input'], 'limit') };
  if (name === 'Query.board') return { count: 1, list: false, page: USUAL_SEGMENTS * lengthOf(args['regions']) };
  if (name === 'Board.cells') return { count: page, list: true };
  if (name === 'Query.reconcile') return { count: 1, list: false, page: lengthOf(args['names']) };
  if (name === 'Reconciliation.names') return { count: page, list: true };
  if (name === 'Query.survey') return { count: 1, list: false, page: numberIn(args, 'limit') };
  if (name === 'Query.ledger') return { count: 1, list: false, page: numberIn(args, 'limit') };
  if (name === 'Ledger.firms') return { count: page, list: true };
  if (name === 'Query.visitingList') return { count: 1, list: false, page: lengthOf(args['firms']) };
  if (name === 'VisitingList.rows') return { count: page, list: true };
  if (name === 'Query.candidates') return { count: 1, list: false, page: numberIn(args, 'limit') };
  if (/^(CandidateList|CandidateRanking|PartnerRanking|NearRanking)\.rows$/.test(name)) {
    return { count: page, list: true };
  }
  if (typeof args['first'] === 'number') return { count: 1, list: false, page: args['first'] };
  if (!isList(type)) return { count: 1, list: false };
  const paged =
    field === 'edges' ||
    name === 'PathSet.paths' ||
    name === 'Survey.offices' ||
    name === 'Distances.pairs' ||
    name === 'CommonNeighbours.neighbours' ||
    name === 'Ring.entities' ||
    /^Neighbourhood\.(entities|relations)$/.test(name);
  return { count: paged ? page : (USUAL[name] ?? USUAL_ELSEWHERE), list: true };
}

/** Points of the root fields beside the objects they give: the work of finding them. The others cost one. */
const SURCHARGES: ReadonlyMap<string, number> = new Map(
  (
    [
      [50, ['paths', 'survey', 'distances', 'reconcile', 'bodyCells', 'consortium', 'candidates', 'visitingList']],
      [
        20,
        [
          'changes',
          'board',
          'layout',
          'layoutPlans',
          'commonNeighbours',
          'rings',
          'consortia',
          'ledger',
          'estimateCost',
        ],
      ],
      [10, ['search', 'neighbourhood', 'dataset']],
    ] as const
  ).flatMap(([points, fields]) => fields.map((field) => [field, points] as const)),
);

export function surchargeOf(parent: GraphQLObjectType | GraphQLInterfaceType, field: string): number {
  return parent.name === 'Query' ? (SURCHARGES.get(field) ?? 1) : 0;
}

/** Objects that one point pays for. */
export const OBJECTS_A_POINT = 25;

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 1;
}

function pairsIn(input: unknown): number {
  const { from, to } = (input ?? {}) as Arguments;
  return lengthOf(from) * lengthOf(to);
}

function numberIn(input: unknown, key: string): number {
  const value = (input as Arguments | undefined)?.[key];
  return typeof value === 'number' && value > 0 ? value : 1;
}
