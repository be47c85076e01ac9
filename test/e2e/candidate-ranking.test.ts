import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import {
  candidateWorld,
  namesIn,
  openLists,
  OTHER,
  SIGNED,
  valueOf,
  WANTED,
  type CandidateWorld,
} from './candidate-world.ts';
import { axeFaults, idOf, type Look } from './pages.ts';

let browser: Browser | undefined;
let world: CandidateWorld;
beforeAll(async () => {
  browser = (await launchBrowser())?.browser;
  world = await candidateWorld();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world.served.stop();
});

async function lists(context: TestContext, more: string, look: Look = {}) {
  if (!browser) return context.skip('没有浏览器 no browser');
  return openLists(browser, world, more, look);
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test('with a ledger the signed firm drops out by name, and who is talked to says so', async (context) => {
  const before = await lists(context, '&dv=2');
  expect(await namesIn(before, '规划点名')).toEqual(expect.arrayContaining([WANTED, SIGNED]));
  await before.close();
  const page = await lists(context, '');
  const named = await namesIn(page, '规划点名');
  expect([named.includes(WANTED), named.includes(SIGNED)]).toStrictEqual([true, false]);
  expect(await page.locator('.candidate', { hasText: WANTED }).innerText()).toContain('台账里写的');
  const out = page.locator('.candidate-out dl > div', { hasText: '台账里已签约或落地：1' });
  expect(await out.locator('.candidate-name').allInnerTexts()).toStrictEqual([SIGNED]);
  const counts = page.locator('.ledger-counts > div');
  await counts.first().waitFor();
  expect((await counts.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(
    expect.arrayContaining([expect.stringMatching(/在谈.*1|1.*在谈/), expect.stringMatching(/签约.*1|1.*签约/)]),
  );
  await page
    .getByRole('button', { name: `看${WANTED}的引荐渠道` })
    .first()
    .press('Enter');
  await page
    .locator('.candidate-aside')
    .getByRole('button', { name: new RegExp(WANTED) })
    .first()
    .waitFor();
  await page.close();
});

test('a ranking stands below with terms that add up, weights by keyboard in the link, and terms that are required', async (context) => {
  const page = await lists(context, '');
  const ranking = page.locator('.candidate-ranking');
  // It is asked for beside the ranking, and comes later.
  await ranking.getByText('命中率没有测过：').waitFor();
  expect(await ranking.locator('.ranked > th .strong').allInnerTexts()).toEqual(
    expect.arrayContaining([WANTED, OTHER]),
  );
  const sum = await ranking.locator('.ranking-total').innerText();
  const [, parts = '', total = ''] = /：(.+) = (\d\.\d{3})$/.exec(sum) ?? [];
  const added = parts.split(' + ').reduce((all, part) => all + (part === '–' ? 0 : Math.round(Number(part) * 1000)), 0);
  expect(added).toBe(Math.round(Number(total) * 1000));

  await page.getByRole('slider', { name: '扩产信号的权重' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => valueOf(page, 'w')).toBe('signals.200');
  await expect.poll(() => ranking.locator('.ranking-total').innerText()).not.toBe(sum);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => valueOf(page, 'w')).toBe('signals.250');
  await page.getByRole('checkbox', { name: '必须有扩产信号' }).focus();
  await page.keyboard.press('Space');
  await ranking.getByText(/没有扩产信号，不排：\d+ 家/).waitFor();
  expect(valueOf(page, 'need')).toBe('signals');
  await page.getByRole('button', { name: '恢复原来的权重' }).press('Enter');
  await expect.poll(() => valueOf(page, 'w')).toBeNull();
  await page.close();
});

test.for([
  ['zh', false],
  ['zh', true],
  ['en', false],
  ['en', true],
] as const)(
  'no fault of accessibility: %s, dark %s, wide and narrow, with ranking, comparison and way',
  { timeout: 90_000 },
  async ([lang, dark], context) => {
    const firms = await Promise.all([WANTED, '比亚迪股份有限公司'].map((name) => idOf(world.served.url, name)));
    const chosen = `&visit=${firms.join()}&cmp=${firms.join()}&lang=${lang}&theme=${dark ? 'dark' : 'light'}`;
    for (const width of [1440, 1024, 390]) {
      const page = await lists(context, chosen, { width });
      await page.locator('.candidate-compare').waitFor();
      expect([width, await fits(page), await axeFaults(page)]).toStrictEqual([width, true, []]);
      await page.goto(`${world.served.url}candidates?lang=${lang}`);
      await page.locator('.candidate-start .link').first().waitFor();
      expect([width, await fits(page), await axeFaults(page)]).toStrictEqual([width, true, []]);
      await page.close();
    }
  },
);
