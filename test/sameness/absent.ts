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
      ...valuesOf('PaceGap', 'NO_ACTUAL NO_DISTANCE'),
      'NameType.former',
      'Evidence.note',
      'Extent.list',
    ],
    'its consortium has a lead and members, its product a maker': valuesOf('Expected', 'lead members maker'),
    'it has no project and no policy': valuesOf('Expected', 'stage investment issuer'),
    'every entity of it has a relationship': ['NoPathReason.NO_RELATIONS'],
  },
  gansu: {
    ...OF_THE_SERVER,
    'data/gansu has none of these things': [
      ...ofKinds('Fund', 'Association', 'Facility', 'Project'),
      ...valuesOf('RelationType', 'HOSTS SUPPLIES FUNDS EXPORTS_TO RESPONSIBLE_FOR TARGETS ENGAGED_WITH'),
      ...valuesOf('SourceClass', 'register statistics company_statement paper'),
    ],
    'its tables have no such rows or columns': [
      ...valuesOf('AttributeName', 'identifier founded project_stage investment paid_in'),
      ...['Attribute', 'Relation', 'Statement'].flatMap((type) => valuesOf(type, 'validFrom validTo')),
      ...valuesOf('Figure', 'target baseline estimate'),
      ...valuesOf('Extent', 'register list'),
      'Relation.ended',
      'Source.url',
      'NameType.former',
      'Modality.building',
      'Stance.refutes',
    ],
    'nobody decided that two of its records are one': ['Entity.redirectedFrom'],
    'every entity of it has a relationship, and all hang together': [
      ...valuesOf('NoPathReason', 'NO_RELATIONS NOT_CONNECTED'),
    ],
  },
  random: OF_THE_SERVER,
  'small random': OF_THE_SERVER,
};
