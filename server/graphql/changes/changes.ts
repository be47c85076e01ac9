import type { Label } from '#graph-model/ontology/label.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Run } from '#graph-model/store/port.ts';
import type { ToldTable } from '#server/analysis/changes/aspects.ts';
import type { Cut, ListedChange, ListedChanges } from '#server/analysis/changes/change-list.ts';
import { CHANGES, type ChangeName } from '#server/analysis/changes/words.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { edgeType, mapPage, MOST_PER_PAGE, pageOf, PageInfoRef, type Connection } from '../connection.ts';
import { KindEnum, RelationTypeEnum } from '../enums.ts';
import { entityNotFound, EntityNotFoundRef, invalidConstraint, InvalidConstraintRef } from '../expected-outcomes.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { entityAt } from '../nodes.ts';
import { RunRef } from '../refs.ts';
import { versionDate } from '../version-date.ts';
import { ChangeNameEnum, ChangeRef, changeShape, type ChangeShape } from './change.ts';
import { kindsIn, listedChanges, withRows } from './listed-changes.ts';
import type { Between } from './sentence.ts';

const ChangeCountRef = builder.objectRef<{ change: ChangeName; count: number }>('ChangeCount').implement({
  fields: (t) => ({
    change: t.field({ type: ChangeNameEnum, resolve: ({ change }) => change }),
    label: t.field({ type: LabelRef, resolve: ({ change }) => labelOnly(CHANGES[change]) }),
    count: t.exposeInt('count'),
  }),
});

const TABLE_LABELS: Readonly<Record<ToldTable, Label>> = {
  entity: { zh: '实体', en: 'entities' },
  relationship: { zh: '关系', en: 'relationships' },
  attribute: { zh: '属性', en: 'attributes' },
  indicator: { zh: '指标', en: 'indicators' },
  name: { zh: '名称', en: 'names' },
  source: { zh: '资料', en: 'sources' },
  coverage: { zh: '覆盖', en: 'coverage' },
  decision: { zh: '决定', en: 'decisions' },
};

const ChangeCutRef = builder.objectRef<Cut>('ChangeCut').implement({
  description: 'A sort of row of which too many changed to be read whole: only the first in order of id are listed.',
  fields: (t) => ({
    label: t.field({ type: LabelRef, resolve: ({ table }) => TABLE_LABELS[table] }),
    before: t.exposeInt('before', { description: 'How many the earlier version has.' }),
    after: t.exposeInt('after', { description: 'How many the later version has.' }),
    listed: t.exposeInt('listed', { description: 'Changed rows that were read.' }),
  }),
});

type Shape = Between & {
  readonly outcome: 'Changes';
  readonly list: ListedChanges;
  readonly counts: ReadonlyMap<ChangeName, number>;
  readonly page: Connection<ChangeShape>;
};

const ChangesRef = builder.objectRef<Shape>('Changes').implement({
  description:
    'What changed from an earlier data version to a later one: by sort of change, then the ontology, then id.',
  fields: (t) => ({
    since: t.int({ description: 'The earlier version.', resolve: ({ before }) => before.version }),
    sinceDate: t.string({
      nullable: true,
      description: 'Its date; null for version 0, which holds nothing.',
      resolve: ({ before }) => versionDate(before),
    }),
    version: t.int({ description: 'The later version.', resolve: ({ now }) => now.version }),
    date: t.string({ nullable: true, description: 'Its date.', resolve: ({ now }) => versionDate(now) }),
    runs: t.field({
      type: [RunRef],
      description: 'What was published after the earlier version, up to the later one. Oldest first.',
      resolve: async ({ before, now }): Promise<Run[]> =>
        (await now.runs()).filter(({ version }) => version > before.version),
    }),
    counts: t.field({
      type: [ChangeCountRef],
      description:
        'Of those that the filter lets through, whichever changes are asked for. Those that occur, in order.',
      resolve: ({ counts }) => [...counts].map(([change, count]) => ({ change, count })),
    }),
    cuts: t.field({ type: [ChangeCutRef], resolve: ({ list }) => [...list.cuts] }),
    edges: t.field({ type: [edgeType('Change', ChangeRef)], resolve: ({ page }) => [...page.edges] }),
    pageInfo: t.field({ type: PageInfoRef, resolve: ({ page }) => page.pageInfo }),
    totalCount: t.int({ resolve: ({ page }) => page.totalCount }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ now }) => coverageOfAnswer(now) }),
  }),
});

