import type { Page } from 'playwright-core';
import { expect, test, type TestContext } from 'vitest';
import { overlapsOf } from './overlaps.ts';
import { axeFaults, type Look } from './pages.ts';
import { startProduct } from './product.ts';

const product = startProduct();

async function open(context: TestContext, address: string, look: Look = {}) {
  const page = await product.open(context, address, look);
  await page.locator('.layout-words').waitFor();
  return page;
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('the table of the plan: heads, groups, parks by their whole name, and how far the plan goes', async (context) => {
  const page = await open(context, 'layout');
  const table = page.getByRole('grid');
  expect(await table.getByRole('columnheader').count()).toBe(8);
  expect(await table.locator('tr.layout-row').count()).toBe(18);
  expect(await page.getByText('传统产业 4 个').count()).toBe(1);
  const nuclear = table.getByRole('row', { name: /^核产业/ });
  expect(await nuclear.getByRole('gridcell').nth(0).innerText()).toBe('点到区，未写园区');
  const materials = table
    .getByRole('row', { name: /^新材料/ })
    .getByRole('gridcell')
    .nth(0);
  expect(await materials.textContent()).toBe('兰州新区新材料园区');
  await page.close();
});

test('by keyboard: over the table, into a row, to the passage behind a park and back', async (context) => {
  const page = await open(context, 'layout');
  const first = page.locator('[data-spot="0.0"]');
  await first.focus();
  await page.keyboard.press('ArrowDown');
  expect(await focusedText(page)).toBe('绿色冶金');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '绿色冶金，这一行要求什么' }).waitFor();
  expect(new URL(page.url()).searchParams.get('row')).toMatch(/^e/);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Tab']) await page.keyboard.press(key);
  expect(await focusedText(page)).toContain('刘川工业集中区');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByText('¶74').first().waitFor();
  const drawer = page.locator('.drawer');
  await drawer.getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(await focusedText(page)).toContain('刘川工业集中区');
  await page.close();
});

test('the bodies seen stand beside the plan when asked for, and a link brings the view back', async (context) => {
  const page = await open(context, 'layout');
  expect(await page.locator('.seen-marks').count()).toBe(0);
  await page.getByText('对照已见企业').click();
  await page.locator('.seen-marks').first().waitFor();
  expect(new URL(page.url()).searchParams.get('seen')).toBe('1');
  await page.reload();
  await page.locator('.seen-marks').first().waitFor();
  expect(await page.locator('.seen-marks').count()).toBe(72);
  await page.close();
});

test('a selected row leads to the board of its chain in each zone', async (context) => {
  const page = await open(context, 'layout');
  await page.locator('tr.layout-row th', { hasText: '生物医药' }).click();
  await page.getByRole('link', { name: '看兰州新区' }).click();
  await page.getByRole('heading', { level: 1, name: '生物医药' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/chain\/e/);
  await page.close();
});

test('the table as a file: one line an industry, with its paragraphs', async (context) => {
  const page = await open(context, 'layout');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载 CSV').click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(19);
  expect(lines[1]).toContain('传统产业 · 绿色化工,兰州新区绿色化工园区 ¶73,');
  expect(lines[0]).toMatch(/,关于本表$/);
  await page.close();
});

test('on a telephone it is a list by industry, and nothing scrolls sideways', async (context) => {
  const page = await open(context, 'layout', { width: 390, height: 844 });
  expect(await page.getByRole('grid').count()).toBe(0);
  expect(await page.getByRole('article').count()).toBe(18);
  const [scrolls, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(scrolls).toBeLessThanOrEqual(width ?? 0);
  await page.close();
});

test.for([
  ['en', 1440],
  ['zh', 1440],
  ['en', 1024],
  ['zh', 1024],
  ['en', 390],
  ['zh', 390],
] as const)('no text runs over another: %s, %i wide, on the screen and on paper', async ([lang, width], context) => {
  const page = await open(context, `layout?lang=${lang}&seen=1`, { width, height: 6000 });
  await page.locator('.seen-marks').first().waitFor();
  expect(await overlapsOf(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await overlapsOf(page)).toEqual([]);
  await page.close();
});

test('on paper the controls are gone, title and status line stay', async (context) => {
  const page = await open(context, 'layout');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('下载 CSV').isVisible()).toBe(false);
  expect(await page.locator('.on-paper').isVisible()).toBe(true);
  expect(await page.locator('.status').isVisible()).toBe(true);
  await page.close();
});

test.for([
  ['zh', false],
  ['zh', true],
  ['en', false],
  ['en', true],
] as const)(
  'no fault of accessibility: %s, dark %s, table and list',
  { timeout: 60_000 },
  async ([lang, dark], context) => {
    for (const width of [1440, 390]) {
      const theme = dark ? 'dark' : 'light';
      const page = await product.open(context, `layout?lang=${lang}&theme=${theme}&seen=1`, { width });
      await page.locator('.seen-marks').first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.close();
    }
  },
);
