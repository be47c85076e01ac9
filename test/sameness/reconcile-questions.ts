import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { foldName } from '#graph-model/names.ts';
import { pinyinKeys } from '#graph-model/pinyin.ts';
import { otherNumerals } from '#server/analysis/reconcile/near-names.ts';
import type { Asker, Question } from './asker.ts';

const SOUNDS_LIKE: Readonly<Record<string, string>> = { 大: '答', 业: '叶', 县: '线', 市: '事', 技: '计', 中: '钟' };

/** What people make of a name; each should lead to it, or to what is like it. */
const MADE: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => ` ${name}　`,
  (name) => `${name}有限公司`,
  (name) => `${name.replace(/(有限)?公司$/u, '')}股份有限公司`,
  (name) => [...name].slice(0, 3).join(''),
  (name) => [...name].slice(1).join(''),
  (name) => name.replace('研究', ''),
  (name) => [...name].map((one, i) => (i === 1 ? '某' : one)).join(''),
  (name) => `${[...name.replace(/(有限)?公司$/u, '')].slice(2).join('')}股份有限公司`,
  (name) => name.replace(/[大业县市技中]/u, (one) => SOUNDS_LIKE[one] ?? one),
  (name) => otherNumerals(foldName(name))[0] ?? name,
  (name) => pinyinKeys(foldName(name)).at(-1) ?? name,
  () => '',
  () => '查无此名的单位',
];

/** A list of names as people write them, one of each make and some twice; of some kinds every third time. */
export function aboutLists(at: Asker): Question {
  const { names, readings, byId } = at.sample;
  const doubtful = new Set(readings.map(({ from }) => from as string));
  const pool = at.turn('names of a list', [
    names.filter(({ entity }) => doubtful.has(entity)),
    names.filter(({ value }) => /[〇零一二三四五六七八九]{2}|[0-9]/u.test(value)),
    shared(names),
    names.filter(({ value }) => value.endsWith('公司')),
    names.filter(({ value }) => value.includes('研究')),
    names,
  ]);
  const some = pool.length > 0 ? pool : names;
  const list = MADE.map((make) => make(at.draw.pick(some).value));
  const others = MADE.map((make) => make(at.draw.pick(names).value));
  const kinds = at.turn('kinds of a list', [
    undefined,
    undefined,
    [byId.get(at.draw.pick(some).entity)?.kind, at.turn('kind of a list', KIND_NAMES)],
  ]);
  const focus = at.turn('of a list', ['ReconcileCandidate', 'ReconciledName', 'Reading', 'ReconcileCount']);
  return at.ask('reconcile', { names: [...list, ...others, list[0]], kinds }, focus);
}

/** Names that several entities bear. */
function shared(names: readonly RowOf<'name'>[]): readonly RowOf<'name'>[] {
  const bearers = new Map<string, Set<string>>();
  for (const { folded, entity } of names) bearers.set(folded, (bearers.get(folded) ?? new Set()).add(entity));
  return names.filter(({ folded }) => (bearers.get(folded)?.size ?? 0) > 1);
}

/** Operations that are measured: one that is run, one that is refused, one too large, and what is none. */
export function aboutCosts(at: Asker): Question {
  const { id } = at.entity();
  const operation = at.turn('operation measured', [
    `{ node(id: "${id}") { id } }`,
    `{ paths(input: { from: ["${id}"], to: ["x"], k: 50 }) { __typename } }`,
    `{ ${'__typename '.repeat(5_001)} }`,
    'query ($n: Int!) { entities(kind: Place, first: $n) { totalCount } }',
    '{ nothing }',
  ]);
  const variables = at.turn('variables measured', [undefined, '{"n": 101}', undefined, '{"n": 3}', '[]']);
  return at.ask('estimateCost', { operation, variables }, at.turn('of a cost', ['MeasuredLimit', 'InvalidConstraint']));
}
