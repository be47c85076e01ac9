import type { Label } from '#graph-model/ontology/label.ts';
import { builder } from './builder.ts';
import { LabelRef } from './label.ts';

type EntityNotFoundShape = { readonly outcome: 'EntityNotFound'; readonly id: string };
type InvalidConstraintShape = {
  readonly outcome: 'InvalidConstraint';
  readonly field: string;
  readonly message: Label;
};

export const EntityNotFoundRef = builder.objectRef<EntityNotFoundShape>('EntityNotFound').implement({
  description: 'No entity has this id in this data version.',
  fields: (t) => ({
    id: t.exposeID('id'),
    message: t.field({
      type: LabelRef,
      resolve: ({ id }) => ({ zh: `这个数据版本里没有编号 ${id}`, en: `This data version has no entity ${id}.` }),
    }),
  }),
});

export const InvalidConstraintRef = builder.objectRef<InvalidConstraintShape>('InvalidConstraint').implement({
  description: 'The question cannot be asked so.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'The input field it is about.' }),
    message: t.field({ type: LabelRef, resolve: ({ message }) => message }),
  }),
});

export function entityNotFound(id: string): EntityNotFoundShape {
  return { outcome: 'EntityNotFound', id };
}
export function invalidConstraint(field: string, zh: string, en: string): InvalidConstraintShape {
  return { outcome: 'InvalidConstraint', field, message: { zh, en } };
}

/** A whole number in a range, or what to answer instead. */
export function outside(field: string, value: number, least: number, most: number): InvalidConstraintShape | undefined {
  if (value >= least && value <= most) return undefined;
  return invalidConstraint(field, `${field} 应在 ${least} 到 ${most} 之间`, `${field} must be ${least} to ${most}.`);
}
