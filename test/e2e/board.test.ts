import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { axeFaults, idOf } from './pages.ts';
import { startProduct } from './product.ts';
import { publish } from './served.ts';

const CHAIN = '离子放射治疗';
const PROVINCE = '甘肃省';
const ZONE = '兰州新区';
const SEGMENT = '装置检验检测';

/** A made-up register of the chain and a wish, published after data/gansu. */
const REGISTER = {
  'dataset.yml': `id: made-up
title: { zh: 示例名录, en: made-up register }
asOf: 2025-06
sources:
  - id: reg
    title: 示例名录
    class: register
    publisher: 示例
    date: 2025-06
    coverage:
      - { chain: ${CHAIN}, place: ${PROVINCE}, date: 2025-06, extent: register }
tables:
  - file: things.csv
    source: reg
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states:
      - { attribute: name, of: thing, value: { column: name } }
  - file: ties.csv
    source: reg
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - { relationship: { column: type }, from: from, to: to, modality: { is: operating } }
`,
  'things.csv': `kind,name\nChain,${CHAIN}\nPlace,${PROVINCE}\nPark,${ZONE}\nSegment,${SEGMENT}\nCompany,示例甲有限公司\n`,
  'ties.csv': `type,from,to\nSEGMENT_OF,${SEGMENT},${CHAIN}\nLOCATED_IN,示例甲有限公司,${ZONE}\nACTIVE_IN,示例甲有限公司,${SEGMENT}\n`,
};

let board: string;
let cell: string;

const { open } = startProduct(async (served) => {
  await publish(served, REGISTER);
  const [chain, province, zone] = await Promise.all([
    idOf(served.url, CHAIN, ['Chain']),
    idOf(served.url, PROVINCE, ['Place']),
    idOf(served.url, ZONE, ['Park', 'Place']),
  ]);
  board = `chain/${chain}?region=${province},${zone}`;
  cell = `${await idOf(served.url, SEGMENT, ['Segment'])}.${zone}`;
});

test('a lens is chosen by keyboard, stands in the link, and tells each cell in words', async (context) => {
  const page = await open(context, board);
  await page.getByRole('radio', { name: '出处', exact: true }).focus();
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('lens=firms');
  const name = new RegExp(`${SEGMENT} · ${ZONE} .*示例甲有限公司`);
  await page.getByRole('gridcell', { name }).waitFor();
  await page.close();
});

test('the legend filters: what is left out is counted, and the keys walk what is left', async (context) => {
  const page = await open(context, board);
  const rows = page.locator('.board-row');
  await rows.first().waitFor();
  const all = await rows.count();
  await page.getByRole('button', { name: '独家' }).click();
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const left = await rows.count();
  await page.getByText(`只看独家：${all} 个环节里的 ${left} 个。`).waitFor();
  expect(page.url()).toContain('only=sole');
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
  await page.getByRole('button', { name: '看全部' }).click();
  await expect.poll(() => rows.count()).toBe(all);
  await page.close();
});

test('a class of sources narrows the marks and says that judgements do not follow', async (context) => {
  const page = await open(context, `${board}&cls=policy`);
  await page.getByText('标记和名单只看政策；判断仍按全部资料。').waitFor();
  expect(await page.locator('.board .stamp.operating').count()).toBe(0);
  expect(await page.locator('.board .tile.present, .board .tile.weak, .board .tile.sole').count()).toBeGreaterThan(0);
  await page.close();
});

test('against the version before, a cell says what it was, what did it, and leads to the fact', async (context) => {
  const page = await open(context, `${board}&vs=1&cell=${cell}`);
  const panel = page.getByRole('complementary', { name: SEGMENT });
  await panel.getByRole('heading', { name: '版本变化' }).waitFor();
  await panel.getByText('是这些使它变的').waitFor();
  expect(await page.locator('.board .notch').count()).toBeGreaterThan(0);
  expect(await page.getByRole('gridcell', { name: /较版本 1 有变化/ }).count()).toBeGreaterThan(0);
  await panel.locator('.causes').getByRole('button', { name: '示例甲有限公司从事装置检验检测。' }).click();
  const drawer = page.getByRole('complementary', { name: '出处' });
  await drawer.getByText('示例名录').first().waitFor();
  await page.close();
});

test('the panel says why the state holds, and on asking why not each other', async (context) => {
  const page = await open(context, `${board}&cell=${cell}`);
  const panel = page.getByRole('complementary', { name: SEGMENT });
  await panel.getByRole('heading', { name: '为什么这样判' }).waitFor();
  await panel.getByText('别的为什么不是').click();
  await panel.getByText('没有可采信的资料说空白或独家').waitFor();
  await page.close();
});

