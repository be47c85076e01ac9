import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { idOf } from './pages.ts';
import { startProduct } from './product.ts';

const FIRM = '兰州泰基公司';
const SISTER = '兰州科近泰基新技术有限责任公司';
const COPPER = '金川集团精密铜材有限公司';
const CONSORTIUM = '甘肃省离子放射治疗技术创新联合体';
const UNIVERSITY = '兰州大学';
const ZONE = '兰州新区';

const ids = new Map<string, string>();
const product = startProduct(async ({ url }) => {
  for (const name of [FIRM, SISTER, COPPER, CONSORTIUM, UNIVERSITY]) ids.set(name, await idOf(url, name));
  ids.set(ZONE, await idOf(url, ZONE, ['Park']));
});
const { open } = product;
const idOfName = (name: string) => ids.get(name) ?? '';
const pair = () => `explore?a=${idOfName(COPPER)}&b=${idOfName(SISTER)}`;

async function settled(page: Page): Promise<void> {
  await page.locator('[data-graph-state="idle"]').waitFor();
  await page.waitForLoadState('networkidle');
}

type Graph = {
  nodes(): { map<T>(f: (node: { id(): string; hasClass(name: string): boolean }) => T): T[] };
  edges(selector: string): { map<T>(f: (edge: { style(name: string): string }) => T): T[] };
};

async function drawn(page: Page): Promise<readonly { readonly id: string; readonly doubtful: boolean }[]> {
  return page.evaluate(() => {
    const graph = (window as unknown as { __longlianGraph: Graph }).__longlianGraph;
    return graph.nodes().map((node) => ({ id: node.id(), doubtful: node.hasClass('doubtful') }));
  });
}

/** Whether the lines of the path and the words over them have the ink of the theme in force. */
async function inks(page: Page): Promise<{ readonly path: readonly string[]; readonly theme: string }> {
  return page.evaluate(() => {
    const graph = (window as unknown as { __longlianGraph: Graph }).__longlianGraph;
    const probe = document.createElement('i');
    probe.style.color = 'var(--sel)';
    document.body.append(probe);
    const theme = getComputedStyle(probe).color.replaceAll(' ', '');
    probe.remove();
    const path = graph.edges('.path').map((edge) => edge.style('line-color').replaceAll(' ', ''));
    return { path: [...new Set(path)], theme };
  });
}

/** Of the words and shapes over the lines: the most frequent colour that hides what is under it. */
async function haloOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas.canvas-overlay') as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const counts = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] !== 255) continue;
      const light = Math.round((data[at] ?? 0) / 32);
      counts.set(light, (counts.get(light) ?? 0) + 1);
    }
    return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? -1;
  });
}

test('lines, words and halos of an open graph follow the theme at once, chosen or of the system', async (context) => {
  const page = await open(context, pair());
  await settled(page);
  const light = await inks(page);
  expect(light.path).toEqual([light.theme]);
  expect(await haloOf(page)).toBe(8);
  await page.getByRole('button', { name: '主题 深色' }).click();
  await expect.poll(async () => (await inks(page)).theme).not.toBe(light.theme);
  const dark = await inks(page);
  expect(dark.path).toEqual([dark.theme]);
  await expect.poll(() => haloOf(page)).toBeLessThan(2);
  await page.close();

  const systems = await open(context, pair());
  await systems.evaluate(() => localStorage.removeItem('longlian.theme'));
  await settled(systems);
  await systems.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => (await inks(systems)).path).toEqual([dark.theme]);
  await expect.poll(() => haloOf(systems)).toBeLessThan(2);
  await systems.close();
});

test('the lowest name stands above the legend, in wide and narrow windows', async (context) => {
  for (const width of [1440, 1024]) {
    const page = await open(context, `explore?a=${idOfName(FIRM)}&b=${idOfName(UNIVERSITY)}`, { width });
    await settled(page);
    const lowest = await page.evaluate(() => {
      type Nodes = { renderedBoundingBox(with_: { includeLabels: boolean }): { y2: number } };
      const graph = (window as unknown as { __longlianGraph: { container(): Element; nodes(): Nodes } })
        .__longlianGraph;
      return (
        graph.container().getBoundingClientRect().top + graph.nodes().renderedBoundingBox({ includeLabels: true }).y2
      );
    });
    const legend = await page.locator('.legend').boundingBox();
    expect(lowest).toBeLessThanOrEqual(legend?.y ?? 0);
    await page.close();
  }
});

