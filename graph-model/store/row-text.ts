import type * as z from 'zod';
import { TABLES, TABLE_NAMES, type RowOf, type Table } from '../rows.ts';
import { quotedText } from '../text.ts';

/**
 * JSON of a value that fits a schema, as JSON.stringify gives it of what the schema parses; undefined when the value
 * does not fit, or when only zod can tell.
 */
type Writer = (value: unknown) => string | undefined;

/**
 * Checks a row and writes it as JSON in one go, a fifth of the time that zod and JSON.stringify take one after the
 * other. The checks are read off the table's schema, so that there is one definition.
 * @returns undefined for whatever is out of the ordinary: then zod has the word, and words the refusal
 */
export function rowText<T extends Table>(table: T, row: RowOf<T>): string | undefined {
  return WRITERS[table](row);
}

const WRITERS = Object.fromEntries(TABLE_NAMES.map((table) => [table, writerOf(TABLES[table].schema)])) as {
  readonly [T in Table]: Writer;
};

/** A writer for whatever a schema accepts: a fast one for what stands below, zod itself for the rest. */
export function writerOf(schema: z.core.$ZodType): Writer {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'string') return textWriter(def.checks ?? []) ?? byZod(schema);
  if (def.type === 'number') return integerWriter(def) ?? byZod(schema);
  if (isChecked(def)) return byZod(schema);
  switch (def.type) {
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? String(value) : undefined);
    case 'enum':
      return wordWriter(Object.values(def.entries));
    case 'literal':
      return wordWriter(def.values);
    case 'array':
      return arrayWriter(writerOf(def.element));
    case 'record':
      return recordWriter(writerOf(def.keyType), writerOf(def.valueType));
    case 'object':
      return objectWriter(def) ?? byZod(schema);
    case 'union':
      return unionWriter(def) ?? byZod(schema);
    default:
      return byZod(schema);
  }
}

/** Says the schema more than its type does? */
function isChecked({ checks = [] }: z.core.$ZodTypeDef): boolean {
  return checks.length > 0;
}

function byZod(schema: z.core.$ZodType): Writer {
  return (value) => {
    const parsed = (schema as z.ZodType).safeParse(value);
    return parsed.success ? JSON.stringify(parsed.data) : undefined;
  };
}

function textWriter(checks: readonly z.core.$ZodCheck<never>[]): Writer | undefined {
  const patterns: RegExp[] = [];
  let least = 0;
  for (const check of checks) {
    const { def } = (check as unknown as z.core.$ZodChecks)._zod;
    if (def.check === 'min_length') least = Math.max(least, def.minimum);
    else if (def.check === 'string_format' && def.format === 'regex' && def.pattern?.flags === '') {
      patterns.push(def.pattern);
    } else return undefined;
  }
  return (value) => {
    if (typeof value !== 'string' || value.length < least) return undefined;
    for (const pattern of patterns) if (!pattern.test(value)) return undefined;
    return quotedText(value);
  };
}

function integerWriter({ format, checks = [] }: z.core.$ZodNumberDef & { format?: string }): Writer | undefined {
  if (format !== 'safeint') return undefined;
  let [least, most] = [-Infinity, Infinity];
  for (const check of checks) {
    const { def } = (check as unknown as z.core.$ZodChecks)._zod;
    if (def.check === 'greater_than' && def.inclusive) least = Math.max(least, Number(def.value));
    else if (def.check === 'less_than' && def.inclusive) most = Math.min(most, Number(def.value));
    else return undefined;
  }
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most ? String(value) : undefined;
}

function wordWriter(words: readonly unknown[]): Writer {
  const texts = new Map(words.map((word) => [word, JSON.stringify(word)]));
  return (value) => texts.get(value);
}

function arrayWriter(write: Writer): Writer {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    let text = '';
    for (const inner of value) {
      const written = write(inner);
      if (written === undefined) return undefined;
      text += text === '' ? written : `,${written}`;
    }
    return `[${text}]`;
  };
}

function recordWriter(writeKey: Writer, writeValue: Writer): Writer {
  return (value) => {
    if (!isPlain(value)) return undefined;
    let text = '';
    for (const key of Object.keys(value)) {
      const [name, inner] = [writeKey(key), writeValue(value[key])];
      if (name === undefined || inner === undefined || key === '__proto__') return undefined;
      text += `${text === '' ? '' : ','}${name}:${inner}`;
    }
    return `{${text}}`;
  };
}

function objectWriter({ shape, catchall }: z.core.$ZodObjectDef): Writer | undefined {
  const others = catchall === undefined ? 'left out' : (catchall as z.core.$ZodTypes)._zod.def.type;
  if (others !== 'left out' && others !== 'never') return undefined;
  const fields = Object.entries(shape).map(([key, schema]) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    const isOptional = def.type === 'optional' && !isChecked(def);
    return { key, name: `${JSON.stringify(key)}:`, isOptional, write: writerOf(isOptional ? def.innerType : schema) };
  });
  return (value) => {
    if (!isPlain(value)) return undefined;
    let text = '';
    let known = 0;
    for (const { key, name, isOptional, write } of fields) {
      const inner = value[key];
      if (inner === undefined && isOptional) {
        if (key in value) known++;
        continue;
      }
      const written = write(inner);
      if (written === undefined) return undefined;
      known++;
      text += text === '' ? name + written : `,${name}${written}`;
    }
    return others === 'never' && Object.keys(value).length !== known ? undefined : `{${text}}`;
  };
}

/** Of a union told apart by a word. */
function unionWriter(def: z.core.$ZodUnionDef & { discriminator?: string }): Writer | undefined {
  const { discriminator } = def;
  if (discriminator === undefined) return undefined;
  const writers = new Map<unknown, Writer>();
  for (const option of def.options) {
    const { shape } = (option as z.core.$ZodObject)._zod.def;
    const word = (shape[discriminator] as z.core.$ZodLiteral)._zod.def.values[0];
    writers.set(word, writerOf(option));
  }
  return (value) => (isPlain(value) ? writers.get(value[discriminator])?.(value) : undefined);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
