import * as z from 'zod';
import { PartialDate } from '#graph-model/dates.ts';
import { ATTRIBUTE_NAMES } from '#graph-model/ontology/attributes.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { EXTENTS, SOURCE_CLASSES, VISIBILITIES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { FileName, TableMapping, Text } from './table-spec.ts';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '只用小写字母、数字和连字符 / letters, digits, hyphen');
const Whole = z
  .string()
  .regex(/^\d{1,9}$/, '应是整数 / not a whole number')
  .transform(Number);

const CoverageSpec = z
  .strictObject({
    chain: Text.optional(),
    segment: Text.optional(),
    place: Text,
    date: PartialDate,
    extent: z.enum(wordsOf(EXTENTS)),
  })
  .refine((one) => (one.chain === undefined) !== (one.segment === undefined), '写 chain 或 segment / chain or segment');
export type CoverageSpec = z.infer<typeof CoverageSpec>;

const SourceSpec = z.strictObject({
  id: Text,
  title: Text,
  titleEn: Text.optional(),
  class: z.enum(wordsOf(SOURCE_CLASSES)),
  publisher: Text.optional(),
  date: PartialDate,
  licence: Text.optional(),
  visibility: z.enum(wordsOf(VISIBILITIES)).default('public'),
  url: Text.optional(),
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '应是 64 位十六进制的 SHA-256 / not a SHA-256 in hex')
    .optional(),
  file: FileName.optional(),
  coverage: z.array(CoverageSpec).default([]),
});
export type SourceSpec = z.infer<typeof SourceSpec>;

const LookupSpec = z.strictObject({
  table: FileName.optional(),
  column: Text,
  is: Text,
  becomes: Text.nullable(),
  reason: Text,
});
export type LookupSpec = z.infer<typeof LookupSpec>;

const bounds = { min: Whole.optional(), max: Whole.optional() };
const bounded = (one: { min?: number | undefined; max?: number | undefined }) =>
  one.min !== undefined || one.max !== undefined;
const AssertionSpec = z
  .strictObject({
    records: z.enum(['any', ...KIND_NAMES]).optional(),
    statements: z.enum(['any', 'indicator', ...RELATIONSHIP_TYPES, ...ATTRIBUTE_NAMES]).optional(),
    ...bounds,
  })
  .refine((one) => (one.records === undefined) !== (one.statements === undefined), '写 records 或 statements / either')
  .refine(bounded, '写 min 或 max / min or max');
export type AssertionSpec = z.infer<typeof AssertionSpec>;

/** dataset.yml, checked. Unknown keys are mistakes. */
export const DatasetSpec = z.strictObject({
  id: Id,
  title: z.strictObject({ zh: Text, en: Text }),
  publisher: Text.optional(),
  licence: Text.optional(),
  asOf: PartialDate.optional(),
  scopes: z.array(z.strictObject({ id: Text, zh: Text, en: Text })).default([]),
  sources: z.array(SourceSpec).min(1),
  lookups: z.array(LookupSpec).default([]),
  tables: z.array(TableMapping).default([]),
  assertions: z.array(AssertionSpec).default([]),
});
export type DatasetSpec = z.infer<typeof DatasetSpec>;
