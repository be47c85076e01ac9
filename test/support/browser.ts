import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const CHANNELS = ['chromium', 'chrome', 'msedge'];
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a browser came from: what to say when a run differs from another. */
export type FoundBrowser = { readonly from: string; readonly browser: Browser };

type Way = { readonly from: string; readonly options: () => Promise<LaunchOptions> };

/**
 * Starts the first browser that starts: `LONGLIAN_CHROMIUM`, the usual paths, Playwright's channels, the one from npm.
 * A named one that does not start is an error; nothing else is tried in its place.
 * @returns undefined when this machine has none
 */
export async function launchBrowser(): Promise<FoundBrowser | undefined> {
  const named = process.env['LONGLIAN_CHROMIUM'];
  if (named) return { from: named, browser: await launch({ executablePath: named }) };
  for (const { from, options } of ways()) {
    try {
      return { from, browser: await launch(await options()) };
    } catch (error) {
      console.warn(`${from}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  return undefined;
}

/**
 * The browser that `@sparticuz/chromium` carries: Linux x64 only, and without a Han font. Its own arguments are for a
 * function that shows one page: in their single process the second page ends the browser.
 */
export async function packagedBrowser(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('only for Linux x64');
  // Read while the package is imported: it then unpacks the system libraries that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  // It comes without the helper that sets up a sandbox for who is not root.
  return { executablePath: await packaged.executablePath(), args: ['--no-sandbox'] };
}

export async function launch(options: LaunchOptions): Promise<Browser> {
  return chromium.launch({
    ...options,
    args: [...FLAGS, ...(options.args ?? [])],
    // Chromium refuses to sandbox itself for root.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

/**
 * Can this browser draw Han characters? Without a Han font all of them are the same empty box.
 * Leaves the page with another content.
 */
export async function drawsHan(page: Page): Promise<boolean> {
  const [one, other] = [await pictureOf(page, '陇'), await pictureOf(page, '链')];
  return !one.equals(other);
}

async function pictureOf(page: Page, character: string): Promise<Buffer> {
  await page.setContent(`<p style="font-size: 40px; width: 60px; height: 60px; margin: 0">${character}</p>`);
  return page.locator('p').screenshot();
}

function ways(): readonly Way[] {
  return [
    ...USUAL_PATHS.filter((path) => existsSync(path)).map((path) => ({
      from: path,
      options: async () => ({ executablePath: path }),
    })),
    ...CHANNELS.map((channel) => ({ from: `channel ${channel}`, options: async () => ({ channel }) })),
    { from: '@sparticuz/chromium', options: packagedBrowser },
  ];
}
