import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, type TestContext } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { openPage, type Look } from './pages.ts';
import { type Served, serveProduct } from './served.ts';

type Product = {
  /** Ends with a slash. There as soon as the first test runs. */
  readonly url: string;
  readonly home: string;
  /** A page of it by its address within. Skips the test where there is no browser. */
  readonly open: (context: TestContext, address: string, look?: Look) => Promise<Page>;
};

/** The product and a browser, started before the tests of a file and ended after them. */
export function startProduct(prepare: (served: Served) => Promise<void> = () => Promise.resolve()): Product {
  let browser: Browser | undefined;
  let served: Served | undefined;
  const running = () => {
    if (served === undefined) throw new Error('not started yet');
    return served;
  };
  beforeAll(async () => {
    browser = (await launchBrowser())?.browser;
    served = await serveProduct();
    await prepare(served);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });
  return {
    get url() {
      return running().url;
    },
    get home() {
      return running().home;
    },
    async open(context, address, look) {
      if (!browser) return context.skip('没有浏览器 no browser');
      return openPage(browser, new URL(address, running().url).href, look);
    },
  };
}
