import type { GraphQLSchema } from 'graphql';
import { clientErrorCodes } from '#server/http/errors.ts';
import * as lists from './absent-lists.ts';
import { wordsIn } from './count-coverage.ts';
import type { WorldName } from './worlds.ts';

/** What cannot come up in a world, by the reason. A word ends in `*` where all that begin so are meant. */
export type Absent = Readonly<Record<string, readonly string[]>>;

/** No question to a store that is there brings these about; the tests of the server do. */
const OF_THE_SERVER: Absent = {
  'a time-out, a stop, a fault or a store that is away is none of the question': [
    'error DEADLINE_EXCEEDED',
    'error CANCELLED',
    'error STORE_UNAVAILABLE',
    'error INTERNAL',
  ],
  'said of a request before it is a question': [
    'error GRAPHQL_PARSE_FAILED',
    'error GRAPHQL_VALIDATION_FAILED',
    'error BAD_REQUEST',
    'error OPERATION_RESOLUTION_FAILURE',
    'error PERSISTED_QUERY_NOT_SUPPORTED',
  ],
  'no world is large enough for the budget to end a search': ['NoDistance.CUT', ...lists.TOO_MUCH],
};

/** Everything about a kind of which a world has none. */
function ofKinds(...kinds: string[]): string[] {
  return kinds.flatMap((kind) => [`${kind}.*`, `Node = ${kind}`, `Entity = ${kind}`, `Kind.${kind}`]);
}

/** Everything of a type. */
function ofTypes(...types: string[]): string[] {
  return types.map((type) => `${type}.*`);
}

function valuesOf(name: string, values: string): string[] {
  return values.split(' ').map((value) => `${name}.${value}`);
}

const OF_CHANCE = {
  ...OF_THE_SERVER,
  ...lists.MUCH_TO_HIDE,
  'its sources stay as they are': [
    'CellCauseName.source_changed',
    ...valuesOf('ChangeName', 'source_changed'),
    ...valuesOf('ChangeAspectName', 'title class publisher date'),
  ],
  'what is said in it comes and goes, and is not said otherwise': [
    ...valuesOf('ChangeAspectName', 'modality value name_type ended'),
    'ChangeName.name_changed',
  ],
  'figures drawn by chance do not add up': ['Pace.composition'],
  'offices speak to firms from its first version on': [
    ...ofTypes('LedgerNotLoaded'),
    'LedgerResult = LedgerNotLoaded',
    'LedgerState.not_loaded',
  ],
  'whom they speak to is in no doubt': [...ofTypes('LedgerMayBe'), 'LedgerFirm.mayBe'],
};

