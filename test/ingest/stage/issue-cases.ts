import type { IssueCode } from '#ingest/report/issue-codes.ts';
import type { WORKBOOK_CODES } from '#ingest/report/workbook-codes.ts';
import type { Files } from '#test/support/folder.ts';
import { GOOD, changed } from './world.ts';

/** A folder with one mistake, and where it is told. `value` is what was found there. */
type Case = {
  readonly files: Files;
  readonly at: readonly [file: string, line?: number, column?: string | number, value?: string];
};

const things = (from: string, to: string) => changed({ 'things.csv': [[from, to]] });
const ties = (from: string, to: string) => changed({ 'ties.csv': [[from, to]] });
const spec = (from: string, to: string) => changed({ 'dataset.yml': [[from, to]] });
const { 'notes.md': _notes, ...withoutNotes } = GOOD;
const gb18030 = Uint8Array.from([...Buffer.from('of,measure,value,period,scope,passage\n'), 0xbc, 0xd7, 0xca, 0xd0]);

/** What only a store can tell: near-firms.test.ts, decisions/cross-decisions.test.ts. */
type ToldByStore = 'FIRM_FORM_KNOWN' | 'FIRM_FORMS_UNCOMPARED' | 'DECISION_UNKNOWN' | 'DECISION_AMBIGUOUS';

/** What a workbook has wrong stands in ledger/workbook.test.ts. */
export type StagedCode = Exclude<IssueCode, ToldByStore | keyof typeof WORKBOOK_CODES>;

