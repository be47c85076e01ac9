import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { openPage } from '#test/e2e/pages.ts';
import { madePicture, serveMade, type MadePicture } from './made-picture.ts';
import type { Drawn } from './in-page.ts';

/** Renders per second while a pointer drags the picture round and round, and the longest time without one, in ms. */
export type Panned = { readonly drawnMs: number; readonly first: Drag; readonly settled: Drag };
export type Drag = { readonly fps: number; readonly longestGapMs: number };

const SECONDS = 3;
const SIZE = { width: 1280, height: 800 };
const CYTOSCAPE = createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js');

/** The explorer, and Cytoscape as it comes (with names as labels) on an empty page of the same size. */
export async function panBoth(browser: Browser, url: string, size: readonly [nodes: number, edges: number]) {
  const picture = madePicture(...size, 1);
  return { ours: await pan(await explorer(browser, url, picture)), plain: await pan(await plain(browser, picture)) };
}

type Opened = { readonly page: Page; readonly drawnMs: number };

async function explorer(browser: Browser, url: string, picture: MadePicture): Promise<Opened> {
  const page = await openPage(browser, url, SIZE);
  await serveMade(page, picture);
  const start = performance.now();
  await page.goto(`${url}explore?seed=${picture.nodes[0]?.id}`);
  const count = picture.nodes.length;
  await page.waitForFunction((wanted) => {
    const { __longlianGraph: graph } = window as unknown as Drawn;
    return graph?.nodes().length === wanted && document.querySelector('[data-graph-state="idle"]') !== null;
  }, count);
  return { page, drawnMs: performance.now() - start };
}

async function plain(browser: Browser, { nodes, edges }: MadePicture): Promise<Opened> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent('<div id="graph" style="position: fixed; inset: 0"></div>');
  await page.addScriptTag({ content: readFileSync(CYTOSCAPE, 'utf8') });
  const elements = [
    ...nodes.map(({ id, name, x, y }) => ({ data: { id, name }, position: { x, y } })),
    ...edges.map((edge) => ({ data: edge })),
  ];
  const start = performance.now();
  await page.evaluate(async (all) => {
    const { cytoscape } = window as unknown as { cytoscape(options: object): object };
    const graph = cytoscape({
      container: document.querySelector('#graph'),
      elements: all,
      layout: { name: 'preset' },
      style: [{ selector: 'node', style: { label: 'data(name)' } }],
    });
    Object.assign(window, { __longlianGraph: graph });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, elements);
  return { page, drawnMs: performance.now() - start };
}

async function pan({ page, drawnMs }: Opened): Promise<Panned> {
  const first = await drag(page);
  const settled = await drag(page);
  await page.close();
  return { drawnMs: Math.round(drawnMs), first, settled };
}

async function drag(page: Page): Promise<Drag> {
  const at = await emptySpot(page);
  await page.evaluate(() => {
    const { __longlianGraph: graph } = window as unknown as Drawn;
    const times: number[] = [];
    graph?.on('render', () => times.push(performance.now()));
    Object.assign(window, { __renders: times });
  });
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const [from, start] = [await clock(page), performance.now()];
  while (performance.now() - start < SECONDS * 1000) {
    const turn = ((performance.now() - start) / 1000) * Math.PI;
    await page.mouse.move(at.x + 150 * Math.sin(turn), at.y + 100 * (1 - Math.cos(turn)));
  }
  const until = await clock(page);
  await page.mouse.up();
  const times = (await page.evaluate(() => (window as unknown as Drawn).__renders ?? [])).filter(
    (time) => time >= from && time <= until,
  );
  const stops = [from, ...times, until];
  const longest = Math.max(...stops.slice(1).map((time, before) => time - (stops[before] ?? time)));
  return {
    fps: Math.round((times.length / (until - from)) * 10_000) / 10,
    longestGapMs: Math.round(longest),
  };
}

function clock(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

/** On the canvas, as far from any node as can be: a drag that begins there moves the whole picture. */
async function emptySpot(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const { __longlianGraph: graph } = window as unknown as Required<Drawn>;
    const frame = graph.container().getBoundingClientRect();
    const places = graph.nodes().map((node) => node.renderedPosition());
    let best = { x: 0, y: 0, room: -1 };
    for (let x = 60; x < frame.width - 60; x += 20) {
      for (let y = 60; y < frame.height - 60; y += 20) {
        const hit = document.elementFromPoint(frame.x + x, frame.y + y);
        if (hit === null || !graph.container().contains(hit)) continue;
        const room = Math.min(...places.map((place) => (place.x - x) ** 2 + (place.y - y) ** 2));
        if (room > best.room) best = { x: frame.x + x, y: frame.y + y, room };
      }
    }
    return best;
  });
}
