import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaults, idOf } from './pages.ts';
import { startProduct } from './product.ts';

const FIRM = '兰州泰基公司';
const SISTER = '兰州科近泰基新技术有限责任公司';
const COPPER = '金川集团精密铜材有限公司';
const CONSORTIUM = '甘肃省离子放射治疗技术创新联合体';
const INSTITUTE = '中国科学院近代物理研究所';
const ZONE = '兰州新区';

const ids = new Map<string, string>();

const product = startProduct(async ({ url }) => {
  for (const name of [FIRM, SISTER, COPPER, CONSORTIUM, INSTITUTE]) ids.set(name, await idOf(url, name));
  ids.set(ZONE, await idOf(url, ZONE, ['Park']));
});

const { open } = product;

const idOfName = (name: string) => ids.get(name) ?? '';
const pair = () => `explore?a=${idOfName(COPPER)}&b=${idOfName(SISTER)}`;
const around = () => `explore?seed=${idOfName(ZONE)}&ops=x.${idOfName(ZONE)}`;

async function settled(page: Page): Promise<void> {
  await page.locator('[data-graph-state="idle"]').waitFor();
  await page.waitForLoadState('networkidle');
}

const hops = (page: Page) => page.locator('.hops .hop');
const asked = (page: Page, key: string) => new URL(page.url()).searchParams.get(key);

/** Ids of what is drawn and where it stands. */
async function places(page: Page): Promise<readonly (readonly [string, number, number])[]> {
  return page.evaluate(() => {
    type Node = { id(): string; position(): { x: number; y: number } };
    const graph = (window as unknown as { __longlianGraph: { nodes(): { map<T>(f: (n: Node) => T): T[] } } })
      .__longlianGraph;
    return graph.nodes().map((node) => [node.id(), node.position().x, node.position().y] as const);
  });
}

/** The number that a tab of the list shows. */
async function listed(page: Page, tab: RegExp): Promise<number> {
  return Number(/\d+/.exec(await page.getByRole('tab', { name: tab }).innerText())?.[0]);
}

test('solid first: every step says in words what it adds, and the sum stands below; fewest steps first is in the link', async (context) => {
  const page = await open(context, pair());
  await settled(page);
  const why = page.locator('.paths > .hop-more');
  await why.locator('summary').click();
  const text = await why.innerText();
  expect(text).toContain('枢纽：邻居多');
  expect(text).not.toMatch(/\d\.\d/);
  const figures = (await why.locator('.terms > div:not(.terms-head) dd').allInnerTexts()).map(whole);
  const sum = whole(await why.locator('.terms-sum').innerText());
  expect(figures.reduce((one, other) => one + other, 0)).toBe(sum);
  await page.getByRole('button', { name: '次序 实在的在先' }).click();
  await page.getByRole('option', { name: '步数少的在先' }).click();
  await expect.poll(() => asked(page, 'hub')).toBe('0');
  await expect.poll(() => why.count()).toBe(0);
  await page.close();
});

const whole = (text: string) => Number(text.replaceAll(/\D/g, ''));

test('what is left without one between is told, can be seen, is in the link, and is undone', async (context) => {
  const page = await open(context, pair());
  await settled(page);
  const between = page.getByRole('region', { name: '少了谁还连不连' });
  expect(await between.innerText()).toContain(`少了 ${CONSORTIUM}，不再连通`);
  const before = await hops(page).allInnerTexts();
  await between.getByRole('button', { name: `看这条，不经过 ${INSTITUTE}` }).click();
  await expect.poll(() => asked(page, 'not')).toBe(idOfName(INSTITUTE));
  await settled(page);
  expect((await hops(page).allInnerTexts()).join()).not.toContain(INSTITUTE);
  expect(await page.getByRole('list', { name: '路径的条件' }).innerText()).toContain(`不经过 ${INSTITUTE}`);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => asked(page, 'not')).toBeNull();
  await expect.poll(() => hops(page).allInnerTexts()).toEqual(before);
  await page.close();
});

test('a filter that leaves no path says which, and one press lifts it', async (context) => {
  const page = await open(context, `${pair()}&not=${idOfName(CONSORTIUM)}&cls=official_news`);
  await page.getByText('没有路径：条件挡住').waitFor();
  await page.getByRole('button', { name: /^不限.*再查$/ }).click();
  await expect.poll(() => hops(page).count()).toBeGreaterThan(0);
  expect(asked(page, 'not')).toBeNull();
  await page.close();
});

