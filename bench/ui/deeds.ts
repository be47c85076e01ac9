import type { Browser, Page } from 'playwright-core';
import { openPage } from '#test/e2e/pages.ts';
import type { Drawn } from './in-page.ts';

/** From Enter behind `A → B` on the start page to the path drawn, in ms: what has to be loaded for it is loaded. */
export async function firstPath(browser: Browser, url: string, a: string, b: string): Promise<number> {
  const page = await openPage(browser, url);
  const box = page.getByRole('combobox').first();
  await box.fill(`${a} → ${b}`);
  await page.waitForLoadState('networkidle');
  await box.focus();
  await page.evaluate(() => {
    addEventListener('keydown', () => Object.assign(window, { __deed: performance.now() }), {
      capture: true,
      once: true,
    });
  });
  await page.keyboard.press('Enter');
  const took = await untilDrawn(page, '.path', 2);
  await page.close();
  return took;
}

/** From the choice in the dialog to the picture with what it brought, in ms. */
export async function expand(browser: Browser, url: string, entity: string): Promise<number> {
  const page = await openPage(browser, `${url}explore?seed=${entity}&ring=0`);
  await page.locator('[data-graph-state="idle"]').waitFor();
  await page.waitForFunction(() => (window as unknown as Drawn).__longlianGraph?.nodes().length === 1);
  await page.getByRole('group', { name: '关系图画布' }).focus();
  await page.keyboard.press('e');
  const all = page.getByRole('dialog').locator('.primary');
  await all.waitFor();
  await page.waitForLoadState('networkidle');
  await all.focus();
  await page.evaluate(() => {
    addEventListener('keyup', () => Object.assign(window, { __deed: performance.now() }), {
      capture: true,
      once: true,
    });
  });
  await page.keyboard.press('Enter');
  const took = await untilDrawn(page, '*', 10);
  await page.close();
  return took;
}

/** From the deed to the frame after so many nodes are there and the picture is at rest. */
async function untilDrawn(page: Page, selector: string, least: number): Promise<number> {
  await page.waitForFunction(
    ([wanted, count]) => {
      const { __longlianGraph: graph, __deed: deed } = window as unknown as Drawn;
      const isIdle = document.querySelector('[data-graph-state="idle"]') !== null;
      return isIdle && deed !== undefined && graph !== undefined && graph.nodes(wanted).length >= count;
    },
    [selector, least] as const,
    { polling: 'raf' },
  );
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame((now) => resolve(now - ((window as unknown as Drawn).__deed ?? now)));
      }),
  );
}
