import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { storeTopologies } from '#server/analysis/topologies.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '#server/graphql/views.ts';
import { sheetsOf } from '#server/survey/plan-sheets.ts';
import { previewReturned } from '#server/survey/preview.ts';
import { stateText } from '#server/survey/difference-text.ts';
import { surveyWorkbook } from '#server/survey/sheet-workbook.ts';
import type { StoreHarness } from '#test/store-contract/harness.ts';
import { runsOf } from '#test/support/load-world.ts';
import { QUIET } from '#test/support/publish-world.ts';
import { folderOf } from '#test/support/folder.ts';
import { askerOf, dataOf, idByName } from '#test/server/support/ask.ts';
import { returned, type Filling } from './fill.ts';
import { contentOf } from './content.ts';

const TODAY = '2025-08-01';

/** 泵体: one firm, 轴承: two, 密封件: one of more, 叶轮: none. */
const FILLED: Filling = {
  publisher: '甲市工业和信息化局',
  date: '2025-06-30',
  answers: { 叶轮: '确认没有这类企业', 泵体: '齐全', 轴承: '齐全', 密封件: '不齐全' },
  firms: [
    {
      segment: '泵体',
      name: '白岩铸造有限公司',
      park: '甲高新区',
      product: '铸铁泵体',
      capacity: '1.2万吨/年',
      status: '在产',
    },
    { segment: '轴承', name: '黑石轴承有限公司', status: '在产' },
    { segment: '轴承', name: '赤峰轴承有限公司', status: '已投产' },
    { segment: '密封件', name: '青石泵业有限公司', product: '机械密封、填料', status: '在产' },
  ],
};

