import type { Page } from 'playwright-core';
import { expect, test, type TestContext } from 'vitest';
import { idOf } from './pages.ts';
import { startProduct } from './product.ts';

const product = startProduct();

async function between(context: TestContext, a: string, b: string): Promise<Page> {
  const [from, to] = [await idOf(product.url, a), await idOf(product.url, b)];
  const page = await product.open(context, `explore?a=${from}&b=${to}&hub=1`);
  await page.locator('.paths').waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

test('what is only proposed of one end is told beside weak paths, with its source, and opens it', async (context) => {
  const page = await between(context, '宁德时代', '兰州新区');
  const tie = page.locator('.paths .intended li');
  expect(await tie.innerText()).toMatch(/引进宁德时代新能源科技股份有限公司。\s*建言 2023.*¶\d+ · 建议$/);
  await tie.getByRole('button').press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toMatch(/^l/);
  await page.locator('.drawer').getByText(/¶\d+/).first().waitFor();
  await page.close();
});

test('of two ends that may be the same that comes first, then which no it is, in one line', async (context) => {
  const page = await between(context, '五一〇所', '兰州空间技术物理研究所');
  const panel = page.locator('.paths.none');
  expect(await panel.getByRole('heading').first().innerText()).toBe('两端可能就是同一个，尚未确认');
  expect(await panel.locator('.may-be-same li').count()).toBe(1);
  expect(await panel.locator('> .sentence').allInnerTexts()).toEqual(['没有路径：图上没有关系相连']);
  await page.close();
});
