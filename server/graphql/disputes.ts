import type { KeyOf, RowOf } from '#graph-model/rows.ts';
import { DISPUTES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { disputesOf, type Dispute, type DisputedFact } from '#server/analysis/disputes.ts';
import { builder } from './builder.ts';
import { edgeType, mapPage, pageOf, PageInfoRef, type Connection } from './connection.ts';
import { found } from './found.ts';
import { AttributeRef, EntityRef, IndicatorRef, RelationRef } from './refs.ts';
import type { View } from './view.ts';

/** Disputed facts of one table that are read for one question; what lies beyond is said, not shown. */
const MOST_FACTS = 2_000;

const FACT_SORTS = ['indicator', 'attribute', 'relationship'] as const;
type FactSort = (typeof FACT_SORTS)[number];

const FactSortEnum = builder.enumType('FactSort', { values: FACT_SORTS });

type FactShape = DisputedFact & { readonly at: View };

const DisputedFactRef = builder.unionType('DisputedFact', {
  types: [RelationRef, AttributeRef, IndicatorRef],
  resolveType: (fact) =>
    ({ relationship: RelationRef, attribute: AttributeRef, indicator: IndicatorRef })[(fact as FactShape).table],
});

type Shape = { readonly at: View; readonly dispute: Dispute };

const DisputeRef = builder.objectRef<Shape>('Dispute').implement({
  description: 'Facts that cannot all hold, or one that a passage denies. All are shown; none is chosen.',
  fields: (t) => ({
    about: t.field({ type: EntityRef, resolve: ({ at, dispute }) => found(at, 'entity', dispute.about) }),
    facts: t.field({
      type: [DisputedFactRef],
      description: 'In order of id.',
      resolve: ({ at, dispute }) => dispute.facts.map((fact) => ({ at, ...fact })),
    }),
  }),
});

type ListShape = { readonly page: Connection<Shape>; readonly truncated: boolean };

const DisputeConnectionRef = builder.objectRef<ListShape>('DisputeConnection').implement({
  fields: (t) => ({
    edges: t.field({ type: [edgeType('Dispute', DisputeRef)], resolve: ({ page }) => [...page.edges] }),
    pageInfo: t.field({ type: PageInfoRef, resolve: ({ page }) => page.pageInfo }),
    totalCount: t.int({ resolve: ({ page }) => page.totalCount }),
    truncated: t.boolean({
      description: `More than ${MOST_FACTS.toLocaleString('en')} disputed facts of one sort: there are others.`,
      resolve: ({ truncated }) => truncated,
    }),
  }),
});

builder.queryField('disputes', (t) =>
  t.field({
    type: DisputeConnectionRef,
    description: 'What the sources disagree on: figures, then attributes, then relationships, each in order of id.',
    args: {
      sort: t.arg({ type: FactSortEnum, description: 'Of one sort only.' }),
      first: t.arg.int({ defaultValue: 20 }),
      after: t.arg.string(),
      version: t.arg.int(),
    },
    resolve: async (_, { version, sort, ...args }, { view }) => {
      const at = await view(version);
      const disputed = async <T extends FactSort>(table: T): Promise<readonly RowOf<T>[]> =>
        (sort ?? table) === table
          ? at.reader.find(table, 'dispute' as KeyOf<T>, wordsOf(DISPUTES), { limit: MOST_FACTS + 1 })
          : [];
      const [indicators, attributes, relationships] = await Promise.all([
        disputed('indicator'),
        disputed('attribute'),
        disputed('relationship'),
      ]);
      const disputes = disputesOf(
        indicators.slice(0, MOST_FACTS),
        attributes.slice(0, MOST_FACTS),
        relationships.slice(0, MOST_FACTS),
      );
      const truncated = [indicators, attributes, relationships].some(({ length }) => length > MOST_FACTS);
      const shown = pageOf(disputes, ({ facts }) => facts[0]?.row.id ?? '', at.version, args);
      return { page: await mapPage(shown, (list) => list.map((dispute) => ({ at, dispute }))), truncated };
    },
  }),
);
