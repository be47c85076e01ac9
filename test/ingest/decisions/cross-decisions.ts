import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GraphStore } from '#graph-model/store/port.ts';
import { LEDGER_COLUMNS, LEDGER_TABLE, ledgerTemplate } from '#ingest/ledger/template.ts';
import { publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import type { StoreHarness } from '#test/store-contract/harness.ts';
import { folderOf } from '#test/support/folder.ts';
import { QUIET } from '#test/support/publish-world.ts';

/** A data set of others: one paper that names these firms; what is no firm is written `Kind,name`. */
export function papers(id: string, firms: readonly string[]): string {
  return folderOf({
    'dataset.yml': `id: ${id}
title: { zh: 已有, en: known }
sources: [{ id: news, title: ${id}报, class: official_news, date: 2025-02 }]
tables:
  - file: firms.csv
    source: news
    passage: { is: "¶1" }
    confidence: "1"
    records: { firm: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: firm, value: { column: name } }]
`,
    'firms.csv': `kind,name\n${firms.map((firm) => (firm.includes(',') ? firm : `Company,${firm}`)).join('\n')}\n`,
  });
}

type Line = { readonly verdict: string; readonly right: object; readonly at?: string; readonly rank?: number };

/** A ledger with 甲乙丙公司, and what its clerk decided about it. */
export function ledger(...lines: readonly Line[]): string {
  const left = { source: 'ledger', kind: 'Company', name: '甲乙丙公司' };
  const said = lines.map((line) => ({ at: '2025-06-01', ...line, left, reason: '查过执照', who: '招商科' }));
  return folderOf({
    ...Object.fromEntries(ledgerTemplate({ publisher: '甲市商务局', date: '2025-06' })),
    [LEDGER_TABLE]: `${LEDGER_COLUMNS.join(',')}\r\n甲乙丙公司,在谈,2025,,甲市商务局,,,,,,,,\r\n`,
    ...(said.length === 0 ? {} : { 'decisions.jsonl': said.map((one) => `${JSON.stringify(one)}\n`).join('') }),
  });
}

type World = { readonly store: GraphStore; load(folder: string): Promise<number> };

function loading(store: GraphStore): World {
  return {
    store,
    async load(folder) {
      const { run } = await stageDataset(folder, { home: folderOf(), work: QUIET });
      try {
        return (await publishRun(store, run, QUIET)).version;
      } finally {
        await run.dispose();
      }
    },
  };
}

/** Names of each firm, in order. */
async function firms({ store }: World): Promise<readonly string[]> {
  const reader = await store.reader((await store.head()).version);
  const entities = await reader.find('entity', 'kind', ['Company']);
  const records = await Promise.all(entities.map(({ id }) => reader.find('record', 'entity', [id])));
  return records.map((some) => [...new Set(some.map(({ name }) => name))].sort().join(' = ')).sort();
}

async function issuesIn(world: World, folder: string): Promise<readonly string[]> {
  const refused: unknown = await world.load(folder).catch((error: unknown) => error);
  return issuesOf(refused).map(
    ({ code, file, line, column, cause }) => `${code} ${file}:${line} ${column} ${cause.zh}`,
  );
}

export const FULL = '甲乙丙有限公司';
export const SAME = { verdict: 'same', right: { name: FULL } };

/** What a decision across data sets does to a store: every store must do the same. */
export function crossDecisions(name: string, newHarness: () => Promise<StoreHarness>): void {
  describe(`${name}: what one data set decides about things of others`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await newHarness();
    });
    afterEach(() => harness.destroy());

    async function worldOf(...folders: readonly string[]): Promise<World> {
      const world = loading(await harness.open({ visibility: 'internal' }));
      for (const folder of folders) await world.load(folder);
      return world;
    }

    test('a firm of the ledger and one of the store are one when a clerk says so, and two again when the run is undone', async () => {
      const world = await worldOf(papers('known', [FULL]), ledger());
      expect(await firms(world)).toStrictEqual(['甲乙丙公司', FULL]);
      await world.load(ledger(SAME));
      expect(await firms(world)).toStrictEqual([`甲乙丙公司 = ${FULL}`]);
      const last = (await world.store.runs()).at(-1);
      if (last === undefined) throw new Error('no run');
      await rollbackRun(world.store, last.id, QUIET);
      expect(await firms(world)).toStrictEqual(['甲乙丙公司', FULL]);
    });

    test('said once more it changes nothing, though they are one by now', async () => {
      const world = await worldOf(papers('known', [FULL]), ledger(SAME));
      expect(await world.load(ledger(SAME))).toBe(2);
      expect(await firms(world)).toStrictEqual([`甲乙丙公司 = ${FULL}`]);
    });

    test('by its id a firm is named too, by the one it had before a merge as well', async () => {
      const world = await worldOf(papers('known', [FULL]), ledger());
      const reader = await world.store.reader(2);
      const [of] = (await reader.find('name', 'folded', [FULL])).map(({ entity }) => entity);
      const byId = ledger({ verdict: 'same', right: { entity: of } });
      await world.load(byId);
      expect(await firms(world)).toStrictEqual([`甲乙丙公司 = ${FULL}`]);
      expect(await world.load(byId)).toBe(3);
    });

    test('it is about the whole firm: when one paper is withdrawn and another stands, they stay one', async () => {
      const world = await worldOf(papers('known', [FULL, '别的公司']), papers('more', [FULL]), ledger(SAME));
      for (const left of [papers('known', ['别的公司']), papers('more', ['别的公司'])]) {
        const both = await firms(world);
        expect(both).toContain(`甲乙丙公司 = ${FULL}`);
        await world.load(left);
      }
      expect(await firms(world)).toStrictEqual(['别的公司', '甲乙丙公司']);
    });

    test('of one name and two firms the ledger is told apart from all that the store has', async () => {
      const here = '甲乙丙公司';
      const world = await worldOf(papers('known', [here]), papers('more', [here]), papers('third', [here]));
      await world.load(ledger({ verdict: 'different', right: { name: here } }));
      const reader = await world.store.reader(4);
      const entities = await reader.find('entity', 'kind', ['Company']);
      const records = await Promise.all(entities.map(({ id }) => reader.find('record', 'entity', [id])));
      expect(records.map(({ length }) => length).toSorted((a, b) => a - b)).toStrictEqual([1, 3]);
    });

    test('what the store does not hold, or holds only from the ledger itself, is an error with file and line', async () => {
      const world = await worldOf(papers('known', [FULL]), ledger());
      const line = 'DECISION_UNKNOWN decisions.jsonl:1 right 库里没有别的数据集写到的企业';
      expect(await issuesIn(world, ledger({ ...SAME, right: { name: '甲乙丙股份有限公司' } }))).toStrictEqual([
        `${line}“甲乙丙股份有限公司”；是不是“${FULL}”、“甲乙丙公司”？`,
      ]);
      expect(await issuesIn(world, ledger({ ...SAME, right: { entity: `e${'a'.repeat(20)}` } }))).toStrictEqual([
        `${line}“e${'a'.repeat(20)}”`,
      ]);
      expect(await issuesIn(world, ledger({ ...SAME, right: { name: '甲乙丙公司' } }))).toStrictEqual([
        `${line}“甲乙丙公司”；是不是“${FULL}”？`,
      ]);
      expect((await world.store.head()).version).toBe(2);
    });

    test('an empty store holds nothing that could be decided about', async () => {
      expect(await issuesIn(await worldOf(), ledger(SAME))).toHaveLength(1);
    });

    test('a thing of another kind is none of that name', async () => {
      const world = await worldOf(papers('known', [`Institute,${FULL}`]));
      expect(await issuesIn(world, ledger(SAME))).toHaveLength(1);
    });

    test('of several firms of one name it must be said which, by id', async () => {
      const world = await worldOf(papers('known', ['春阳']), papers('more', ['春阳']));
      const [issue] = await issuesIn(world, ledger({ ...SAME, right: { name: '春阳' } }));
      expect(issue).toMatch(
        /^DECISION_AMBIGUOUS decisions.jsonl:1 right 库里叫“春阳”的有几个：春阳 e\w{20}; 春阳 e\w{20}$/,
      );
    });

    test('the last line about a pair counts; a decision taken back asks for nothing', async () => {
      const world = await worldOf(papers('known', [FULL]));
      await world.load(ledger(SAME, { verdict: 'undecided', right: { name: FULL } }));
      expect(await firms(world)).toStrictEqual(['甲乙丙公司', FULL]);
      const gone = { name: '已撤下有限公司' };
      await world.load(ledger({ ...SAME, right: gone }, { verdict: 'undecided', right: gone, at: '2025-06-02' }));
      expect(await firms(world)).toStrictEqual(['甲乙丙公司', FULL]);
    });

    test('whether they are one may be left open: shown as may be', async () => {
      const world = await worldOf(
        papers('known', [FULL]),
        ledger({ verdict: 'unsure', rank: 1, right: { name: FULL } }),
      );
      const reader = await world.store.reader(2);
      const ids = (await reader.find('entity', 'kind', ['Company'])).map(({ id }) => id as string);
      expect((await reader.find('reading', 'from', ids)).map(({ rank, reason }) => [rank, reason])).toStrictEqual([
        [1, '查过执照'],
      ]);
    });
  });
}