/** A word that does come up although it is listed here fails the test. */
const ABSENT: Readonly<Record<WorldName, Absent>> = {
  golden: {
    ...OF_THE_SERVER,
    ...lists.NOTHING_TO_HIDE,
    ...lists.ONE_LEDGER_LINE,
    ...lists.CUT_CHANGES,
    'from version to version little of it changes': [
      ...valuesOf('ChangeAspectName', 'value name name_type ended validity title class publisher date'),
      ...valuesOf('ChangeName', 'entity_gone entity_renamed attribute_removed indicator_removed'),
      ...valuesOf('ChangeName', 'name_added name_changed source_changed coverage_removed decision_removed'),
    ],
    'the golden world has none of these things': [
      ...ofKinds('Hospital', 'Agency', 'Fund', 'Association', 'Facility', 'Project', 'Policy'),
      ...valuesOf('RelationType', 'PARTNER_OF SUBSIDIARY_OF HOSTS SUPPORTS SUPPLIES FUNDS TESTS_FOR EXPORTS_TO'),
      ...valuesOf('RelationType', 'ISSUES APPLIES_TO RESPONSIBLE_FOR'),
      ...valuesOf('SourceClass', 'statistics proposal company_statement paper'),
    ],
    'its tables have no such rows or columns': [
      ...valuesOf('AttributeName', 'identifier project_stage investment paid_in event description'),
      ...valuesOf('Source', 'titleEn licence url'),
      ...valuesOf('Attribute', 'validFrom validTo'),
      ...valuesOf('Figure', 'baseline estimate'),
      ...valuesOf('ReconcileRule', 'NUMERALS'),
      ...valuesOf('Pace', 'baseline shareOfWay shareOfTime notCompared'),
      ...valuesOf('Pace', 'distance gained onSchedule compound lastYear composition elsewhere'),
      ...ofTypes('YearGrowth'),
      ...valuesOf('PaceGap', 'NO_ACTUAL NO_DISTANCE'),
      'NameType.former',
      'Evidence.note',
      'Extent.list',
    ],
    'its consortium serves no chain, and stands in no place': [
      ...ofTypes('ServedChain', 'ConsortiumSkills', 'UnseenSegment', 'SkillBringer', 'SkillWay', 'ReadingSegments'),
      ...ofTypes('ConsortiumFigure', 'ConsortiumRegister', 'SeenSegment'),
      ...valuesOf('ConsortiumTie', 'chains skills figures'),
      ...valuesOf('Consortia', 'figures wanted'),
      ...valuesOf('ConsortiumRoleName', 'partner tester funder direction lead_direction project other'),
      ...valuesOf('ConsortiumRow', 'also does'),
      ...valuesOf('ConsortiumUnknownName', 'lead members founded division'),
      ...valuesOf('ConsortiumReading', 'fewer shows'),
    ],
    'no register of it names who makes a product of its chain, and nobody is wanted for that': [
      ...ofTypes('CandidateTerm', 'CandidateTermName', 'CandidateTermWeight', 'RankedCandidate', 'CandidateRanking'),
      ...ofTypes('CandidatesDropped'),
      ...valuesOf('CandidateSilenceName', 'chain_by_passage segment_not_written product_not_written'),
      ...valuesOf('CandidateSilenceName', 'stage_not_written production_not_written wider_place only_proposal'),
      ...valuesOf('CandidateSilenceName', 'own_word disputed'),
      ...valuesOf('CandidateTieKind', 'meant affiliation project facility'),
      ...valuesOf('CandidateFit', 'segment wider chain paragraph'),
      ...valuesOf('CandidateLeftOutReason', 'signed other_chain no_result_yet'),
      ...valuesOf('CandidateRow', 'alongside contacts'),
      'Candidates.ranking',
      'RankedPartner.contacts',
      'VisitRow.parks',
    ],
    'its consortium has a lead and members, its product a maker': valuesOf('Expected', 'lead members maker'),
    'each of its zones lies in one city': ['SurveyOffice.spans'],
    'it has no project and no policy': valuesOf('Expected', 'stage investment issuer'),
    'its bodies operate or study, each in one place': [
      ...valuesOf('SeenAs', 'building unplaced intended'),
      'BodyCells.ofChain',
    ],
    'its chain is told of in short': [
      ...valuesOf('BoardCell', 'proposed building intended areas'),
      'BoardRequests.proposed',
      ...valuesOf('LeastChangeName', 'recognised'),
      'BoardSegment.partOf',
      ...valuesOf('Board', 'ofChain requestsOfChain'),
      'GapKind.upstream',
      'ChainAction.upgrade',
      'ChainPosition.service',
      ...ofTypes('Settlement', 'SettlementName', 'BoardLane', 'BoardAlongside'),
      ...valuesOf('Board', 'alongside'),
      'BoardFramework.notes',
      ...valuesOf('BoardCell', 'claimedMissing settlements operatingFrom plannedFor'),
      ...valuesOf('BoardSince', 'came went'),
      'Board.lanes',
      'CellCause.entity',
      ...valuesOf('CellCauseName', 'cell_added register_removed actor_changed frame_changed time_passed'),
    ],
    'its sources stay as they are': ['CellCauseName.source_changed'],
    'its plan asks one place for little, and no register covers that': [
      ...valuesOf('SurveyRow', 'proposed research registers alsoAsked meantFor responsible'),
      'SurveyOffice.settled',
      'Survey.placeless',
    ],
    'its plan wants one segment in one city, and states no policy': [
      ...valuesOf('LayoutCell', 'parks asked extent'),
      ...valuesOf('LayoutIndustry', 'group elsewhere partners clusters targets'),
      ...valuesOf('Layout', 'policy unplaced claims'),
      ...valuesOf('LayoutSaying', 'park zone listed'),
      ...ofTypes('LayoutUnplaced', 'LayoutClaim'),
      'LayoutPlan.policy',
      'LayoutPark.namedParts',
      'LayoutZone.overview',
      'LayoutSeen.building',
    ],
    'every entity of it has a relationship': ['NoDistance.NO_RELATIONS'],
  },
  gansu: {
    ...OF_THE_SERVER,
    ...lists.NOTHING_TO_HIDE,
    ...lists.NO_LEDGER,
    ...lists.CUT_CHANGES,
    'no register is among its sources': [
      ...ofTypes('Strength', 'StrengthTerm', 'StrengthTermName'),
      ...valuesOf('BoardCell', 'registers strength'),
      'SurveyRow.registers',
      'SurveyOffice.settled',
      'ChainAction.upgrade',
      'Extent.register',
      'SourceClass.register',
      ...valuesOf('LeastChangeName', 'recognised research place_actors'),
    ],
    'its consortia have no project and no written division of work, and are each in a place': [
      ...valuesOf('ConsortiumRoleName', 'project other'),
      ...valuesOf('ConsortiumUnknownName', 'place'),
      ...valuesOf('ConsortiumRow', 'division'),
      ...valuesOf('SkillBringer', 'through'),
      'ConsortiumReading.fewer',
      'ConsortiumRegister.keepers',
    ],
    'without a register nobody is ranked, and it has no ledger': [
      ...ofTypes('CandidateTerm', 'CandidateTermName', 'CandidateTermWeight', 'RankedCandidate', 'CandidateRanking'),
      ...ofTypes('CandidatesDropped'),
      ...valuesOf('CandidateSilenceName', 'own_word disputed'),
      ...valuesOf('CandidateLeftOutReason', 'signed in_ledger'),
      ...valuesOf('LedgerState', 'loaded'),
      'Candidates.ranking',
      'CandidateRow.contacts',
      'RankedPartner.contacts',
    ],
    'whatever its plans ask for, they ask of some place, and nobody is named responsible for a chain': [
      'Survey.placeless',
      'SurveyRow.responsible',
    ],
    'its documents are of three classes, and deny nothing': [
      ...valuesOf('SourceClass', 'statistics company_statement paper'),
      'Stance.refutes',
      'DisputedFact = Relation',
      'DisputedFact = Attribute',
    ],
    'its tables have no such rows or columns': [
      ...valuesOf('AttributeName', 'identifier investment paid_in'),
      ...['Attribute', 'Relation', 'Statement'].flatMap((type) => valuesOf(type, 'validFrom validTo')),
      ...valuesOf('RelationType', 'SUPPLIES ENGAGED_WITH'),
      'Relation.ended',
      'Source.url',
      'NameType.former',
      'Entity.redirectedFrom',
      ...valuesOf('PaceGap', 'DISPUTED NO_DISTANCE'),
      ...valuesOf('Pace', 'lastYear'),
      ...ofTypes('YearGrowth'),
    ],
    'the same is published, undone and published again': [
      ...ofTypes('ChangeAspect', 'ChangeAspectName'),
      ...valuesOf('Change', 'before aspects reason'),
      'ChangedName.alias',
      'ChangedRow = ChangedName',
      ...valuesOf(
        'ChangeName',
        'entity_gone entity_merged entity_split entity_renamed relation_removed relation_changed',
      ),
      ...valuesOf('ChangeName', 'attribute_removed attribute_changed indicator_removed indicator_changed'),
      ...valuesOf('ChangeName', 'name_added name_removed name_changed source_removed source_changed'),
      ...valuesOf('ChangeName', 'coverage_removed decision_removed'),
      ...valuesOf('CellCause', 'relation statements reason source'),
      ...valuesOf('CellCauseName', 'fact_added fact_removed fact_changed register_added register_removed'),
      ...valuesOf('CellCauseName', 'actor_changed source_changed frame_changed time_passed'),
      'BoardSince.went',
      'CellChangeName.closed',
    ],
    'no chain of it has lanes, only news says what lacks': ['BoardCell.claimedMissing', 'Board.lanes', 'BoardLane.*'],
    'whoever acts in two of its places is in both': ['SeenAs.unplaced'],
    'it gives no start and no end': valuesOf('BoardCell', 'operatingFrom plannedFor'),
  },
  random: OF_CHANCE,
  'small random': { ...OF_CHANCE, ...lists.CUT_CHANGES },
};

