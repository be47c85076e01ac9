import type { Judgement } from '#server/analysis/board/state.ts';
import { STATES } from '#server/analysis/board/terms.ts';
import { builder } from '../builder.ts';
import { vocabulary } from '../enums.ts';
import { LabelRef, labelOnly } from '../label.ts';

const StateEnum = vocabulary('BoardState', STATES);

export const JudgementRef = builder.objectRef<Judgement>('Judgement').implement({
  fields: (t) => ({
    state: t.field({ type: StateEnum, resolve: ({ state }) => state }),
    label: t.field({ type: LabelRef, resolve: ({ state }) => labelOnly(STATES[state]) }),
    sole: t.exposeBoolean('sole', { description: 'One operating actor, by a register or by a source’s word.' }),
    onlyBuilding: t.exposeBoolean('onlyBuilding', { description: 'Nothing operates; something is being built.' }),
    contradicted: t.exposeBoolean('contradicted', {
      description: 'A source’s verdict stands against the actors that are seen; the state follows the actors.',
    }),
  }),
});
