import { ATTRIBUTES, type AttributeName } from '#graph-model/ontology/attributes.ts';
import { QUALIFIERS, type Qualifier } from '#graph-model/ontology/qualifiers.ts';
import { RELATIONSHIPS, type RelationshipType, specOf } from '#graph-model/ontology/relationships.ts';
import { didYouMean } from '#ingest/report/near.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { columnUses } from './columns.ts';
import { isPrivateColumn } from './private-columns.ts';
import type { AttributeSpec, IndicatorSpec, RelationshipSpec, TableMapping, Value } from './table-spec.ts';
import { WORD_LISTS, type WordList } from './word-lists.ts';

type Path = readonly PropertyKey[];

/** What a table's mapping is checked against, beside the ontology. */
export type TableChecks = {
  readonly sources: readonly string[];
  readonly scopes: readonly string[];
  /** Line and column in dataset.yml of a path inside the table. */
  readonly where: (path: Path) => { line: number; column: number };
  readonly log: IssueLog;
};

const FILE = 'dataset.yml';

/** Whatever of a mapping is wrong before any row is read: names, words that it fixes, columns used against themselves. */
export function checkTable(table: TableMapping, checks: TableChecks): void {
  const { where, log } = checks;
  for (const { column, path } of columnUses(table)) {
    const place = { file: FILE, ...where(path), value: column };
    if (isPrivateColumn(column)) log.add('COLUMN_PRIVATE', place);
    if (table.ignore.includes(column)) log.add('COLUMN_USED_AND_IGNORED', place);
  }

  const word = (list: WordList, value: Value | undefined, path: Path) => checkWord(list, value, path, checks);
  word({ what: { zh: '来源', en: 'source' }, words: checks.sources }, table.source, ['source']);
  for (const [name, record] of Object.entries(table.records)) {
    word(WORD_LISTS.kind, record.kind, ['records', name, 'kind']);
  }
  const names = Object.keys(table.records);
  const named = (name: string, path: Path) => {
    if (names.includes(name)) return;
    const words = () => ({ near: didYouMean(name, names), known: names.join(' ') });
    log.add('RECORD_NAME_UNKNOWN', { file: FILE, ...where(path), value: name }, words);
  };
  table.states.forEach((state, i) => {
    const at = ['states', i];
    word(WORD_LISTS.stance, state.stance, [...at, 'stance']);
    if ('indicator' in state) checkIndicator(state, at, checks);
    else word(WORD_LISTS.ended, state.ended, [...at, 'ended']);
    if ('relationship' in state) {
      named(state.from, [...at, 'from']);
      named(state.to, [...at, 'to']);
      checkRelationship(state, at, checks, named);
    } else named(state.of, [...at, 'of']);
    if ('attribute' in state) checkAttribute(state, at, checks);
  });
}

function checkRelationship(
  state: RelationshipSpec,
  at: Path,
  checks: TableChecks,
  named: (name: string, path: Path) => void,
): void {
  const { where, log } = checks;
  checkWord(WORD_LISTS.relationship, state.relationship, [...at, 'relationship'], checks);
  checkWord(WORD_LISTS.modality, state.modality, [...at, 'modality'], checks);
  const type = 'is' in state.relationship ? state.relationship.is : undefined;
  for (const [name, value] of Object.entries(state.qualifiers ?? {})) {
    if (value === undefined) continue;
    const path = [...at, 'qualifiers', name];
    if ('record' in value) named(value.record, [...path, 'record']);
    const wantsRecord = QUALIFIERS[name as Qualifier].value.type === 'record';
    if (wantsRecord !== 'record' in value) {
      const detail = wantsRecord ? '写成 { record: 名字 } / write { record: NAME }' : '不是记录 / takes no record';
      log.add('SETTING_INVALID', { file: FILE, ...where(path), value: name }, { detail });
    }
    if (type === undefined || !Object.hasOwn(RELATIONSHIPS, type)) continue;
    const { identity, carries } = specOf(type as RelationshipType);
    const known: readonly string[] = [...identity, ...carries];
    if (!known.includes(name)) {
      const words = { type, qualifier: name, known: known.join(' ') || '—' };
      log.add('QUALIFIER_NOT_ALLOWED', { file: FILE, ...where(path), value: name }, words);
    }
  }
}

function checkAttribute(state: AttributeSpec, at: Path, checks: TableChecks): void {
  checkWord(WORD_LISTS.attribute, state.attribute, [...at, 'attribute'], checks);
  const attribute = 'is' in state.attribute ? state.attribute.is : undefined;
  if (attribute === undefined || !Object.hasOwn(ATTRIBUTES, attribute)) return;
  const known: readonly string[] = ATTRIBUTES[attribute as AttributeName].details;
  for (const detail of Object.keys(state.details ?? {})) {
    if (known.includes(detail)) continue;
    const place = { file: FILE, ...checks.where([...at, 'details', detail]), value: detail };
    checks.log.add('DETAIL_NOT_ALLOWED', place, { attribute, detail, known: known.join(' ') || '—' });
  }
}

function checkIndicator(state: IndicatorSpec, at: Path, checks: TableChecks): void {
  const path = [...at, 'indicator'];
  checkWord(WORD_LISTS.figure, state.indicator.figure, [...path, 'figure'], checks);
  const scopes = { what: { zh: '统计范围', en: 'scope' }, words: checks.scopes };
  checkWord(scopes, state.indicator.scope, [...path, 'scope'], checks);
}

/** Fixed words, and what `words` turns cells into. */
function checkWord({ what, words }: WordList, value: Value | undefined, path: Path, { where, log }: TableChecks): void {
  if (value === undefined) return;
  const fixed: readonly (readonly [string, Path])[] =
    'is' in value
      ? [[value.is, [...path, 'is']]]
      : Object.entries(value.words ?? {}).map(([cell, word]) => [word, [...path, 'words', cell]] as const);
  for (const [word, at] of fixed) {
    if (words.includes(word)) continue;
    log.add('WORD_UNKNOWN', { file: FILE, ...where(at), value: word }, () => ({
      what,
      near: didYouMean(word, words),
      known: words.join(' '),
    }));
  }
}