/** One folder for every code: the compiler asks for a new one with a new code. */
export const ISSUE_CASES: Readonly<Record<StagedCode, Case>> = {
  FILE_MISSING: { files: withoutNotes, at: ['dataset.yml', 12, 71, 'notes.md'] },
  FILE_CHANGED: { files: GOOD, at: ['things.csv', undefined, undefined, 'things.csv'] },
  FILE_UNREAD: { files: { ...GOOD, 'more.csv': 'a\n1\n' }, at: ['more.csv', undefined, undefined, 'more.csv'] },
  YAML_SYNTAX: { files: spec('scopes:', 'scopes: ['), at: ['dataset.yml', 4, 3] },
  YAML_DUPLICATE_KEY: { files: spec('scopes:', 'id: again\nscopes:'), at: ['dataset.yml', 3, 1] },
  SETTING_UNKNOWN: { files: spec('title: 甲报', 'titel: 甲报'), at: ['dataset.yml', 7, 5, 'titel'] },
  SETTING_MISSING: { files: spec('    class: official_news\n', ''), at: ['dataset.yml', 6, 5, 'sources.0.class'] },
  SETTING_INVALID: { files: spec('id: trial', 'id: 试用'), at: ['dataset.yml', 1, 5, 'id'] },
  NAMED_TWICE: { files: spec('{ id: notes,', '{ id: news,'), at: ['dataset.yml', 12, 11, 'news'] },
  SOURCE_TWICE: {
    files: spec('  - id: news\n', '  - { id: same, title: 甲报, class: paper, date: 2025-02 }\n  - id: news\n'),
    at: ['dataset.yml', 7, 9, 'news'],
  },
  CONTENT_HASH_DIFFERS: {
    files: spec('file: notes.md', `file: notes.md, contentHash: ${'0'.repeat(64)}`),
    at: ['dataset.yml', 12, 94, '0'.repeat(64)],
  },
  RECORD_NAME_UNKNOWN: { files: spec('        from: from', '        from: form'), at: ['dataset.yml', 36, 15, 'form'] },
  ENCODING_WRONG: { files: { ...GOOD, 'figures.csv': gb18030 }, at: ['figures.csv', 2] },
  CHARACTERS_LOST: { files: things('写出全称', '写出全\uFFFD'), at: ['things.csv', 3, undefined, '写出全\uFFFD'] },
  NUL_CHARACTER: { files: things('写出全称', '写出\0全称'), at: ['things.csv', 3] },
  CSV_QUOTES: { files: things('写出全称', '"写出全称'), at: ['things.csv', 3] },
  ROW_RAGGED: { files: ties('牵头,甲泵公司', '牵头,甲泵,公司'), at: ['ties.csv', 2] },
  TABLE_EMPTY: { files: { ...GOOD, 'figures.csv': '\n' }, at: ['figures.csv', 1] },
  COLUMN_UNNAMED: { files: things('备注', ' '), at: ['things.csv', 1, 8] },
  COLUMN_REPEATED: { files: things('备注', 'note'), at: ['things.csv', 1, 'note', 'note'] },
  COLUMN_MISSING: { files: ties('role', 'roll'), at: ['dataset.yml', 39, 59, 'role'] },
  COLUMN_UNREAD: { files: spec('    ignore: [备注]\n', ''), at: ['things.csv', 1, '备注', '备注'] },
  COLUMN_PRIVATE: { files: spec('{ column: key }', '{ column: 联系电话 }'), at: ['dataset.yml', 23, 79, '联系电话'] },
  COLUMN_USED_AND_IGNORED: { files: spec('[备注]', '[备注, note]'), at: ['dataset.yml', 21, 21, 'note'] },
  ROW_TWICE: { files: things('Product,水泵', 'Company,乙泵公司,,news,¶4,1,,,\nProduct,水泵'), at: ['things.csv', 5] },
  VALUE_MISSING: { files: ties('牵头,甲泵公司', '牵头,'), at: ['ties.csv', 2, 'from'] },
  VALUE_UNREACHED: {
    files: spec('value: { column: name } }', 'value: { column: name }, when: { column: key, filled: true } }'),
    at: ['things.csv', 2, 'confidence', '0.95'],
  },
  WORD_UNMAPPED: { files: ties('牵头', '牵头单位'), at: ['ties.csv', 2, 'type', '牵头单位'] },
  WORD_UNKNOWN: { files: things('Product,水泵', 'Prodct,水泵'), at: ['things.csv', 5, 'kind', 'Prodct'] },
  SOURCE_UNKNOWN: { files: things(',news,¶3,0.95,,甲', ',new,¶3,0.95,,甲'), at: ['things.csv', 2, 'source', 'new'] },
  SCOPE_UNKNOWN: {
    files: changed({ 'figures.csv': [['firms', 'firm']] }),
    at: ['figures.csv', 2, 'scope', 'firm'],
  },
  LOCATOR_INVALID: { files: ties('120-164', '164-120'), at: ['ties.csv', 5, 'passage', '164-120'] },
  PASSAGE_OUTSIDE: { files: things('notes,¶2', 'notes,¶3'), at: ['things.csv', 7, 'passage', '¶3'] },
  DATE_INVALID: { files: ties(',2025,,,¶3', ',2025-02-30,,,¶3'), at: ['ties.csv', 2, 'since', '2025-02-30'] },
  DATE_SERIAL: { files: ties(',2025,,,¶3', ',45717,,,¶3'), at: ['ties.csv', 2, 'since', '45717'] },
  PERIOD_REVERSED: { files: ties('2025,2025-06', '2025,2024-06'), at: ['ties.csv', 3, 'until', '2024-06'] },
  NUMBER_INVALID: {
    files: changed({ 'figures.csv': [['2442', '"2,442"']] }),
    at: ['figures.csv', 2, 'value', '2,442'],
  },
  QUALIFIER_NOT_ALLOWED: { files: ties('位于,jia,甲市,,', '位于,jia,甲市,,总部'), at: ['ties.csv', 5, 'role', '总部'] },
  DETAIL_NOT_ALLOWED: {
    files: spec('value: { column: name } }', 'value: { column: name }, details: { batch: { column: note } } }'),
    at: ['dataset.yml', 25, 82, 'batch'],
  },
  END_KIND: { files: ties('牵头,甲泵公司,泵联合体', '牵头,甲泵公司,甲市'), at: ['ties.csv', 2, 'to', '甲市'] },
  ENDS_EQUAL: { files: ties('成员,乙泵公司,', '成员,泵联合体,'), at: ['ties.csv', 3, 'to', '泵联合体'] },
  REFERENCE_DANGLING: { files: ties('乙泵公司,水泵', '已泵公司,水泵'), at: ['ties.csv', 4, 'from', '已泵公司'] },
  REFERENCE_AMBIGUOUS: { files: things('Product,水泵,', 'Product,乙泵公司,'), at: ['ties.csv', 3, 'from', '乙泵公司'] },
  KEY_WITH_TWO_NAMES: { files: things('乙泵公司,,', '乙泵公司,jia,'), at: ['things.csv', 4, 'name', '乙泵公司'] },
  EVIDENCE_CONTRADICTS: { files: ties('位于,jia,', '位于,jia,甲市,,,,,,120-164\n位于,jia,'), at: ['ties.csv', 6] },
  LOOKUP_UNUSED: {
    files: spec('lookups:', 'lookups:\n  - { column: kind, is: 企业, becomes: Company, reason: 曾有 }'),
    at: ['dataset.yml', 14, 5, 'kind: 企业'],
  },
  ASSERTION_FAILED: { files: spec('min: 2, max: 9', 'max: 1'), at: ['dataset.yml', 59, 5, 'Company'] },
  DECISION_INVALID: {
    files: changed({ 'decisions.jsonl': [['"rank":1', '"rank":0']] }),
    at: ['decisions.jsonl', 1],
  },
  DECISION_DANGLING: {
    files: changed({ 'decisions.jsonl': [['"name":"乙泵公司"', '"name":"丁泵公司"']] }),
    at: ['decisions.jsonl', 1, 'right', 'news Company 丁泵公司'],
  },
  FIRM_FORM_DIFFERS: {
    files: changed({ 'things.csv': [['Product,水泵', 'Company,乙泵有限公司,,news,¶4,1,,,\nProduct,水泵']] }),
    at: ['things.csv', 5, undefined, '乙泵有限公司'],
  },
  DECISION_IDLE: {
    files: changed({}, { 'decisions.jsonl': decisionOn('taaaaaaaaaaaaaaaaaaaa') }),
    at: ['decisions.jsonl', 1, undefined, 'taaaaaaaaaaaaaaaaaaaa'],
  },
};

function decisionOn(statement: string): string {
  return JSON.stringify({ verdict: 'reject', statement, reason: '登错', who: 'curator', at: '2026-11-22' });
}
