import { readFile } from 'node:fs/promises';
import { expect, test, type TestContext } from 'vitest';
import { axeFaults, idOf, type Look } from './pages.ts';
import { startProduct } from './product.ts';
import { publish } from './served.ts';

const FIRM = '示例乙有限公司';

/** A made-up firm, published after data/gansu. */
const FOLDER = {
  'dataset.yml': `id: made-up
title: { zh: 示例, en: made up }
asOf: 2025-06
sources:
  - { id: news, title: 示例新闻, class: official_news, publisher: 示例, date: 2025-06 }
tables:
  - file: things.csv
    source: news
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states:
      - { attribute: name, of: thing, value: { column: name } }
  - file: ties.csv
    source: news
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - { relationship: { column: type }, from: from, to: to, modality: { is: operating } }
`,
  'things.csv': `kind,name\nPlace,甘肃省\nCompany,${FIRM}\n`,
  'ties.csv': `type,from,to\nLOCATED_IN,${FIRM},甘肃省\n`,
};

const product = startProduct((served) => publish(served, FOLDER));

async function open(context: TestContext, address: string, look: Look = {}) {
  const page = await product.open(context, address, look);
  await page.getByRole('contentinfo').waitFor();
  return page;
}

test('the data version of the status line leads to what changed in it, group by group, down to the source', async (context) => {
  const page = await open(context, 'chains');
  await page.getByRole('link', { name: '数据版本 2' }).click();
  await page.getByRole('heading', { name: '变动', exact: true }).waitFor();
  await page.locator('.change-row').first().waitFor();
  expect(await page.locator('.change-row').count()).toBe(3);
  const [firm, tie, source] = await page.locator('.change-row > .sentence').allInnerTexts();
  expect(firm).toBe(`新见：${FIRM}（企业）`);
  expect(tie).toContain(`新见：${FIRM}位于甘肃省。`);
  expect(source).toBe('新增资料《示例新闻》（官方新闻，2025-06）');
  await page.getByRole('radio', { name: '关系 1' }).focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.querySelectorAll('.change-row').length === 1);
  expect(new URL(page.url()).searchParams.get('what')).toBe('relations');
  await page.getByRole('button', { name: /看出处$/ }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.locator('.drawer');
  await drawer.getByText('示例新闻').first().waitFor();
  await drawer.getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('看出处');
  await page.getByRole('link', { name: FIRM }).click();
  await page.getByRole('heading', { name: FIRM }).waitFor();
  await page.close();
});

test('since nothing was published everything is new, in pages, and the file has all of it', async (context) => {
  const page = await open(context, 'changes?vs=0&dv=1');
  const more = page.getByRole('button', { name: '再列 100 条' });
  await more.waitFor();
  expect(await page.locator('.change-row').count()).toBe(100);
  await more.click();
  await page.waitForFunction(() => document.querySelectorAll('.change-row').length === 200);
  expect(await page.locator('.changes-compared').innerText()).toMatch(
    /^数据版本 1（.+）是第一个版本，没有更早的可以比。/,
  );
  expect(await page.locator('main').innerText()).not.toMatch(/新见|版本 0/);
  await page.getByRole('radio', { name: /^资料/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('.change-row').length < 50);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.split('\r\n')[0]).toBe('\uFEFF变动,说明,原因,有关实体,运行,资料,关于本表');
  expect(text.split('\r\n').length).toBe((await page.locator('.change-row').count()) + 2);
  await page.close();
});

test('the page of an entity leads to what changed about it; where nothing did it says what was compared', async (context) => {
  const id = await idOf(product.url, FIRM);
  const page = await open(context, `entity/${id}`);
  await page.getByRole('link', { name: '版本 1 以来的变动' }).click();
  await page.getByText(`只看与${FIRM}有关的`).waitFor();
  expect(await page.locator('.change-row').count()).toBe(2);
  const university = await idOf(product.url, '兰州大学');
  await page.goto(`${product.url}changes?seed=${university}&vs=1&lang=en`);
  await page.getByRole('heading', { name: 'No such changes' }).waitFor();
  expect(await page.locator('.changes-compared').innerText()).toMatch(
    /^Version 1 \(.+\) against version 2 \(.+\), 0 in all$/,
  );
  await page.close();
});

test('kinds and types of relationship narrow what is listed, by keyboard, and stand in the link', async (context) => {
  const page = await open(context, 'changes?vs=0&dv=1');
  await page.locator('.change-row').first().waitFor();
  await page.getByRole('button', { name: '实体类型 全部' }).press('Enter');
  await page.getByRole('checkbox', { name: '园区' }).press('Space');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '关系类型 全部' }).press('Enter');
  await page.getByRole('checkbox', { name: '位于' }).press('Space');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '关系类型 位于' }).waitFor();
  const link = new URL(page.url()).searchParams;
  expect([link.get('kind'), link.get('rel')]).toEqual(['Park', 'LOCATED_IN']);
  const lines = page.locator('.change-row > .sentence');
  // What is being built is not said to lie anywhere yet.
  const located = (line: string) => /位于|正在.+建设/.test(line);
  await expect.poll(async () => (await lines.allInnerTexts()).every(located)).toBe(true);
  const before = await lines.allInnerTexts();
  await page.reload();
  await lines.first().waitFor();
  expect(await lines.allInnerTexts()).toEqual(before);
  await page.goto(`${product.url}changes?vs=0&rel=EATS&lang=en`);
  await page.getByText('Neither version has relationships of type EATS; it is not filtered by.').waitFor();
  await page.close();
});

test.for([
  ['light', 'changes?vs=0', { width: 1440, height: 900 }],
  ['dark, in English', 'changes?vs=1&lang=en', { width: 1440, height: 900, dark: true }],
  ['narrow', 'changes?vs=0', { width: 390, height: 844 }],
] as const)('the screen is clean to axe and as wide as the window: %s', async ([_how, address, look], context) => {
  const page = await open(context, address, look);
  await page.locator('.change-row').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
  await page.close();
});
