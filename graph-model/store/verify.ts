import { statementVerdicts } from '../derive/decisions.ts';
import { DERIVED, deriveWhole } from '../derive/whole.ts';
import type { Table } from '../rows.ts';
import { canonicalJson, compareText } from '../text.ts';
import type { GraphReader } from './port.ts';
import { all, inputsOf } from './whole-version.ts';

/** One thing that is not as it must be. */
export type Violation = {
  readonly table: Table;
  readonly id: string;
  readonly rule: 'missing' | 'extra' | 'differs' | 'dangling';
  readonly zh: string;
  readonly en: string;
};

/**
 * Holds a version against what its own inputs derive to, and looks for rows that point at nothing.
 * Reads the whole version into memory.
 */
export async function verifyVersion(reader: GraphReader): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  const whole = deriveWhole(await inputsOf(reader));
  for (const table of DERIVED) {
    const stored = new Map((await all(reader, table)).map((row) => [row.id as string, row]));
    for (const row of whole[table]) {
      const stands = stored.get(row.id);
      stored.delete(row.id);
      if (stands === undefined) violations.push(violation(table, row.id, 'missing'));
      else if (canonicalJson(stands) !== canonicalJson(row)) violations.push(violation(table, row.id, 'differs'));
    }
    for (const id of stored.keys()) violations.push(violation(table, id, 'extra'));
  }
  violations.push(...(await dangling(reader)));
  return violations.sort((a, b) => compareText(a.table, b.table) || compareText(a.id, b.id));
}

/** What no derivation would notice: evidence without its passage, source or statement, coverage without its records. */
async function dangling(reader: GraphReader): Promise<Violation[]> {
  const ids = async (table: Table) => new Set<string>((await all(reader, table)).map(({ id }) => id));
  const [sources, passages, records] = [await ids('source'), await ids('passage'), await ids('record')];
  const broken: Violation[] = [];
  const statements = await ids('statement');
  const verdicts = statementVerdicts((await all(reader, 'decision')).map(({ decision }) => decision));
  for (const { id, source, passage, statement } of await all(reader, 'evidence')) {
    const shouldLive = verdicts.get(statement) !== 'reject';
    const found = sources.has(source) && passages.has(passage) && (statements.has(statement) || !shouldLive);
    if (!found) broken.push(violation('evidence', id, 'dangling'));
  }
  for (const { id, source, subject, place } of await all(reader, 'coverage')) {
    if (!sources.has(source) || !records.has(subject) || !records.has(place)) {
      broken.push(violation('coverage', id, 'dangling'));
    }
  }
  return broken;
}

const WORDS = {
  missing: { zh: '按陈述应有而没有', en: 'follows from the statements but is not there' },
  extra: { zh: '没有陈述支持', en: 'is there without a statement behind it' },
  differs: { zh: '与陈述推出的不同', en: 'is not what the statements derive to' },
  dangling: { zh: '指向不存在的内容', en: 'points at something that is not there' },
} as const;

function violation(table: Table, id: string, rule: Violation['rule']): Violation {
  return { table, id, rule, ...WORDS[rule] };
}