/** What so few answers of a world hold that the questions meet it now and then: neither asked for nor forbidden. */
const BY_CHANCE: Readonly<Record<WorldName, readonly string[]>> = {
  golden: [
    ...lists.OF_PLANS,
    'PartnerTerm.rests',
    'CandidateSilenceName.name_in_doubt',
    'NoPathReason.NO_RELATIONS',
    'IntendedTies.*',
    ...valuesOf('PathSet', 'intended intendedPath'),
  ],
  gansu: [
    ...lists.OF_PLANS,
    'NoPathReason.NOT_CONNECTED',
    'BoardState.strong',
    'SkillWay.building',
    'CandidateSilenceName.wider_place',
    'CandidateTieKind.facility',
    ...valuesOf('CandidateLeftOutReason', 'no_tie place_unknown no_result_yet'),
    ...valuesOf('VisitRow', 'signals parks'),
  ],
  /** Few of twenty thousand are ranked, those of the worked chain: the smaller world asks for them. */
  random: [
    ...lists.DRAWN,
    ...lists.OF_PLANS,
    ...ofTypes(
      'RankedCandidate',
      'CandidateTerm',
      'CandidatesDropped',
      'RankedPartner',
      'PartnerTerm',
      'PartnerReason',
    ),
    'CandidateRanking.dropped',
    'ContactStanding.ahead',
    ...lists.OF_THE_WORKED,
  ],
  'small random': [...lists.DRAWN, 'RankedPartner.contacts'],
};

/** What of the words of the schema, and of the error codes, cannot come up in a world, and what of them must. */
export function expectedOf(world: WorldName, schema: GraphQLSchema) {
  const words = [...wordsIn(schema), ...clientErrorCodes().map((code) => `error ${code}`)];
  const isIn = (listed: readonly string[]) => (word: string) =>
    listed.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one));
  const isAbsent = isIn(Object.values(ABSENT[world]).flat());
  const isByChance = isIn(BY_CHANCE[world]);
  return {
    absent: words.filter(isAbsent),
    expected: words.filter((word) => !isAbsent(word) && !isByChance(word)),
  };
}