test('an end that must be passed is left out of the question and named', async (context) => {
  const page = await open(context, `${pair()}&must=${idOfName(SISTER)}`);
  await page.getByText(`${SISTER}是起点、终点`).waitFor();
  await expect.poll(() => hops(page).count()).toBeGreaterThan(0);
  await page.close();
});

test('by keyboard alone: along an edge, must pass, not through, and the table of keys', async (context) => {
  const page = await open(context, `${pair()}&ring=0`);
  await settled(page);
  const canvas = page.getByRole('group', { name: '关系图画布' });
  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('m');
  await expect.poll(() => asked(page, 'must')).not.toBeNull();
  const passed = asked(page, 'must') ?? '';
  expect([idOfName(CONSORTIUM), idOfName(INSTITUTE)]).toContain(passed);
  await settled(page);
  await page.keyboard.press('b');
  await expect.poll(() => asked(page, 'not')).toBe(passed);
  expect(asked(page, 'must')).toBeNull();
  // What is not passed is drawn no more: the condition is lifted where it stands.
  await page.getByRole('button', { name: /^去掉条件：不经过/ }).press('Enter');
  await expect.poll(() => asked(page, 'not')).toBeNull();
  await page.keyboard.press('?');
  const table = page.getByRole('dialog', { name: '关系图的快捷键' });
  await table.waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => table.count()).toBe(0);
  await page.close();
});

test('what is not to be passed is named among the conditions though it is not drawn, and lifted there by pointer', async (context) => {
  const page = await open(context, `${pair()}&ring=0&not=${idOfName(INSTITUTE)}`);
  await settled(page);
  expect((await places(page)).map(([id]) => id)).not.toContain(idOfName(INSTITUTE));
  const lift = page.getByRole('button', { name: `去掉条件：不经过 ${INSTITUTE}` });
  await lift.click();
  await expect.poll(() => asked(page, 'not')).toBeNull();
  await settled(page);
  expect((await places(page)).map(([id]) => id)).toContain(idOfName(INSTITUTE));
  expect(await lift.count()).toBe(0);
  await page.close();
});

test('from an edge to its passage in two presses', async (context) => {
  const page = await open(context, pair());
  await settled(page);
  await page.getByRole('group', { name: '关系图画布' }).focus();
  await page.keyboard.press(']');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: '出处' });
  await drawer.getByText(/¶\d+/).first().waitFor();
  await drawer.getByRole('button', { name: '复制引文' }).first().waitFor();
  await page.close();
});

test('the legend draws only what is chosen and says how much is not; the numbers add up', async (context) => {
  const page = await open(context, around());
  await settled(page);
  const [nodes, relations] = [await listed(page, /节点/), await listed(page, /关系/)];
  const legend = page.getByRole('region', { name: '图例' });
  await legend.getByRole('button', { name: /^园区/ }).click();
  await expect.poll(() => asked(page, 'kind')).toBe('Park');
  const line = await page.getByText(/只看园区，另有/).innerText();
  const [leftNodes, leftRelations] = [...line.matchAll(/\d+/g)].map(Number);
  expect((await listed(page, /节点/)) + (leftNodes ?? 0)).toBe(nodes);
  expect((await listed(page, /关系/)) + (leftRelations ?? 0)).toBe(relations);
  expect((await places(page)).length).toBe(await listed(page, /节点/));
  await page.getByRole('button', { name: '全部画出' }).click();
  await expect.poll(() => listed(page, /节点/)).toBe(nodes);
  await legend.getByText('关系', { exact: true }).click();
  await legend.getByRole('button', { name: /^位于/ }).click();
  await expect.poll(() => asked(page, 'rel')).toBe('LOCATED_IN');
  await page.close();
});

test('alike nodes become one with their count, nothing is lost, and a group opens by key', async (context) => {
  const page = await open(context, around());
  await settled(page);
  const nodes = await listed(page, /节点/);
  const drawn = (await places(page)).length;
  await page.getByRole('button', { name: '归并同类' }).click();
  await expect.poll(() => asked(page, 'fold')).toBe('1');
  await expect.poll(async () => (await places(page)).length).toBeLessThan(drawn);
  expect(await listed(page, /节点/)).toBe(nodes);
  await page.getByText(/个节点归为 \d+ 组/).waitFor();
  const row = page.getByRole('tabpanel').getByRole('button', { name: /园区 \d+ 个/ });
  await row.click();
  const drawer = page.getByRole('complementary', { name: '组里有' });
  const members = await drawer.getByRole('listitem').count();
  expect(members).toBeGreaterThanOrEqual(3);
  await row.focus();
  await page.keyboard.press('e');
  await expect.poll(() => asked(page, 'ops')).toContain(',u.g-');
  expect(await listed(page, /节点/)).toBe(nodes);
  await page.close();
});

