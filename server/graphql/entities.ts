import { EXPECTED } from '#graph-model/ontology/expected.ts';
import { unstatedOf, type Unstated } from '#server/analysis/unstated.ts';
import { builder } from './builder.ts';
import { connectionType, keyedPage } from './connection.ts';
import { about } from './entity.ts';
import { KindEnum, vocabulary } from './enums.ts';
import { LabelRef, labelOnly } from './label.ts';
import { EntityRef } from './refs.ts';

const EntityConnection = connectionType('Entity', EntityRef);

builder.queryField('entities', (t) =>
  t.field({
    type: EntityConnection,
    description: 'All entities of one kind, in order of id.',
    args: {
      kind: t.arg({ type: KindEnum, required: true }),
      first: t.arg.int({ defaultValue: 20 }),
      after: t.arg.string(),
      version: t.arg.int(),
    },
    resolve: async (_, { kind, version, ...args }, { view }) => {
      const at = await view(version);
      return keyedPage(
        (page) => at.reader.find('entity', 'kind', [kind], page),
        async () => (await at.topology.kindCounts()).get(kind) ?? 0,
        (row) => ({ at, row }),
        at.version,
        args,
      );
    },
  }),
);

const ExpectedEnum = vocabulary('Expected', EXPECTED);

const UnstatedRef = builder.objectRef<Unstated>('Unstated').implement({
  fields: (t) => ({
    what: t.field({ type: ExpectedEnum, resolve: ({ word }) => word }),
    label: t.field({ type: LabelRef, resolve: ({ word }) => labelOnly(EXPECTED[word]) }),
    meant: t.exposeBoolean('meant', { description: 'Plans or proposals do tell of it: written, and not so yet.' }),
  }),
});

builder.interfaceField(EntityRef, 'unstated', (t) =>
  t.field({
    type: [UnstatedRef],
    description:
      'What one asks first of a thing of this kind and no source here tells of as it is now. Unknown, not missing.',
    resolve: async ({ at, row }) => {
      const attributes = await at.load.by('attribute', 'entity', row.id);
      return about(at, row.id, (projection, entity) => [...unstatedOf(projection, entity, attributes)]);
    },
  }),
);
