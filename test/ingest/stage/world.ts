import type { Item, ItemTable, ItemTypes } from '#ingest/item.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import type { Issue } from '#ingest/report/issue.ts';
import type { RunReport } from '#ingest/report/run-report.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import type { Work, WritePoint } from '#ingest/work.ts';
import { type Files, folderOf } from '#test/support/folder.ts';

/** A small data set in which nothing is wrong: a consortium, who leads it, and a figure. */
export const GOOD = {
  'dataset.yml': `id: trial
title: { zh: 试用, en: trial }
scopes:
  - { id: firms, zh: 企业, en: firms }
sources:
  - id: news
    title: 甲报
    class: official_news
    date: 2025-02
    coverage:
      - { chain: 泵业, place: 甲市, date: 2025-02, extent: mention }
  - { id: notes, title: 笔记, class: project_note, date: 2026-11, file: notes.md }
lookups:
  - { table: things.csv, column: kind, is: 公司, becomes: Company, reason: 表中用中文 }
tables:
  - file: things.csv
    ignore: [备注]
    source: { column: source }
    passage: { column: passage }
    confidence: { column: confidence }
    note: { column: note }
    records:
      thing: { kind: { column: kind }, name: { column: name }, key: { column: key } }
    states:
      - { attribute: name, of: thing, value: { column: name } }
  - file: ties.csv
    source: news
    passage: { column: passage }
    confidence: { is: "0.9" }
    records:
      from: { ref: { column: from } }
      to: { ref: { column: to } }
      at: { ref: { column: at } }
    states:
      - relationship: { column: type, words: { 牵头: LEADS, 成员: MEMBER_OF, 生产: PRODUCES, 位于: LOCATED_IN } }
        from: from
        to: to
        modality: operating
        qualifiers: { at: { record: at }, role: { column: role } }
        validFrom: { column: since }
        validTo: { column: until }
        stance: { column: stance }
  - file: figures.csv
    source: { is: news }
    passage: { column: passage }
    confidence: "0.8"
    records:
      of: { ref: { column: of }, kind: Place }
    states:
      - of: of
        indicator:
          measure: { column: measure }
          value: { column: value }
          unit: { is: 家 }
          period: { column: period }
          figure: actual
          scope: { column: scope }
assertions:
  - { records: Company, min: 2, max: 9 }
  - { statements: LEADS, min: 1 }
`,
  'things.csv': `kind,name,key,source,passage,confidence,note,备注,联系电话
Consortium,泵联合体,,news,¶3,0.95,,甲,0931-1
公司,甲泵公司,jia,news,¶3,0.95,写出全称,,
Company,乙泵公司,,news,¶4,1,,,
Product,水泵,,news,¶4,0.9,,,
Place,甲市,,news,¶1,0.9,,,
Chain,泵业,,notes,¶2,0.9,,,
`,
  'ties.csv': `type,from,to,at,role,since,until,stance,passage
牵头,甲泵公司,泵联合体,,,2025,,,¶3
成员,乙泵公司,泵联合体,,成员,2025,2025-06,,¶3
生产,乙泵公司,水泵,甲市,,,,,¶4
位于,jia,甲市,,,,,refutes,120-164
`,
  'figures.csv': `of,measure,value,period,scope,passage
甲市,高企数,2442,2024,firms,表1!7
`,
  'notes.md': '# 笔记\n\n泵业分三段。\n',
  'decisions.jsonl':
    '{"verdict":"unsure","left":{"source":"news","kind":"Company","name":"甲泵公司"},"right":{"source":"news","kind":"Company","name":"乙泵公司"},"rank":1,"reason":"简称相近","who":"curator","at":"2026-11-22"}\n',
} as const satisfies Files;

/** GOOD with pieces of text replaced, file by file; a file that is given whole replaces or joins the others. */
export function changed(
  edits: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>,
  whole: Files = {},
): Files {
  const files: Record<string, string | Uint8Array> = { ...GOOD };
  for (const [name, pairs] of Object.entries(edits)) {
    let text = String(files[name]);
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
      text = text.replace(from, () => to);
    }
    files[name] = text;
  }
  return { ...files, ...whole };
}

/** Work that nobody listens to. @param reached called at each write point; what it throws ends the work there */
export function quietWork(
  reached: (point: WritePoint) => void = () => {},
  signal = new AbortController().signal,
): Work {
  return { signal, progress: () => {}, reached };
}

export async function stage(files: Files, home = folderOf()): Promise<{ run: StagedRun; report: RunReport }> {
  return stageDataset(folderOf(files), { home, work: quietWork() });
}

/** Errors of a refused folder, or warnings of a staged one. */
export async function issuesIn(files: Files): Promise<readonly Issue[]> {
  try {
    const { run, report } = await stage(files);
    await run.dispose();
    return report.warnings.flatMap((group) => group.shown);
  } catch (error) {
    const issues = issuesOf(error);
    if (issues.length === 0) throw error;
    return issues;
  }
}

export async function itemsOf<T extends ItemTable>(run: StagedRun, table: T): Promise<ItemTypes[T][]> {
  const items: ItemTypes[T][] = [];
  for await (const batch of run.items(table)) items.push(...batch);
  return items;
}

export const ITEM_TABLES = [
  'source',
  'scope',
  'passage',
  'record',
  'statement',
  'evidence',
  'coverage',
  'decision',
] as const;

/** Everything a run holds, in its order. */
export async function everyItem(run: StagedRun): Promise<Item[]> {
  const items: Item[] = [];
  for (const table of ITEM_TABLES) {
    for (const value of await itemsOf(run, table)) items.push({ table, value } as Item);
  }
  return items;
}
