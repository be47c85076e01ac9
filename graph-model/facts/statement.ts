import * as z from 'zod';
import { PartialDate } from '../dates.ts';
import { RecordId, StatementId, statementId } from '../ids.ts';
import { ATTRIBUTE_NAMES } from '../ontology/attributes.ts';
import { QUALIFIERS, QUALIFIER_NAMES, type Qualifier } from '../ontology/qualifiers.ts';
import { RELATIONSHIP_TYPES } from '../ontology/relationships.ts';
import { FIGURES, MODALITIES, wordsOf } from '../ontology/vocabulary.ts';

/** A decimal as printed: no grouping, no exponent. Never a binary float. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/, '数字应写成 2442 或 8.4 / not a decimal');

const shared = {
  id: StatementId,
  subject: RecordId,
  validFrom: PartialDate.optional(),
  validTo: PartialDate.optional(),
  /** true: ended, whether or not the day is known. Absent: no source says. */
  ended: z.boolean().optional(),
};

/** One thing stands to another so. Record-valued qualifiers (`at`, `product`) hold record ids. */
export const RelationshipStatement = z.strictObject({
  ...shared,
  says: z.literal('relationship'),
  predicate: z.enum(RELATIONSHIP_TYPES),
  object: RecordId,
  modality: z.enum(wordsOf(MODALITIES)),
  qualifiers: z.partialRecord(z.enum(QUALIFIER_NAMES), z.string().min(1)),
});

/** A thing is so by itself. */
export const AttributeStatement = z.strictObject({
  ...shared,
  says: z.literal('attribute'),
  predicate: z.enum(ATTRIBUTE_NAMES),
  value: z.string().min(1),
  details: z.record(z.string(), z.string().min(1)),
});

/** A figure of a thing, in one scope and period. */
export const IndicatorStatement = z.strictObject({
  ...shared,
  says: z.literal('indicator'),
  predicate: z.literal('indicator'),
  measure: z.string().min(1),
  value: Decimal,
  unit: z.string().min(1),
  period: PartialDate,
  figure: z.enum(wordsOf(FIGURES)),
  scope: z.string().min(1),
});

/** What one source says, in the records of that source. Immutable: another word is another statement. */
export const Statement = z.discriminatedUnion('says', [RelationshipStatement, AttributeStatement, IndicatorStatement]);
export type Statement = z.infer<typeof Statement>;
export type RelationshipStatement = z.infer<typeof RelationshipStatement>;
export type AttributeStatement = z.infer<typeof AttributeStatement>;
export type IndicatorStatement = z.infer<typeof IndicatorStatement>;

/** A statement before it has its id. */
export type Saying =
  Omit<RelationshipStatement, 'id'> | Omit<AttributeStatement, 'id'> | Omit<IndicatorStatement, 'id'>;

export function identifyStatement(saying: Saying): Statement {
  return { id: statementId(saying), ...saying };
}

/** The record-valued qualifier of a relationship, of which a type has at most one. */
export function contextOf(statement: Statement): RecordId | undefined {
  if (statement.says !== 'relationship') return undefined;
  for (const name of Object.keys(statement.qualifiers) as Qualifier[]) {
    if (QUALIFIERS[name].value.type === 'record') return statement.qualifiers[name] as RecordId;
  }
  return undefined;
}

/** Every record a statement names, each once. */
export function recordsOf(statement: Statement): readonly RecordId[] {
  const { subject } = statement;
  if (statement.says !== 'relationship') return [subject];
  const { object } = statement;
  const ids = object === subject ? [subject] : [subject, object];
  const context = contextOf(statement);
  if (context !== undefined && !ids.includes(context)) ids.push(context);
  return ids;
}
