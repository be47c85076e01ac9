import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFaults, idOf, openPage, type Look } from './pages.ts';
import { type Served, serveProduct } from './served.ts';

const ION = '甘肃省离子放射治疗技术创新联合体';
const MEDICINE = '甘肃中医药产业创新联合体';

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

async function open(context: TestContext, path: string, look: Look = {}): Promise<Page> {
  if (!browser) return context.skip('没有浏览器 no browser');
  const page = await openPage(browser, new URL(path, served.url).href, look);
  await page.locator('.tie-columns').waitFor();
  return page;
}

const list = (page: Page) => page.getByRole('navigation', { name: '联合体列表' });
const group = (page: Page, name: string) =>
  page.locator('.tie-group').filter({ has: page.getByRole('heading', { name, exact: true }) });

test('without the consortium: what else ties those of its list is told, down to the sources and the graph', async (context) => {
  const page = await open(context, 'consortia');
  const apart = group(page, '不算这个联合体');
  await apart.getByRole('link', { name: '把这些画成关系图' }).waitFor();
  const text = await apart.innerText();
  expect(text).toMatch(/都与它有联系/);
  expect(text).not.toContain(ION);
  await apart.getByRole('link', { name: '把这些画成关系图' }).click();
  await page.locator('[data-graph-state="idle"]').waitFor();
  expect(await page.getByRole('tab', { name: /^关系 [1-9]/ }).count()).toBe(1);
  await page.close();
});

test('the list by the state of its members, with its sum, and the first consortium in full', async (context) => {
  const page = await open(context, 'consortia');
  await page.getByRole('heading', { level: 2, name: ION }).waitFor();
  const items = list(page).locator('.tie-item');
  expect(await items.count()).toBe(8);
  expect(await items.nth(0).innerText()).toContain('未列全');
  expect(await list(page).innerText()).toContain('只写了名称 4');
  expect(await group(page, '成员单位').locator('.tie-row').count()).toBe(4);
  expect(await group(page, '成员单位').innerText()).toContain('见到 4 个，未列全');
  expect(await group(page, '检验检测支持').innerText()).toContain('不在成员名单中');
  await page.close();
});

test('the doubt of the lead beside it: both readings, and what each would change', async (context) => {
  const page = await open(context, 'consortia');
  const doubt = page.getByRole('complementary', { name: '名称待核' });
  await doubt.getByText('如果是另一家，会改什么').waitFor();
  expect(await doubt.getByRole('columnheader').count()).toBe(3);
  expect(await doubt.getByRole('row', { name: /^机构页/ }).innerText()).toContain(
    '兰州科近泰基新技术有限责任公司多 4 条',
  );
  expect(await doubt.getByRole('row', { name: /^产业链图谱/ }).innerText()).toContain('已见家数不变');
  await page.close();
});

test('by keyboard: to another consortium, to the paragraph of a row and back', async (context) => {
  const page = await open(context, 'consortia');
  await list(page)
    .getByRole('link', { name: new RegExp(MEDICINE) })
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: MEDICINE }).waitFor();
  expect(new URL(page.url()).searchParams.get('con')).toMatch(/^e/);
  const cite = group(page, '牵头').getByRole('button', { name: /¶20/ });
  await cite.focus();
  await page.keyboard.press('Enter');
  const drawer = page.locator('.drawer');
  await drawer.getByText('¶20').first().waitFor();
  await drawer.getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('¶20');
  await page.close();
});

test('a link brings the view back: the consortium and the narrowed list', async (context) => {
  const id = await idOf(served.url, MEDICINE, ['Consortium']);
  const page = await open(context, `consortia?con=${id}&list=lead_only`);
  await page.getByRole('heading', { level: 2, name: MEDICINE }).waitFor();
  expect(await list(page).locator('.tie-item').count()).toBe(1);
  await page.reload();
  await page.getByRole('heading', { level: 2, name: MEDICINE }).waitFor();
  await page.close();
});

test('where no consortium is in the state asked for, the way out is beside the words', async (context) => {
  if (!browser) return context.skip('没有浏览器 no browser');
  const page = await openPage(browser, new URL('consortia?list=complete', served.url).href);
  await page.getByText('没有这样的联合体').waitFor();
  await page.getByRole('button', { name: '看全部' }).click();
  await page.locator('.tie-item').first().waitFor();
  expect(await page.locator('.tie-item').count()).toBe(8);
  await page.close();
});

test('to the graph with its bodies, to the page of a body, and from the page of a consortium back', async (context) => {
  const page = await open(context, 'consortia');
  const href = (await page.getByRole('link', { name: '在关系图中看' }).getAttribute('href')) ?? '';
  expect(new URL(href, served.url).searchParams.get('seed')?.split(',').length).toBe(9);
  await group(page, '成员单位').getByRole('link', { name: '兰州大学', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '兰州大学' }).waitFor();
  await page.goto(new URL(`entity/${await idOf(served.url, ION, ['Consortium'])}`, served.url).href);
  await page.getByRole('link', { name: '看联合体页' }).click();
  await page.getByRole('heading', { level: 2, name: ION }).waitFor();
  await page.close();
});

test('the page as a file: one line a row with its sources, what is not written, segments not seen', async (context) => {
  const page = await open(context, 'consortia');
  await page.getByRole('heading', { level: 2, name: ION }).waitFor();
  const linesOf = async (item: RegExp) => {
    await page.getByRole('button', { name: '导出 CSV' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
    return { name: download.suggestedFilename(), lines };
  };
  const { name, lines } = await linesOf(/^导出这一个/);
  expect(name).toBe(`${ION} 2025-02.csv`);
  // The head, 13 rows in roles, 7 things not written, 2 segments seen, 10 not seen; each line says of what data version.
  expect(lines).toHaveLength(1 + 13 + 7 + 2 + 10);
  expect(lines[1]).toMatch(/牵头,兰州泰基公司,企业,.*名称待核.*,.*2025-02 ¶36,.*数据版本 1$/);
  const all = await linesOf(/^导出列出的 8 个/);
  expect(all.name).toBe('联合体 2025-02.csv');
  expect(all.lines.filter((line) => line.includes(MEDICINE)).length).toBeGreaterThan(0);
  await page.close();
});

test('on a telephone: the list, then one consortium, and nothing scrolls sideways', async (context) => {
  const page = await open(context, 'consortia', { width: 390, height: 844 });
  expect(await page.locator('.tie-middle').count()).toBe(0);
  await page.locator('.tie-item').first().click();
  await page.getByRole('heading', { level: 2, name: ION }).waitFor();
  const [scrolls, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(scrolls).toBeLessThanOrEqual(width ?? 0);
  await page.getByRole('link', { name: '全部联合体' }).click();
  expect(await page.locator('.tie-item').count()).toBe(8);
  await page.close();
});

test.for([
  ['zh', false],
  ['zh', true],
  ['en', false],
  ['en', true],
] as const)('no fault of accessibility: %s, dark %s', { timeout: 60_000 }, async ([lang, dark], context) => {
  for (const width of [1440, 1024, 390]) {
    const page = await open(context, `consortia?lang=${lang}&theme=${dark ? 'dark' : 'light'}`, { width });
    if (width === 390) await page.locator('.tie-item').first().click();
    await page.locator('.tie-row').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  }
});
