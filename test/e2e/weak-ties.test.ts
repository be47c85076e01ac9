import type { Page } from 'playwright-core';
import { expect, test, type TestContext } from 'vitest';
import { idOf } from './pages.ts';
import { startProduct } from './product.ts';

const SISTER = '兰州科近泰基新技术有限责任公司';
const ZONE = '兰州新区';
const GROUP = '兰州新区科文旅集团';
const BRANCH = '兰州新区科文旅集团数投公司';

const product = startProduct();

/** The paths between two, drawn. */
async function between(context: TestContext, a: string, b: string): Promise<Page> {
  const [from, to] = [await idOf(product.url, a), await idOf(product.url, b)];
  const page = await product.open(context, `explore?a=${from}&b=${to}`);
  await page.locator('[data-graph-state="idle"]').waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

test('firms that only share a park read as a weak tie, thin on the canvas, with what they share', async (context) => {
  const page = await between(context, SISTER, GROUP);
  const paths = page.locator('.paths');
  await paths.getByText(/^列出的 \d+ 条路径，每条都靠共有的相连，是弱联系。$/).waitFor();
  await paths.getByText(`经过${ZONE}：只是同一个园区`, { exact: true }).waitFor();
  const summary = await paths.getByText(/^弱联系，经 \d+ 个/).innerText();
  expect(summary).not.toContain('把握');
  const others = await paths.locator('.other-paths li').allInnerTexts();
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((text) => !text.includes('只是共有'))).toEqual([]);
  expect(await pathWidths(page)).toEqual([1.25]);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await paths.getByText(`Passes Lanzhou New Area: only the same park`, { exact: true }).waitFor();
  await paths.getByText(/^weak tie, \d+ between/).waitFor();
  await page.close();
});

test('beside a direct tie the way through a park is called merely shared, and the direct one stays the louder', async (context) => {
  const page = await between(context, GROUP, BRANCH);
  const paths = page.locator('.paths');
  await paths.getByText(/^直接相连，每一步都有出处，把握/).waitFor();
  expect(await paths.innerText()).not.toContain('弱联系');
  expect(await paths.locator('.other-paths li').allInnerTexts()).toEqual([expect.stringContaining('只是共有')]);
  expect(await pathWidths(page)).toEqual([2.5]);
  await page.keyboard.press('j');
  await paths.getByText(/^弱联系，经 1 个/).waitFor();
  await expect.poll(() => pathWidths(page)).toEqual([1.25]);
  await page.close();
});

/** The widths, each once, of the lines of the path. */
async function pathWidths(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    type Edges = { map<T>(f: (edge: { numericStyle(name: string): number }) => T): T[] };
    const graph = (window as unknown as { __longlianGraph: { edges(selector: string): Edges } }).__longlianGraph;
    return [...new Set(graph.edges('.path').map((edge) => edge.numericStyle('width')))];
  });
}
