import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaults, idOf } from './pages.ts';
import { startProduct } from './product.ts';

const FIRM = '兰州泰基公司';
const CONSORTIUM = '甘肃省离子放射治疗技术创新联合体';
const INSTITUTE = '中国科学院近代物理研究所';
const SISTER = '兰州科近泰基新技术有限责任公司';
const CHAIN = '离子放射治疗';
const PROVINCE = '甘肃省';
const ZONE = '兰州新区';

const ids = new Map<string, string>();

const product = startProduct(async ({ url }) => {
  for (const name of [FIRM, SISTER, CONSORTIUM, INSTITUTE]) ids.set(name, await idOf(url, name));
  for (const name of [PROVINCE, ZONE]) ids.set(name, await idOf(url, name, ['Place', 'Park']));
  ids.set(CHAIN, await idOf(url, CHAIN, ['Chain']));
});

const { open } = product;

const between = (from: string, to: string) => `explore?a=${ids.get(from)}&b=${ids.get(to)}`;

/** Waits until the layout has come to rest. */
async function settled(page: Page): Promise<void> {
  await page.locator('[data-graph-state="idle"]').waitFor();
}

/** What the canvas holds: node ids and where they lie, to the pixel. */
async function picture(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    type Node = { id(): string; position(): { x: number; y: number } };
    const graph = (window as unknown as { __longlianGraph: { nodes(): { map<T>(f: (n: Node) => T): T[] } } })
      .__longlianGraph;
    return graph.nodes().map((node) => [node.id(), Math.round(node.position().x), Math.round(node.position().y)]);
  });
}

test('from the search box to the page of a firm, by keyboard alone', async (context) => {
  const page = await open(context, '');
  // The key is heard as soon as the page is alive.
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  await expect.poll(() => page.keyboard.press('/').then(focused)).toBe('INPUT');
  await page.keyboard.type('泰基公司');
  await page.getByRole('option', { name: FIRM }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: FIRM }).waitFor();
  expect(page.url()).toContain(`/entity/${ids.get(FIRM)}`);
  expect(await page.getByText('名称待核').count()).toBeGreaterThan(0);
  await page.close();
});

test('the way from the firm to the institute leads through the consortium, each step with its passage', async (context) => {
  const page = await open(context, between(FIRM, INSTITUTE));
  await settled(page);
  const hops = page.locator('.hops .hop');
  await expect.poll(() => hops.count()).toBe(2);
  expect(await hops.nth(0).innerText()).toContain(`${FIRM}牵头${CONSORTIUM}。`);
  expect(await hops.nth(1).innerText()).toContain(`${CONSORTIUM}的成员单位有${INSTITUTE}。`);
  for (const at of [0, 1]) expect(await hops.nth(at).innerText()).toContain('官方新闻 2025-02，¶36');
  await hops.nth(0).getByRole('button').click();
  const drawer = page.getByRole('complementary', { name: '出处' });
  await drawer.getByText('新突破 新动能 新格局').waitFor();
  expect(await drawer.innerText()).toContain('¶36');
  expect(await drawer.innerText()).toContain('名称待核');
  await page.close();
});

test('the same link gives the same picture, and the picture equals its list', async (context) => {
  const first = await open(context, between(FIRM, INSTITUTE));
  await settled(first);
  const other = await open(context, between(FIRM, INSTITUTE));
  await settled(other);
  const drawn = (await picture(first)) as unknown[];
  expect(drawn.length).toBeGreaterThan(3);
  expect(await picture(other)).toEqual(drawn);
  const tab = await first.getByRole('tab', { name: /节点/ }).innerText();
  expect(Number(/\d+/.exec(tab)?.[0])).toBe(drawn.length);
  await Promise.all([first.close(), other.close()]);
});

test('in English the canvas, its list, the path and the searches speak by English names where sources give them', async (context) => {
  const page = await open(context, `${between(FIRM, INSTITUTE)}&lang=en`);
  await settled(page);
  expect(await page.locator('.hops .hop').nth(1).innerText()).toContain(
    'Gansu Ion Radiotherapy Technology Innovation Consortium has Institute of Modern Physics, Chinese Academy of Sciences as a member.',
  );
  const list = page.locator('#list');
  await list.getByRole('button', { name: /Institute of Modern Physics, Chinese Academy of Sciences/ }).waitFor();
  const names = await list.locator('.row-name').allInnerTexts();
  expect(names.filter((name) => /\p{Script=Han}/u.test(name))).toEqual([]);
  expect(await list.locator('.row-name [title]').first().getAttribute('title')).toMatch(/\p{Script=Han}/u);
  await page.getByRole('banner').getByRole('combobox').fill('近物所');
  const hit = page.getByRole('option', { name: /^Institute of Modern Physics, Chinese Academy of Sciences/ });
  await hit.waitFor();
  expect(await hit.innerText()).toContain('近物所');
  await page.close();
});

