import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import { builder } from './builder.ts';
import { ClientError } from './client-error.ts';
import { DirectionEnum, KindEnum, ModalityEnum, RelationTypeEnum, SourceClassEnum } from './enums.ts';
import { wrongDate } from './version-date.ts';

export const RelationFilterInput = builder.inputRef<RelationFilter>('RelationFilter').implement({
  description: 'What is left out filters nothing. An empty list lets nothing through.',
  fields: (t) => ({
    types: t.field({ type: [RelationTypeEnum] }),
    direction: t.field({ type: DirectionEnum, defaultValue: 'ANY' }),
    kinds: t.field({ type: [KindEnum], description: 'Kinds of the other end.' }),
    modalities: t.field({ type: [ModalityEnum] }),
    sourceClasses: t.field({ type: [SourceClassEnum], description: 'At least one of these supports it.' }),
    minConfidence: t.int({ description: 'Thousandths.' }),
    asOf: t.string({
      description:
        'Only what can have held on this date: no source says that it began later or ended before. As precise as known, 2024 or 2024-03.',
    }),
    ended: t.boolean({
      description:
        'false leaves out what its sources say has ended. With asOf, what has ended since then counts anyway.',
    }),
  }),
});

/** What to answer to a filter that cannot be asked. */
export function filterRefused(filter: RelationFilter | null | undefined) {
  return wrongDate(filter?.asOf, 'filter.asOf');
}

/** The same inside an answer that has no room for it. @throws ClientError BAD_USER_INPUT */
export function fitFilter(filter: RelationFilter | null | undefined): RelationFilter {
  const refused = filterRefused(filter);
  if (refused === undefined) return filter ?? {};
  const { field, message } = refused;
  throw new ClientError('BAD_USER_INPUT', `${message.zh} / ${message.en}`, { field });
}
