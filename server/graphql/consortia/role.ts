import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { CONSORTIUM_ROLES, type RoleGroup, type RoleRow } from '#server/analysis/consortia/roles.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { builder } from '../builder.ts';
import { relationsAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, PassageRef, RelationRef } from '../refs.ts';
import type { View } from '../view.ts';
import { readPassages } from './read-page.ts';

/** Rows of one role that are given: a list of members is longer than that nowhere. */
const MOST_ROWS = 200;

export const ConsortiumRoleEnum = vocabulary('ConsortiumRoleName', CONSORTIUM_ROLES);

type OfRows = { readonly at: View; readonly slices: () => Promise<readonly ChainSlice[]> };
type RowShape = OfRows & { readonly row: RoleRow };
type RoleShape = OfRows & { readonly group: RoleGroup };

const RowRef = builder.objectRef<RowShape>('ConsortiumRow').implement({
  description: 'A body, product or project and what it is to the consortium.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, row }) => found(at, 'entity', row.entity) }),
    stands: t.boolean({
      description: 'It is so now: something of it operates and has not ended. Else it is planned, or was so.',
      resolve: ({ row }) => row.stands,
    }),
    division: t.stringList({
      description: 'What it is said to do in the consortium. Empty: not written.',
      resolve: ({ row }) => [...row.division],
    }),
    also: t.field({
      type: [ConsortiumRoleEnum],
      description: 'Its other roles in this consortium.',
      resolve: ({ row }) => [...row.also],
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'What makes it stand here. In order of id.',
      resolve: ({ at, row }) =>
        relationsAt(
          at,
          row.relations.map(({ id }) => id),
        ),
    }),
    does: t.field({
      type: [RelationRef],
      description:
        'What it does in the chains that the consortium serves, by other facts: nobody says that this is its share of the work. In order of id.',
      resolve: async ({ at, row, slices }) => {
        const facts = (await slices()).flatMap((slice) => slice.facts.filter(({ from }) => from === row.entity));
        return relationsAt(at, sortedUnique(facts.map(({ id }) => id)));
      },
    }),
    passages: t.field({
      type: [PassageRef],
      description: 'That support the relations: the newest source first, then in the order of reading.',
      resolve: async ({ at, row }) => {
        const passages = await readPassages(
          at,
          row.relations.map(({ id }) => id),
        );
        return passages.map((passage) => ({ at, row: passage }));
      },
    }),
  }),
});

export const RoleRef = builder.objectRef<RoleShape>('ConsortiumRole').implement({
  fields: (t) => ({
    role: t.field({ type: ConsortiumRoleEnum, resolve: ({ group }) => group.role }),
    label: t.field({ type: LabelRef, resolve: ({ group }) => labelOnly(CONSORTIUM_ROLES[group.role]) }),
    standing: t.int({
      description: 'Rows that stand: seen, not the whole.',
      resolve: ({ group }) => group.rows.filter(({ stands }) => stands).length,
    }),
    total: t.int({ resolve: ({ group }) => group.rows.length }),
    rows: t.field({
      type: [RowRef],
      description: `By kind, name and id; at most ${MOST_ROWS}.`,
      resolve: ({ group, ...of }) => group.rows.slice(0, MOST_ROWS).map((row) => ({ ...of, row })),
    }),
  }),
});
