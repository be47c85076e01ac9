import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export type Look = Pick<BrowserContextOptions, 'forcedColors'> & {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
};

/** A page of the product that does not move by itself. */
export async function openPage(browser: Browser, url: string, look: Look = {}): Promise<Page> {
  const { width = 1440, height = 900, dark = false, forcedColors = 'none' } = look;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    forcedColors,
  });
  await page.addInitScript(() => localStorage.setItem('longlian.test', '1'));
  await page.goto(url);
  return page;
}

/** The id of what a search finds first, '' when nothing. */
export async function idOf(url: string, name: string, kinds: readonly string[] | null = null): Promise<string> {
  const query =
    'query ($text: String!, $kinds: [Kind!]) { search(text: $text, kinds: $kinds, first: 1) { edges { node { entity { id } } } } }';
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { text: name, kinds } }),
  });
  type Answer = { data: { search: { edges: { node: { entity: { id: string } } }[] } } };
  return ((await response.json()) as Answer).data.search.edges[0]?.node.entity.id ?? '';
}

/** What axe finds against a page at rest: rule and places. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.getByRole('contentinfo').waitFor();
  // On a busy machine the network may have been still before the page asked for what it shows.
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: string[] }[] }[] };
    const { axe: inPage } = window as unknown as { axe: { run(): Promise<Found> } };
    const { violations } = await inPage.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}
