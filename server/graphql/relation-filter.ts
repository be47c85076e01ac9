import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import { builder } from './builder.ts';
import { DirectionEnum, KindEnum, ModalityEnum, RelationTypeEnum, SourceClassEnum } from './enums.ts';

export const RelationFilterInput = builder.inputRef<RelationFilter>('RelationFilter').implement({
  description: 'What is left out filters nothing. An empty list lets nothing through.',
  fields: (t) => ({
    types: t.field({ type: [RelationTypeEnum] }),
    direction: t.field({ type: DirectionEnum, defaultValue: 'ANY' }),
    kinds: t.field({ type: [KindEnum], description: 'Kinds of the other end.' }),
    modalities: t.field({ type: [ModalityEnum] }),
    sourceClasses: t.field({ type: [SourceClassEnum], description: 'At least one of these supports it.' }),
    minConfidence: t.int({ description: 'Thousandths.' }),
    ended: t.boolean({ description: 'false leaves out what its sources say has ended.' }),
  }),
});