test('a text that no name holds is offered what it may be, by its rule and never as a hit, by keyboard', async (context) => {
  const page = await open(context, 'explore');
  const box = page.getByRole('banner').getByRole('combobox');
  await box.fill('中科院近代物理所');
  const group = page.getByRole('group', { name: '没有这个名称；可能是' });
  await group.waitFor();
  const option = group.getByRole('option', { name: INSTITUTE });
  expect(await option.innerText()).toContain('可能是它的简称：字的次序不变，略去了几个');
  expect(await page.getByText(/^查的是 \d+ 份文件里的名称/).count()).toBe(1);
  await box.press('Enter');
  await page.locator('.search-lost').getByText('没有名称含“中科院近代物理所”').waitFor();
  expect(page.url()).not.toContain(String(ids.get(INSTITUTE)));
  await box.fill('');
  await box.fill('中科院近代物理所');
  await group.waitFor();
  await box.press('ArrowDown');
  await box.press('Enter');
  await page.waitForURL((url) => url.href.includes(String(ids.get(INSTITUTE))));
  await box.fill('近物所');
  await page.getByRole('option', { name: INSTITUTE }).waitFor();
  expect(await group.count()).toBe(0);
  await page.close();
});

test('no name and nothing like it is said with what was looked through, in English too', async (context) => {
  const page = await open(context, 'explore?lang=en');
  const box = page.getByRole('banner').getByRole('combobox');
  await box.fill('qqqqxxxx');
  await page.getByText(/has “qqqqxxxx” in its name/).waitFor();
  await box.fill('中科院近代物理所');
  const group = page.getByRole('group', { name: 'No such name; it may be' });
  const option = group.getByRole('option', { name: /^Institute of Modern Physics/ });
  expect(await option.innerText()).toContain('This may be short for it');
  await page.close();
});

test('the page of a firm shows the state of its segments where it is, with the reason, and leads to the cell', async (context) => {
  const page = await open(context, `entity/${ids.get(SISTER)}`);
  const part = page.getByRole('region', { name: '在产业链上' });
  await part.getByRole('button', { name: `地区 ${ZONE}` }).waitFor();
  const row = part.getByRole('listitem').filter({ hasText: '医用重离子加速器设计' });
  expect(await row.innerText()).toMatch(/它在产 · 这一格：/);
  expect(await row.locator('.tile').count()).toBe(1);
  await part.getByRole('button', { name: /^地区/ }).press('Enter');
  await page.getByRole('option', { name: new RegExp(`^${PROVINCE}`) }).click();
  expect(new URL(page.url()).searchParams.get('region')).toBe(ids.get(PROVINCE));
  await row.getByRole('link').press('Enter');
  await page.getByRole('heading', { name: '补齐条件' }).waitFor();
  expect(page.url()).toContain(`.${ids.get(PROVINCE)}`);
  await page.close();
});

test('expanding the consortium by a type says what came, is in the link, and can be undone', async (context) => {
  const page = await open(context, `explore?a=${ids.get(CONSORTIUM)}&ring=0`);
  await settled(page);
  const before = ((await picture(page)) as unknown[]).length;
  await page.getByRole('group', { name: '关系图画布' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^1 步：\d+ 个实体/).waitFor();
  await dialog.getByRole('button', { name: /成员单位/ }).click();
  await settled(page);
  await expect.poll(async () => ((await picture(page)) as unknown[]).length).toBeGreaterThan(before);
  const after = ((await picture(page)) as unknown[]).length;
  await page.reload();
  await settled(page);
  await expect.poll(async () => ((await picture(page)) as unknown[]).length).toBe(after);
  await page.close();
});

test('a path that is not there says which of the three noes it is and how many sources were looked in', async (context) => {
  const city = await idOf(product.url, '酒泉市');
  const page = await open(context, `explore?a=${ids.get(FIRM)}&b=${city}`);
  const panel = page.getByText(/没有路径/).first();
  await panel.waitFor();
  expect(await page.getByText(/查了 \d+ 份文件/).count()).toBeGreaterThan(0);
  await page.close();
});

test('the board is walked by keyboard: a cell opens, its fact opens, Escape leads back', async (context) => {
  const page = await open(context, 'chains');
  await page.getByRole('link', { name: CHAIN, exact: true }).click();
  await page.getByRole('link', { name: PROVINCE, exact: true }).click();
  await page.getByRole('combobox', { name: '加一个地区' }).fill(ZONE);
  await page.getByRole('option', { name: ZONE }).first().click();
  const cells = page.getByRole('gridcell');
  await expect.poll(() => page.getByRole('columnheader', { name: ZONE }).count()).toBeGreaterThan(0);
  const regions = `region=${ids.get(PROVINCE)},${ids.get(ZONE)}`;
  expect(page.url()).toContain(`/chain/${ids.get(CHAIN)}?${regions}`);
  await cells.first().focus();
  await page.keyboard.press('ArrowRight');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const name = await focused();
  expect(name).toContain(ZONE);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '补齐条件' }).waitFor();
  expect(page.url()).toContain(`.${ids.get(ZONE)}`);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('heading', { name: '补齐条件' }).count()).toBe(0);
  expect(await focused()).toBe(name);
  await page.close();
});

