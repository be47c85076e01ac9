import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawsHan, launch, launchBrowser, packagedBrowser, type FoundBrowser } from '#test/support/browser.ts';

describe('the browser of these tests', () => {
  let found: FoundBrowser | undefined;

  beforeAll(async () => {
    found = await launchBrowser();
  });

  afterAll(async () => {
    await found?.browser.close();
  });

  test('a browser of this machine shows a page', async ({ skip }) => {
    if (!found) return skip('没有浏览器 no browser');
    const page = await found.browser.newPage();
    await page.setContent('<title>陇链</title>');
    expect(await page.title()).toBe('陇链');
    await page.close();
  });

  test('Han characters are drawn, not empty boxes', async ({ skip }) => {
    if (!found) return skip('没有浏览器 no browser');
    const page = await found.browser.newPage();
    const draws = await drawsHan(page);
    await page.close();
    if (!draws) skip('没有汉字字体，可安装 fonts-wqy-microhei · no Han font');
    expect(draws).toBe(true);
  });
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the browser from npm', () => {
  test('it starts on a machine that has none, and shows one page after the other', async () => {
    const browser = await launch(await packagedBrowser());
    for (const title of ['first', 'second', 'third']) {
      const page = await browser.newPage();
      await page.setContent(`<title>${title}</title>`);
      expect(await page.title()).toBe(title);
      await page.close();
    }
    await browser.close();
  });
});