test('the same link gives the same places, also of a folded and opened picture', async (context) => {
  const look = async (path: string) => {
    const page = await open(context, path);
    await settled(page);
    const found = await places(page);
    await page.close();
    return found;
  };
  for (const path of [pair(), `${around()}&fold=1`]) {
    const [one, other] = [await look(path), await look(path)];
    expect(one.map(([id]) => id)).toEqual(other.map(([id]) => id));
    const apart = one.map(([, x, y], at) => Math.hypot(x - (other[at]?.[1] ?? 0), y - (other[at]?.[2] ?? 0)));
    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
  }
});

const FILES = [
  ['图片 PNG', /-v1\.png$/, /^\u0089PNG/],
  ['矢量图 SVG', /-v1\.svg$/, /数据版本 1/],
  ['节点表 CSV', /-v1-节点\.csv$/, /^\uFEFF编号,/],
  ['关系表 CSV', /-v1-关系\.csv$/, /新突破 新动能 新格局.*¶36/],
  ['图数据 GraphML', /-v1\.graphml$/, /<data key="kind">Consortium<\/data>/],
] as const;

test('what is shown is saved as picture, drawing, tables and graph, named by its data version, and it is said', async (context) => {
  const page = await open(context, pair());
  await settled(page);
  for (const [item, name, content] of FILES) {
    await page.getByRole('button', { name: '导出' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(name);
    expect(file.suggestedFilename()).toContain(COPPER);
    const bytes = await readFile(await file.path());
    expect(bytes.toString(item.endsWith('PNG') ? 'latin1' : 'utf8')).toMatch(content);
    await page.locator('.notices').getByText(`已保存 ${file.suggestedFilename()}`).waitFor();
  }
  await page.close();
});

test('the page of a firm keeps the facts of others apart, with whose they are, and its sources can be cited', async (context) => {
  const page = await open(context, `entity/${idOfName(SISTER)}`);
  const others = page.getByRole('region', { name: '提到过、但不是本企业的事实' });
  await others.getByRole('link', { name: FIRM }).waitFor();
  expect(await others.innerText()).toContain('名称待核，可能指它，未定');
  const facts = await page.locator('.fact-table').first().innerText();
  expect(facts).not.toContain(CONSORTIUM);
  await others.getByRole('button', { name: new RegExp(`${FIRM}牵头`) }).click();
  const drawer = page.getByRole('complementary', { name: '出处' });
  await drawer.getByRole('button', { name: '复制引文' }).first().waitFor();
  await page.getByRole('link', { name: '从这里找路径' }).click();
  await expect.poll(() => asked(page, 'a')).toBe(idOfName(SISTER));
  await page.close();
});

for (const lang of ['zh', 'en']) {
  for (const dark of [false, true]) {
    for (const width of [1440, 390]) {
      test(`axe finds nothing with filters, cost and drawer open, ${lang}, ${dark ? 'dark' : 'light'}, ${width}`, async (context) => {
        const path = `${pair()}&hub=1&apart=1&kind=Company&not=${idOfName(FIRM)}&sel=${idOfName(CONSORTIUM)}&lang=${lang}`;
        const page = await open(context, path, { dark, width, height: 900 });
        await settled(page);
        await page.locator('.paths > .hop-more summary').click();
        expect(await axeFaults(page)).toEqual([]);
        await page.close();
      });

      test(`axe finds nothing in a folded picture and its group, ${lang}, ${dark ? 'dark' : 'light'}, ${width}`, async (context) => {
        const page = await open(context, `${around()}&fold=1&lang=${lang}`, { dark, width, height: 900 });
        await settled(page);
        const name = lang === 'zh' ? /园区 \d+ 个/ : /Park × \d+/;
        await page.getByRole('tabpanel').getByRole('button', { name }).click();
        await page.locator('.drawer').waitFor();
        expect(await axeFaults(page)).toEqual([]);
        await page.close();
      });
    }
  }
}
