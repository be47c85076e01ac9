import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { type Served, serveProduct } from './served.ts';

let browser: Browser | undefined;
let served: Served;
beforeAll(async () => {
  browser = (await launchBrowser())?.browser;
  served = await serveProduct();
});
afterAll(async () => {
  await browser?.close();
  await served.stop();
});

type Look = { readonly width?: number; readonly height?: number; readonly dark?: boolean };

async function open(context: TestContext, path: string, { width = 1440, height = 900, dark = false }: Look = {}) {
  if (!browser) return context.skip('没有浏览器 no browser');
  const colorScheme = dark ? 'dark' : 'light';
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.goto(new URL(path, served.url).href);
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
  expect(lines).toHaveLength(20);
  expect(lines[1]).toContain('传统产业 · 绿色化工,兰州新区绿色化工园区 ¶73,');
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
    if (!browser) return context.skip('没有浏览器 no browser');
    for (const width of [1440, 390]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      await page.goto(new URL(`layout?lang=${lang}&theme=${dark ? 'dark' : 'light'}&seen=1`, served.url).href);
      await page.locator('.seen-marks').first().waitFor();
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const run = (
          window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
        ).axe;
        return (await run.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html ?? '']);
      });
      expect(violations).toEqual([]);
      await page.close();
    }
  },
);
