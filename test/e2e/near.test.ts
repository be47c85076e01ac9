import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pumpsAndValves } from '#test/server/support/pumps-and-valves.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFaults, idOf, openPage } from './pages.ts';
import { publish, serveProduct, type Served } from './served.ts';

const INTERNAL = { LONGLIAN_VISIBILITY: 'internal' };
const NEAR = '新泵有限公司';

let browser: Browser | undefined;
let served: Served;
let question: string;
beforeAll(async () => {
  browser = (await launchBrowser())?.browser;
  served = await serveProduct(INTERNAL);
  await publish(served, pumpsAndValves(20), INTERNAL);
  const [segment, chain, region] = await Promise.all(['阀', '泵阀', '白市'].map((name) => idOf(served.url, name)));
  question = `${served.url}candidates?region=${region}&chain=${chain}&seg=${segment}`;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await served.stop();
});

async function exported(page: Page): Promise<string> {
  await page.getByRole('button', { name: '导出' }).press('Enter');
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: '拜访清单 1 家，CSV' }).press('Enter');
  return readFile(await (await coming).path(), 'utf8');
}

test('a firm near a segment is chosen by keyboard, stays with the link, and is handed over as worked out', async (context) => {
  if (!browser) return context.skip('没有浏览器 no browser');
  const page = await openPage(browser, question);
  const row = page.locator('.candidate-near .ranked', { hasText: NEAR });
  await row.getByRole('checkbox', { name: `把${NEAR}列入拜访清单` }).press('Space');
  await expect.poll(() => page.locator('.visit-names').innerText()).toContain(NEAR);
  await page.reload();
  await row.waitFor();
  const list = page.locator('.candidate-visits');
  expect(await list.locator('.visit-names').innerText()).toContain(NEAR);
  expect(await list.innerText()).not.toContain('这次的名单里没有');
  const text = await exported(page);
  expect(text).toContain(`${NEAR},`);
  expect(text).toContain('推算，不是资料说的：没有写到它做阀');
  expect(text).toContain('相近环节排序的命中率');

  await row.getByRole('button', { name: `${NEAR}从事泵。` }).press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toMatch(/^l/);
  expect(await axeFaults(page)).toStrictEqual([]);
  await page.close();
});