/** What a survey does to a store: every store must do the same. */
export function surveyRoundTrip(name: string, newHarness: () => Promise<StoreHarness>): void {
  describe(`a survey on ${name}`, () => {
    let harness: StoreHarness;
    let store: GraphStore;
    beforeEach(async () => {
      harness = await newHarness();
      store = await harness.open({ visibility: 'internal' });
      for (const folder of runsOf('survey')) {
        const { run } = await stageDataset(folder, { home: folderOf(), work: QUIET });
        await publishRun(store, run, QUIET);
        await run.dispose();
      }
    });
    afterEach(() => harness.destroy());

    async function workbook(): Promise<Uint8Array> {
      const at = await createViews(store, storeTopologies(store), createKept(), new AbortController().signal)();
      return surveyWorkbook((await sheetsOf(at, { chains: undefined, offices: undefined })).sheets);
    }

    async function preview(bytes: Uint8Array) {
      const scratch = path.join(folderOf(), 'scratch');
      await mkdir(scratch);
      const files = [{ name: '回填.xlsx', bytes }];
      return previewReturned(store, files, { scratch, today: TODAY, work: QUIET });
    }

    async function accept(bytes: Uint8Array) {
      const { sheets } = await preview(bytes);
      for (const { run } of sheets) {
        await publishRun(store, run, QUIET);
        await run.dispose();
      }
    }

    /** The states of 甲市 and 丙省, by segment, as GraphQL answers. */
    async function states(place: string, chain = '泵业'): Promise<Record<string, string>> {
      const ask = askerOf(store, 'memory');
      const ids = { chain: await idByName(ask, chain), region: await idByName(ask, place) };
      const { board } = await dataOf<{ board: { cells: { segment: { name: string }; judgement: Judged }[] } }>(
        ask,
        `query ($chain: ID!, $region: ID!) { board(chain: $chain, regions: [$region]) { ... on Board {
          cells { segment { name } judgement { state sole onlyBuilding } } } } }`,
        ids,
      );
      return Object.fromEntries(board.cells.map(({ segment, judgement }) => [segment.name, stateText(judgement)]));
    }

    test('cells to be surveyed turn into missing, sole, weak and present, and back again with a rollback', async () => {
      const before = { jia: await states('甲市'), content: await contentOf(store) };
      expect(before.jia).toStrictEqual({
        叶轮: '待摸底 to be surveyed',
        泵体: '待摸底 to be surveyed',
        轴承: '待摸底 to be surveyed',
        密封件: '待摸底 to be surveyed',
        整机: '有基础 present',
      });

      await accept(await returned(await workbook(), { 甲市: FILLED }));
      expect(await states('甲市')).toStrictEqual({
        叶轮: '空白 missing',
        泵体: '独家 sole',
        轴承: '薄弱 weak',
        密封件: '有基础 present',
        整机: '有基础 present',
      });
      // The register is of 甲市: of the province it only shows presence.
      expect(await states('丙省')).toMatchObject({
        叶轮: '待摸底 to be surveyed',
        泵体: '有基础 present',
        轴承: '有基础 present',
      });

      const run = (await store.runs()).at(-1);
      await rollbackRun(store, run?.id as never, QUIET);
      expect(await states('甲市')).toStrictEqual(before.jia);
      expect(await contentOf(store)).toStrictEqual(before.content);
    });

    test('the difference says what accepting does, and writes nothing', async () => {
      const content = await contentOf(store);
      const { sheets, warnings } = await preview(await returned(await workbook(), { 甲市: FILLED }));
      expect(warnings).toStrictEqual([]);
      const [sheet] = sheets;
      await sheet?.run.dispose();
      expect(sheet?.difference.firms).toStrictEqual({
        fresh: ['白岩铸造有限公司', '赤峰轴承有限公司', '黑石轴承有限公司'],
        changed: ['青石泵业有限公司'],
        unchanged: [],
        gone: [],
        maybeOne: [],
      });
      const cells = sheet?.difference.cells.map(
        ({ region, segment, before, after }) => `${region} ${segment} ${stateText(before)} → ${stateText(after)}`,
      );
      expect(cells).toStrictEqual([
        '甲市 叶轮 待摸底 to be surveyed → 空白 missing',
        '甲市 泵体 待摸底 to be surveyed → 独家 sole',
        '甲市 轴承 待摸底 to be surveyed → 薄弱 weak',
        '甲市 密封件 待摸底 to be surveyed → 有基础 present',
        '丙省 泵体 待摸底 to be surveyed → 有基础 present',
        '丙省 轴承 待摸底 to be surveyed → 有基础 present',
        '丙省 密封件 待摸底 to be surveyed → 有基础 present',
      ]);
      expect((await store.head()).version).toBe(1);
      expect(await contentOf(store)).toStrictEqual(content);
    });

    test('what is accepted is what was shown, and the same sheet once more changes nothing', async () => {
      const bytes = await returned(await workbook(), { 甲市: FILLED });
      await accept(bytes);
      await accept(bytes);
      expect((await store.head()).version).toBe(2);
      const { sheets } = await preview(bytes);
      for (const { run } of sheets) await run.dispose();
      expect(sheets[0]?.difference.firms).toMatchObject({ fresh: [], changed: [], gone: [] });
      expect(sheets[0]?.difference.firms.unchanged).toHaveLength(4);
    });

    test('a sheet returned once more takes the place of the one before, and says who is gone', async () => {
      const asked = await workbook();
      await accept(await returned(asked, { 甲市: FILLED }));
      const later: Filling = {
        ...FILLED,
        date: '2025-07-31',
        answers: { 叶轮: '确认没有这类企业', 泵体: '齐全', 轴承: '齐全' },
        firms: (FILLED.firms ?? []).slice(0, 2),
      };
      const again = await returned(asked, { 甲市: later });
      const { sheets } = await preview(again);
      for (const { run } of sheets) await run.dispose();
      expect(sheets[0]?.difference.firms.gone).toStrictEqual(['赤峰轴承有限公司', '青石泵业有限公司']);
      await accept(again);
      expect(await states('甲市')).toStrictEqual({
        叶轮: '空白 missing',
        泵体: '独家 sole',
        轴承: '独家 sole',
        密封件: '待摸底 to be surveyed',
        整机: '有基础 present',
      });
    });

    test('a register of a whole chain covers each of its segments, and the two of one name stay apart', async () => {
      const whole: Filling = {
        publisher: '丙省工业和信息化厅',
        date: '2025-06',
        answers: { '阀业（不分环节）': '齐全', '密封件（阀业）': '齐全' },
        firms: [{ segment: '密封件（阀业）', name: '乌鞘阀门有限公司', status: '在建' }],
      };
      await accept(await returned(await workbook(), { 丙省: whole }));
      expect(await states('丙省', '阀业')).toStrictEqual({
        阀体: '空白 missing',
        密封件: '有基础（在建） present (building)',
      });
      expect(await states('丙省')).toMatchObject({ 密封件: '待摸底 to be surveyed' });
    });

    test('one mistake in one sheet refuses all of them', async () => {
      const bytes = await returned(await workbook(), {
        甲市: FILLED,
        乙市: { publisher: '乙市工信局', date: '2025-06', answers: { 泵体: '齐全' } },
      });
      const refused: unknown = await preview(bytes).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(GraphError);
      const { issues } = (refused as GraphError).data as { issues: { code: string; at: string }[] };
      expect(issues.map(({ code, at }) => `${at} ${code}`)).toStrictEqual(['回填.xlsx 乙市!H22 ANSWER_WITHOUT_FIRMS']);
      expect((await store.head()).version).toBe(1);
    });
  });
}

type Judged = Parameters<typeof stateText>[0];
