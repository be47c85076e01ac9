import * as z from 'zod';
import { QUALIFIER_NAMES, type Qualifier } from '#graph-model/ontology/qualifiers.ts';

/**
 * How one table is read. Scalars are text throughout (yaml-text.ts); a mistake in a form with alternatives is told of
 * the alternative whose key is there.
 */
function chosen<T>(choose: (value: Readonly<Record<string, unknown>>) => z.ZodType<T>): z.ZodType<T> {
  return z.unknown().transform((value, context) => {
    const keys = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    const parsed = choose(keys).safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as never);
    return z.NEVER;
  });
}

export const Text = z.string().trim().min(1);

export type Value = { column: string; words?: Record<string, string> | undefined } | { is: string };

const ColumnValue = z.strictObject({ column: Text, words: z.record(Text, Text).optional() });
const FixedValue = z.strictObject({ is: Text });

/** What a cell says, or one text for all rows. */
export const Value = chosen<Value>((value) => ('is' in value ? FixedValue : ColumnValue));

/** Where only words of the ontology or of dataset.yml can stand, a bare word is short for `{ is: word }`. */
const Word = z.preprocess((value) => (typeof value === 'string' ? { is: value } : value), Value) as z.ZodType<Value>;

export type RecordSpec =
  { kind: Value; name: Value; key?: Value | undefined } | { ref: Value; kind?: Value | undefined };

const Declaration = z.strictObject({ kind: Word, name: Value, key: Value.optional() });
const Reference = z.strictObject({ ref: Value, kind: Word.optional() });
const RecordSpec = chosen<RecordSpec>((value) => ('ref' in value ? Reference : Declaration));

export type When = { column: string; is: string } | { column: string; filled: 'true' };

const WhenIs = z.strictObject({ column: Text, is: Text });
const WhenFilled = z.strictObject({ column: Text, filled: z.literal('true') });
const When = chosen<When>((value) => ('is' in value ? WhenIs : WhenFilled));

export type QualifierValue = Value | { record: string };

const RecordName = z.strictObject({ record: Text });
const QualifierValue = chosen<QualifierValue>((value) => ('record' in value ? RecordName : Value));

const qualifiers = Object.fromEntries(QUALIFIER_NAMES.map((name) => [name, QualifierValue.optional()])) as Record<
  Qualifier,
  z.ZodOptional<typeof QualifierValue>
>;

const validity = { validFrom: Value.optional(), validTo: Value.optional(), ended: Word.optional() };
const shared = { stance: Word.optional(), when: When.optional() };

const RelationshipSpec = z.strictObject({
  relationship: Word,
  from: Text,
  to: Text,
  modality: Word,
  qualifiers: z.strictObject(qualifiers).optional(),
  ...validity,
  ...shared,
});

/** Every detail that some attribute takes. */
export const DETAILS = ['type', 'lang', 'scheme', 'issuer', 'batch', 'date', 'revoked'] as const;
export type Detail = (typeof DETAILS)[number];
const details = Object.fromEntries(DETAILS.map((name) => [name, Value.optional()])) as Record<
  Detail,
  z.ZodOptional<typeof Value>
>;

const AttributeSpec = z.strictObject({
  attribute: Word,
  of: Text,
  value: Value,
  details: z.strictObject(details).optional(),
  ...validity,
  ...shared,
});

const IndicatorSpec = z.strictObject({
  indicator: z.strictObject({
    measure: Value,
    value: Value,
    unit: Value,
    period: Value,
    figure: Word,
    scope: Word,
  }),
  of: Text,
  ...shared,
});

export type RelationshipSpec = z.infer<typeof RelationshipSpec>;
export type AttributeSpec = z.infer<typeof AttributeSpec>;
export type IndicatorSpec = z.infer<typeof IndicatorSpec>;
export type StateSpec = RelationshipSpec | AttributeSpec | IndicatorSpec;

const StateSpec = chosen<StateSpec>((value) => {
  if ('attribute' in value) return AttributeSpec;
  return 'indicator' in value ? IndicatorSpec : RelationshipSpec;
});

/** Is a table of this name a workbook? All others are text. */
export function isWorkbook(file: string): boolean {
  return /\.xlsx$/i.test(file);
}

/** A file of the folder: no way out of it, and no `!`, which separates file and row in a locator. */
export const FileName = z
  .string()
  .regex(/^(?!\.)[^!\\/:*?"<>|]+(\/(?!\.)[^!\\/:*?"<>|]+)*$/, '不是这个文件夹里的文件名 / not a file of this folder');

const FileNames = chosen<string | string[]>((value) => (Array.isArray(value) ? z.array(FileName).min(1) : FileName));

/** How the text of a file is read, where it is text. */
const AS_TEXT = {
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le']).optional(),
  delimiter: z.string().length(1).optional(),
};

/** What dataset.yml says of one table, or of several that are read alike. */
export const TableMapping = z
  .strictObject({
    file: FileNames,
    ...AS_TEXT,
    ignore: z.array(Text).default([]),
    source: Word,
    passage: Value.optional(),
    confidence: Word,
    note: Value.optional(),
    records: z.record(Text, RecordSpec),
    states: z.array(StateSpec).min(1),
  })
  .superRefine((table, context) => {
    if (![table.file].flat().every(isWorkbook)) return;
    for (const key of ['encoding', 'delimiter'] as const) {
      if (table[key] === undefined) continue;
      const message = '工作簿没有这一项 / a workbook has none';
      context.addIssue({ code: 'custom', path: [key], message, input: table[key] });
    }
  })
  .transform((table) => ({ ...table, encoding: table.encoding ?? 'utf-8', delimiter: table.delimiter ?? ',' }));
export type TableMapping = z.infer<typeof TableMapping>;

/** One file of a mapping, with the place of the mapping and of the file's name in dataset.yml. */
export type TableSpec = Omit<TableMapping, 'file'> & {
  readonly file: string;
  readonly path: readonly PropertyKey[];
  readonly filePath: readonly PropertyKey[];
};

export function tablesOf(mappings: readonly TableMapping[]): readonly TableSpec[] {
  return mappings.flatMap((mapping, i) => {
    const path = ['tables', i];
    const { file } = mapping;
    if (typeof file === 'string') return [{ ...mapping, file, path, filePath: [...path, 'file'] }];
    return file.map((one, j) => ({ ...mapping, file: one, path, filePath: [...path, 'file', j] }));
  });
}