test('a name in doubt is dashed with its readings by whatever way it comes, and the files say so', async (context) => {
  const ways = [
    `explore?seed=${idOfName(CONSORTIUM)}`,
    `explore?seed=${idOfName(COPPER)}&ring=0&ops=x.${idOfName(COPPER)},x.${idOfName(CONSORTIUM)}`,
    `explore?seed=${idOfName(FIRM)}&ring=0`,
  ];
  for (const way of ways) {
    const page = await open(context, way);
    await settled(page);
    const nodes = await drawn(page);
    expect(nodes.filter(({ doubtful }) => doubtful).map(({ id }) => id)).toEqual([idOfName(FIRM)]);
    expect(nodes.map(({ id }) => id)).toContain(idOfName(SISTER));
    expect(
      await page
        .getByRole('tabpanel')
        .getByRole('button', { name: new RegExp(`${FIRM}.*名称待核`) })
        .count(),
    ).toBe(1);
    await page.close();
  }
  const page = await open(context, ways[0] ?? '');
  await settled(page);
  const save = async (item: string) => {
    await page.getByRole('button', { name: '导出' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    return readFile(await (await coming).path(), 'utf8');
  };
  expect(await save('节点表 CSV')).toMatch(new RegExp(`${FIRM},.*,名称待核,.*先读 .+：.+另读 .+：`));
  const graph = await save('图数据 GraphML');
  expect(graph).toMatch(
    new RegExp(`<data key="name">${FIRM}</data>.*<data key="doubtful">true</data><data key="mayBeOf">`),
  );
  expect(graph).toMatch(/<data key="fact">false<\/data><data key="mayBe">1<\/data><data key="reason">[^<]+</);
  expect(graph).toMatch(/<data key="sentence">[^<]+<\/data>.*<data key="locators">¶\d+/);
  await page.close();
});

test('without the consortium each reading of a name in doubt says by itself what is left, and which is weak', async (context) => {
  const page = await open(context, `explore?a=${idOfName(FIRM)}&b=${idOfName(UNIVERSITY)}`);
  await settled(page);
  const row = page.getByRole('region', { name: '少了谁还连不连' }).getByRole('listitem').first();
  const text = await row.innerText();
  expect(text).toContain(`少了 ${CONSORTIUM}，要看名称待核的那一端是谁：`);
  const lines = await row.getByRole('listitem').allInnerTexts();
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^先读 .+：仍/);
  expect(lines[1]).toMatch(/^另读 .+：仍.*是弱联系（经过.+：/);
  await page.close();
});

test('a drawer says how its places are counted, and asks for no passage of which the service has no document', async (context) => {
  const page = await open(context, pair());
  const asked: string[] = [];
  const refused: number[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/passages')) asked.push(new URL(response.url()).pathname);
    if (response.status() >= 400) refused.push(response.status());
  });
  await settled(page);
  for (const at of [0, 1]) {
    await page.locator('.hops .hop-button').nth(at).click();
    await page
      .locator('.drawer')
      .getByText(/^¶(\d+)：原文从头数的第 \1 行，空行不算，标题、署名、图注都算。$/)
      .waitFor();
  }
  await page.waitForLoadState('networkidle');
  expect([asked, refused]).toEqual([['/passages'], []]);
  await page.close();
});

test('what no path may pass is not drawn beside the paths', async (context) => {
  const page = await open(context, pair());
  await settled(page);
  expect((await drawn(page)).map(({ id }) => id)).toContain(idOfName(CONSORTIUM));
  await page.goto(`${product.url}${pair()}&not=${idOfName(CONSORTIUM)}`);
  await settled(page);
  expect((await drawn(page)).map(({ id }) => id)).not.toContain(idOfName(CONSORTIUM));
  await page.close();
});

test('by keyboard alone: two names to the first step, its sources, and back out of both by Escape', async (context) => {
  const page = await open(context, `explore?seed=${idOfName(COPPER)}`);
  await settled(page);
  await page.keyboard.press('/');
  await page.keyboard.type(`${COPPER} → ${SISTER}`);
  await page.keyboard.press('Enter');
  const first = page.locator('.hops .hop-button').first();
  await first.waitFor();
  await expect.poll(() => first.evaluate((button) => document.activeElement === button)).toBe(true);
  await expect.poll(() => page.locator('[data-turn]').innerText()).toMatch(/^路径 1，共 \d+ 条，/);
  await page.keyboard.press('Enter');
  await page.locator('.drawer').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.drawer').waitFor({ state: 'detached' });
  expect(await first.evaluate((button) => document.activeElement === button)).toBe(true);
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: '搜索' });
  await box.waitFor();
  await page.keyboard.type('兰州');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  expect(await box.inputValue()).not.toContain('j');
  await page.close();
});

test('before an expand each sort of relation says how much of it is planned, and the legend tells the dashes', async (context) => {
  const page = await open(context, `explore?seed=${idOfName(ZONE)}&plan=1`);
  await settled(page);
  expect(await page.getByRole('region', { name: '图例' }).innerText()).toMatch(/规划\s+\d+/);
  await page.getByRole('group', { name: '关系图画布' }).focus();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('button', { name: /规划 \d+/ })
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: /^全部展开：\d+ 条关系$/ }).waitFor();
  await dialog.getByText(/^其中 \d+ 条已经画出，不再加。$/).waitFor();
  await page.close();
});

test('by keyboard alone: past the bar to the list, from one end on to the other, and each state by itself', async (context) => {
  const page = await open(context, 'explore');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await page.getByRole('combobox', { name: '起点' }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到列表');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('列表');
  await page.getByRole('combobox', { name: '起点' }).focus();
  await page.keyboard.type('兰州大学');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '清除 起点' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '终点');
  await page.keyboard.type('近物所');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '清除 终点');

  await page.getByRole('button', { name: '更多条件' }).press('Enter');
  const states = page.getByRole('group', { name: '状态' });
  await states.getByRole('checkbox', { name: '在建' }).press('Space');
  await page.waitForURL(/[?&]plan=operating(&|$)/);
  await states.getByRole('checkbox', { name: '现有' }).press('Space');
  expect(await states.getByRole('checkbox', { name: '现有' }).isChecked()).toBe(true);
  await page.getByRole('checkbox', { name: '含已结束的' }).press('Space');
  await page.waitForURL(/[?&]ended=1(&|$)/);
  await page.keyboard.press('Escape');
  await page.getByText('只用现有').waitFor();
  await page.close();
});