test('the board is saved as a table with a row a cell, each with its sources', async (context) => {
  const page = await open(context, board);
  await page.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '表格 CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${CHAIN}-${PROVINCE}-${ZONE}-2025-06.csv`);
  const text = await readFile(await download.path(), 'utf8');
  const lines = text.trimEnd().split('\r\n');
  expect(lines.filter((line) => line.startsWith('格,')).length).toBe(await page.getByRole('gridcell').count());
  const own = lines.find((line) => line.includes(`,${SEGMENT},${ZONE},`)) ?? '';
  expect(own).toContain('示例甲有限公司');
  expect(own).toContain('示例名录 2025-06');
  await page.close();
});

test('on paper there are the board and its footer, and no controls', async (context) => {
  const page = await open(context, `${board}&cell=${cell}`, { width: 1047, height: 720 });
  await page.locator('.board-row').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.board-actions').isVisible()).toBe(false);
  expect(await page.locator('.drawer').isVisible()).toBe(false);
  expect(await page.locator('.skip').isVisible()).toBe(false);
  expect(await page.getByRole('contentinfo').isVisible()).toBe(true);
  // What scrolls on the screen is whole on paper.
  for (const part of ['.board-columns', '.board-left', '.board-scroll']) {
    const style = await page
      .locator(part)
      .evaluate((one) => [getComputedStyle(one).display, getComputedStyle(one).overflow]);
    expect([part, ...style]).toEqual([part, 'block', 'visible']);
  }
  // Nothing is cut at the right edge, and no state needs its colour.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1047);
  const colours = await page
    .locator('.board .tile')
    .evaluateAll((tiles) => tiles.map((one) => getComputedStyle(one).color));
  expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']));
  await page.close();
});

test('in a printed English brief no state runs over the column beside it, on upright paper either', async (context) => {
  const page = await open(context, `${board}&lang=en`, { width: 718, height: 1047 });
  await page.evaluate(() => Object.assign(window, { print: () => undefined }));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^Print/ }).click();
  await page.locator('section.board-brief').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const over = await page.locator('.board-brief .tile').evaluateAll((tiles) =>
    tiles.flatMap((tile) => {
      const words = document.createRange();
      words.selectNodeContents(tile);
      const cell = tile.closest('td')?.getBoundingClientRect();
      return cell && words.getBoundingClientRect().right <= cell.right ? [] : [tile.textContent];
    }),
  );
  expect(await page.locator('.board-brief .tile').count()).toBeGreaterThan(0);
  expect(over).toEqual([]);
  await page.close();
});

test('a printed brief begins with a summary, names who asks and what stands beside the cells, and its links keep their names', async (context) => {
  const page = await open(context, board);
  await page.evaluate(() => Object.assign(window, { print: () => undefined }));
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '打印图和简报（A4、A3 横向）' }).click();
  await page.locator('section.board-brief').waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const brief = page.locator('section.board-brief');
  expect(await brief.getByRole('heading').first().textContent()).toBe('概要');
  expect(await brief.getByText(/资料截至 2025-06 · 数据版本 2 · 打印 \d{4}-\d{2}-\d{2}/).isVisible()).toBe(true);
  expect(await brief.getByText('谁要求、要在哪里').first().isVisible()).toBe(true);
  const links = page.locator('.board-notes a');
  for (const link of await links.all()) expect(await link.isVisible()).toBe(true);
  expect(await page.locator('.of-chain').isVisible()).toBe(false);
  await page.close();
});

const VIEWS: readonly (readonly [string, string])[] = [
  ['空白与薄弱', '&lens=gaps'],
  ['企业', '&lens=firms'],
  ['时间', '&lens=time'],
  ['版本变化', '&vs=1&only=missing,sole,weak'],
];

for (const [name, more] of VIEWS) {
  for (const lang of ['zh', 'en']) {
    for (const dark of [false, true]) {
      test(`the board, ${name}, has no fault that axe can find, ${lang}, ${dark ? 'dark' : 'light'}`, async (context) => {
        const page = await open(context, `${board}${more}&cell=${cell}&lang=${lang}`, { dark });
        expect(await axeFaults(page)).toEqual([]);
        await page.close();
      });
    }
  }

  test(`the board, ${name}, does not scroll sideways on a telephone`, async (context) => {
    const page = await open(context, `${board}${more}`, { width: 360, height: 780 });
    await page.locator('.board-row').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });
}

test('with the colours of the reader, the chosen lens and each state can still be told', async (context) => {
  const page = await open(context, `${board}&lens=gaps`, { forcedColors: 'active' });
  await page.locator('.board-row').first().waitFor();
  const looks = await page
    .locator('.segments [role="radio"]')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(looks).size).toBe(2);
  expect(await page.locator('.board .tile:not(.quiet) .state-icon').count()).toBeGreaterThan(0);
  await page.close();
});