test('a figure is found by its measure and opens at its passage; the search is empty then, and what it did not find is gone', async (context) => {
  const page = await product.open(context, '');
  const box = page.locator('.bar-search input');
  await box.fill('完全没有的词');
  await page.getByText('指标名称也查了，没有。').waitFor();
  await box.press('Enter');
  await page.locator('.search-lost').waitFor();
  await box.fill('高新技术企业数');
  await page.getByRole('group', { name: '指标' }).getByRole('option').first().waitFor();
  await box.press('Enter');
  await page.locator('.drawer').getByText('高新技术企业数').first().waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/entity\/e/);
  expect(await box.inputValue()).toBe('');
  expect(await page.locator('.search-lost').count()).toBe(0);
  await page.close();
});

test('the first screen says what the sources hold, draws the pace and says why not for the others', async (context) => {
  const page = await open(context, '');
  await page.getByRole('heading', { level: 1, name: '甘肃创新生态图谱' }).waitFor();
  await page.getByRole('heading', { name: '还不能回答' }).waitFor();
  const chart = page.getByRole('img', { name: /时序进度，截至 2024，增量完成 35.8%，时间过了 40%/ });
  await chart.waitFor();
  expect(await chart.innerHTML()).toContain('匀速应到 1,460');
  expect(await page.getByRole('heading', { name: '1,436 亿元的构成' }).count()).toBe(1);
  await page.getByText('实际（2024）836 家 与 2,442 家，说法不一，口径可能不同').waitFor();
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).pathname));
  expect(links.length).toBeGreaterThan(5);
  expect(
    links.filter((path) => !/^\/(chains|explore|layout|survey|match|candidates|consortia|entity\/e\w+)$/.test(path)),
  ).toEqual([]);
  await page.close();
});

test('an example leads to its paths by keyboard, and an old data version stays the one that is asked about', async (context) => {
  const page = await open(context, '?dv=1');
  const way = page.getByRole('list', { name: '试试' }).getByRole('link', { name: /→/ });
  await way.focus();
  await page.keyboard.press('Enter');
  await page.locator('.hops .hop').first().waitFor();
  expect(page.url()).toContain('dv=1');
  await page.close();
});

test('a version with nothing in it says that the store holds no sources', async (context) => {
  const page = await open(context, '?dv=0');
  await page.getByText('库里还没有资料').waitFor();
  expect(await page.getByRole('heading', { name: '资料能回答' }).count()).toBe(0);
  await page.close();
});

const onBoard = () => `chain/${ids.get(CHAIN)}?region=${ids.get(PROVINCE)},${ids.get(ZONE)}`;

const SCREENS: readonly (readonly [string, () => string])[] = [
  ['首页', () => ''],
  ['关系图', () => between(FIRM, INSTITUTE)],
  ['机构', () => `entity/${ids.get(CONSORTIUM)}`],
  ['有环节的机构', () => `entity/${ids.get(SISTER)}`],
  ['全部产业链', () => 'chains'],
  ['先选地区', () => `chain/${ids.get(CHAIN)}`],
  ['产业链图谱', onBoard],
];

for (const [name, path] of SCREENS) {
  for (const lang of ['zh', 'en']) {
    for (const dark of [false, true]) {
      test(`${name} has no fault that axe can find, ${lang}, ${dark ? 'dark' : 'light'}`, async (context) => {
        const target = path();
        const page = await open(context, `${target}${target.includes('?') ? '&' : '?'}lang=${lang}`, { dark });
        expect(await axeFaults(page)).toEqual([]);
        await page.close();
      });
    }
  }

  test(`${name} does not scroll sideways on a telephone`, async (context) => {
    const page = await open(context, path(), { width: 360, height: 780 });
    await page.getByRole('contentinfo').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });
}
