import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { returned, type Filling } from '#test/survey/fill.ts';
import { axeFaults, idOf, type Look } from './pages.ts';
import { startProduct } from './product.ts';

let folder: string;
let office: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'longlian-survey-e2e-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const product = startProduct(async ({ url }) => {
  office = await idOf(url, '白银市', ['Place']);
});

async function open(context: TestContext, query: string, look: Look = {}) {
  const page = await product.open(context, `survey${query}`, look);
  await page.locator('.survey-list .cite').first().waitFor();
  return page;
}

/** A returned file as the office would send it. */
async function filled(name: string, filling: Filling): Promise<string> {
  const sheets = await fetch(`${product.url}survey.xlsx?office=${office}`);
  const file = path.join(folder, name);
  await writeFile(file, await returned(new Uint8Array(await sheets.arrayBuffer()), { 白银市: filling }));
  return file;
}

const COMPLETE: Filling = {
  publisher: '白银市工信局',
  date: '2025-06-30',
  answers: { 锂电池电解液: '齐全' },
  firms: [{ segment: '锂电池电解液', name: '白银示例电解液有限公司', product: '电解液', status: '在产' }],
};

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test('by keyboard: choose an office, export its sheet, look at the filled one, read the command', async (context) => {
  const page = await open(context, '');
  await page.getByRole('button', { name: '看白银市的表' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '摸底表　白银市' }).waitFor();
  expect(new URL(page.url()).searchParams.get('office')).toBe(office);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出摸底表', exact: true }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('摸底表 白银市.xlsx');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect((await readXlsx(new Uint8Array(Buffer.concat(chunks)))).sheets.map(({ name }) => name)).toStrictEqual([
    '白银市',
  ]);

  const file = await filled('白银 回填.xlsx', COMPLETE);
  await page.getByRole('button', { name: '选择文件' }).focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(file);
  await page.locator('.previewed-sheet').waitFor();
  expect(await focusedText(page)).toBe('白银 回填.xlsx：1 张表，采信后会这样');
  const change = page.locator('.previewed .changes li', { hasText: '锂电池电解液，白银市' });
  expect(await change.locator('.tile').allInnerTexts()).toStrictEqual(['待摸底', '独家']);
  expect(await page.getByText('新增 1 家').count()).toBe(1);
  expect(await page.locator('.read-rows tbody tr').allInnerTexts()).toStrictEqual([
    expect.stringMatching(/白银示例电解液有限公司\s+在产\s+锂电池电解液\s+白银市\s+电解液\s+未填\s+未填$/),
  ]);
  expect(await page.locator('.command code').allInnerTexts()).toStrictEqual([
    "npx longlian survey import './白银 回填.xlsx' --accept",
    'npx longlian rollback RUN',
  ]);
  expect(await page.locator('.survey-loop [aria-current="step"] b').innerText()).toBe('收回预看');
  await page.close();
});

test('what is wrong in a filled sheet is told at its cell, and what is no workbook too', async (context) => {
  const page = await open(context, `?office=${office}`);
  const wrong = await filled('错.xlsx', { publisher: '白银市工信局', answers: { 锂电池电解液: '齐全' } });
  await page.locator('input[type=file]').setInputFiles(wrong);
  await page.getByText('DATE_MISSING').waitFor();
  await page.getByText('ANSWER_WITHOUT_FIRMS').waitFor();
  // What is only told comes in the same round: the store is public, and the sheet internal.
  await page.getByText('SHEET_INTERNAL').waitFor();
  const places = await page.locator('.sheet-issues b').allInnerTexts();
  expect(places).toHaveLength(3);
  for (const place of places) expect(place).toMatch(/^错\.xlsx 白银市![A-H]\d+$/);
  expect(await page.locator('.command').count()).toBe(0);
  const text = path.join(folder, '文字.xlsx');
  await writeFile(text, 'no workbook');
  await page.locator('input[type=file]').setInputFiles(text);
  await page.getByText('NOT_A_WORKBOOK').waitFor();
  expect(await page.locator('.sheet-issues b').allInnerTexts()).toStrictEqual(['文字.xlsx']);
  const large = path.join(folder, '大.xlsx');
  await writeFile(large, Buffer.alloc(2_000_001));
  await page.locator('input[type=file]').setInputFiles(large);
  await page.getByText('文件太大：最多读 2 MB').waitFor();
  await page.close();
});

test('a row leads to its source and back, and to its cell of the board, which leads here again', async (context) => {
  const page = await open(context, `?office=${office}`);
  const row = page.locator('tbody.chosen .survey-row');
  expect(await row.getByText('已见 0 家').count()).toBe(1);
  await row.getByRole('button').press('Enter');
  await page.locator('.drawer .evidence').waitFor();
  await page.locator('.drawer').getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await page.locator('.drawer').waitFor({ state: 'detached' });
  expect(await focusedText(page)).toBe('建言 2023，¶31');
  await row.getByRole('link', { name: '锂电池电解液，到链图上看这一格' }).press('Enter');
  await page.locator('.drawer').getByRole('link', { name: '摸底清单' }).press('Enter');
  await page.getByRole('heading', { name: '摸底表　白银市' }).waitFor();
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, searchParams.get('office')]).toStrictEqual(['/survey', office]);
  expect(searchParams.get('chain')).toBe(await idOf(product.url, '新能源电池', ['Chain']));
  await page.close();
});