const ChangesResult = builder.unionType('ChangesResult', {
  types: [ChangesRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

const ChangeFilterInput = builder
  .inputRef<{
    entities?: string[] | null;
    kinds?: Kind[] | null;
    types?: RelationshipType[] | null;
    changes?: ChangeName[] | null;
  }>('ChangeFilter')
  .implement({
    description: 'What is left out filters nothing. An empty list lets nothing through.',
    fields: (t) => ({
      entities: t.idList({ description: `What changed around these, ${MOST_PER_PAGE} at most.` }),
      kinds: t.field({ type: [KindEnum], description: 'About an entity of one of these kinds.' }),
      types: t.field({ type: [RelationTypeEnum], description: 'Relationships of these types only.' }),
      changes: t.field({ type: [ChangeNameEnum] }),
    }),
  });

builder.queryField('changes', (t) =>
  t.field({
    type: ChangesResult,
    description: 'What changed since an earlier data version.',
    args: {
      since: t.arg.int({ required: true, description: 'The earlier version; 0 is before anything was published.' }),
      filter: t.arg({ type: ChangeFilterInput }),
      first: t.arg.int({ defaultValue: 20 }),
      after: t.arg.string(),
      version: t.arg.int(),
    },
    resolve: async (_, { since, filter, version, ...args }, { view }) => {
      const now = await view(version);
      if (since < 0 || since >= now.version) {
        return invalidConstraint('since', '应是更早的数据版本，从 0 起', 'An earlier data version, from 0.');
      }
      const { entities, kinds, types, changes } = filter ?? {};
      if (entities != null && entities.length > MOST_PER_PAGE) {
        const most = [`最多 ${MOST_PER_PAGE} 个实体`, `At most ${MOST_PER_PAGE} entities.`] as const;
        return invalidConstraint('entities', ...most);
      }
      const before = await view(since);
      const asked = new Set<string>();
      for (const id of entities ?? []) {
        const entity = (await entityAt(now, id)) ?? (await entityAt(before, id));
        if (entity === undefined) return entityNotFound(id);
        asked.add(entity.row.id);
      }
      const list = await listedChanges(before, now);
      const kindOf = kinds == null ? undefined : await kindsIn(list, before, now);
      const isOfKind = (id: string) => {
        const kind = kindOf?.get(id);
        return kind !== undefined && kinds?.includes(kind) === true;
      };
      const passing = list.changes.filter(
        ({ type, entities: about }) =>
          (entities == null || about.some((id) => asked.has(id))) &&
          (kinds == null || about.some(isOfKind)) &&
          (types == null || (type !== undefined && types.includes(type))),
      );
      const shown = passing.filter(({ change }) => changes == null || changes.includes(change));
      // The pair of versions is part of the place: a cursor of another pair belongs to another list.
      const keyOf = ({ change, before: old, after: fresh }: ListedChange) => `${since} ${change} ${fresh ?? old ?? ''}`;
      const page = await mapPage(pageOf(shown, keyOf, now.version, args), async (some) =>
        (await withRows(some, before, now)).map((one) => changeShape({ before, now }, one)),
      );
      return { outcome: 'Changes' as const, before, now, list, counts: countsOf(passing), page };
    },
  }),
);

/** In the order of the changes themselves. */
function countsOf(changes: readonly ListedChange[]): ReadonlyMap<ChangeName, number> {
  const counts = new Map<ChangeName, number>();
  for (const { change } of changes) counts.set(change, (counts.get(change) ?? 0) + 1);
  return counts;
}
