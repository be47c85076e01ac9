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

/** A word that does come up although it is listed here fails the test. */
export const ABSENT: Readonly<Record<WorldName, Absent>> = {
  golden: {
    ...OF_THE_SERVER,
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
      ...valuesOf('Pace', 'baseline shareOfWay shareOfTime notCompared'),
      ...valuesOf('Pace', 'distance gained onSchedule composition elsewhere'),
      ...valuesOf('PaceGap', 'NO_ACTUAL NO_DISTANCE'),
      'NameType.former',
      'Evidence.note',
      'Extent.list',
    ],
    'its consortium has a lead and members, its product a maker': valuesOf('Expected', 'lead members maker'),
    'it has no project and no policy': valuesOf('Expected', 'stage investment issuer'),
    'its chain is told of in short': [
      ...valuesOf('BoardCell', 'proposed building intended research areas'),
      ...valuesOf('LeastChangeName', 'recognised research place_actors'),
      'GapKind.downstream',
      'ChainAction.extend',
      'ChainPosition.downstream',
      'BoardSegment.partOf',
      'Board.ofChain',
      'GapKind.upstream',
      'ChainAction.upgrade',
      'ChainPosition.service',
    ],
    'every entity of it has a relationship': ['NoPathReason.NO_RELATIONS'],
  },
  gansu: {
    ...OF_THE_SERVER,
    'no register is among its sources': [
      ...ofTypes('Strength', 'StrengthTerm', 'StrengthTermName'),
      ...valuesOf('BoardCell', 'registers strength'),
      'BoardState.strong',
      'ChainAction.upgrade',
      'Extent.register',
      'SourceClass.register',
      ...valuesOf('LeastChangeName', 'recognised research place_actors'),
    ],
    'nobody builds in the chains and regions that are asked about': ['BoardCell.building'],
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
      'Pace.notCompared',
    ],
  },
  random: OF_THE_SERVER,
  'small random': OF_THE_SERVER,
};