test('a link brings scope and office back, and tells what of it is not used', async (context) => {
  const region = await idOf(product.url, '白银市', ['Place']);
  const other = await idOf(product.url, '兰州市', ['Place']);
  const page = await open(context, `?region=${region},${other}&dv=1`);
  expect(await page.getByText('其余地区没有用').count()).toBe(1);
  expect(await page.getByRole('button', { name: '看兰州市的表' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '看白银市的表' }).count()).toBe(1);
  await page.getByRole('button', { name: '不限 白银市' }).press('Enter');
  await page.getByRole('button', { name: '看兰州市的表' }).waitFor();
  await page.close();
});

test('Enter takes the best hit of what was typed, and says when there is none', async (context) => {
  const page = await open(context, '');
  const box = page.getByRole('combobox', { name: '只看地区' });
  await box.fill('白银市');
  await box.press('Enter');
  await page.getByRole('button', { name: '不限 白银市' }).waitFor();
  await page.getByRole('button', { name: '不限 白银市' }).press('Enter');
  await box.fill('没有这个地方');
  await box.press('Enter');
  await page.getByText('没有名称含“没有这个地方”').first().waitFor();
  await page.close();
});

test('where the list is cut it says how much, and a chosen office is read whole', async (context) => {
  const page = await product.open(context, '');
  // The list of the project's data fits one answer: here the service is asked for less of it.
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON() as { variables: { office?: string | null; limit?: number } };
    const { variables } = asked;
    if (variables.limit === undefined || variables.office !== null) return route.continue();
    return route.continue({ postData: JSON.stringify({ ...asked, variables: { ...variables, limit: 200 } }) });
  });
  const zones = await idOf(product.url, '兰白两区');
  const [all, own] = [await openRows('limit: 500'), await openRows(`office: "${zones}", limit: 500`)];
  expect([all > 200, own > 6]).toStrictEqual([true, true]);
  await page.goto(`${product.url}survey?office=${zones}`);
  await page.getByText(`另有 ${all - 200} 行没有列出`).waitFor();
  const rows = page.locator('tbody.chosen .survey-row');
  await expect.poll(() => rows.count()).toBe(own);
  await expect.poll(() => page.locator('.paper-answers tbody tr').count()).toBe(own);
  expect(await page.getByRole('button', { name: /^其余 \d+ 行/ }).count()).toBeGreaterThan(0);
  await page.close();
});

test('an office that a link names is in sight, far down the list as it may stand', async (context) => {
  const page = await open(context, `?office=${office}`);
  const isInSight = () =>
    page.evaluate(() => {
      const [list, chosen] = ['.survey-left', 'tbody.chosen'].map((of) =>
        document.querySelector(of)?.getBoundingClientRect(),
      );
      return list !== undefined && chosen !== undefined && chosen.top >= list.top && chosen.bottom <= list.bottom;
    });
  await expect.poll(isInSight).toBe(true);
  await page.close();
});

test('on a telephone the sheet that was chosen comes first, the list below, and nothing scrolls sideways', async (context) => {
  const page = await open(context, `?office=${office}`, { width: 390, height: 844 });
  expect(await fits(page)).toBe(true);
  const tops = await page.evaluate(() =>
    ['.survey-sheet', '.survey-preview', '.survey-list'].map(
      (of) => document.querySelector(of)?.getBoundingClientRect().top ?? 0,
    ),
  );
  expect(tops).toStrictEqual(tops.toSorted((a, b) => a - b));
  await page.locator('input[type=file]').setInputFiles(await filled('白银.xlsx', COMPLETE));
  await page.locator('.previewed-sheet').waitFor();
  expect(await fits(page)).toBe(true);
  await page.close();
});

test('on paper stands the sheet alone', async (context) => {
  const page = await open(context, `?office=${office}`);
  await page.emulateMedia({ media: 'print' });
  const isSeen = (of: string) => page.locator(of).first().isVisible();
  expect(
    await Promise.all(['.paper', '.survey-list', '.bar', '.status', '.sheet-tools', '.survey-preview'].map(isSeen)),
  ).toStrictEqual([true, false, false, false, false, false]);
  await page.close();
});

test.for([
  ['zh', false],
  ['zh', true],
  ['en', false],
  ['en', true],
] as const)(
  'no fault of accessibility: %s, dark %s, wide and narrow, with a filled sheet open',
  { timeout: 60_000 },
  async ([lang, dark], context) => {
    const file = await filled(`${lang}-${dark}.xlsx`, COMPLETE);
    for (const width of [1440, 1024, 390]) {
      const page = await open(context, `?office=${office}&lang=${lang}&theme=${dark ? 'dark' : 'light'}`, { width });
      await page.locator('input[type=file]').setInputFiles(file);
      await page.locator('.previewed-sheet').waitFor();
      expect([width, await fits(page), await axeFaults(page)]).toStrictEqual([width, true, []]);
      await page.close();
    }
  },
);

/** How many rows the service has to be filled. */
async function openRows(args: string): Promise<number> {
  const reply = await fetch(`${product.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ survey(${args}) { ... on Survey { open } } }` }),
  });
  const { data } = (await reply.json()) as { data: { survey: { open: number } } };
  return data.survey.open;
}
