import { readXlsx } from 'hucre/xlsx';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { candidateWorld, namesIn, openLists, valueOf, type CandidateWorld } from './candidate-world.ts';
import { idOf, type Look, openPage } from './pages.ts';

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

async function open(context: TestContext, address: string) {
  if (!browser) return context.skip('没有浏览器 no browser');
  const page = await openPage(browser, `${world.served.url}${address}`);
  await page.getByRole('contentinfo').waitFor();
  return page;
}

async function sheetOf(download: Download) {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const { sheets } = await readXlsx(new Uint8Array(Buffer.concat(chunks)));
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
}

const list = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });

test('from the start page a list is exported in four actions, and the workbook opens with its sources', async (context) => {
  const page = await open(context, '?dv=1');
  await page.getByRole('main').getByRole('link', { name: '招商', exact: true }).click();
  await page.getByRole('link', { name: '锂电池电解液，白银市：可以和谁谈' }).click();
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^候选名单 \d+ 家，XLSX$/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('候选名单 锂电池电解液 白银市.xlsx');
  const [head = [], ...rows] = await sheetOf(download);
  expect([head[0], ...head.slice(-2)]).toStrictEqual(['企业', '责任人', '拜访时间']);
  const shown = await page.locator('.candidate-head .link').allInnerTexts();
  const firms = rows.slice(0, new Set(shown).size);
  expect(firms.map(([firm]) => firm)).toStrictEqual([...new Set(shown)]);
  const at = head.indexOf('出处');
  for (const firm of firms) expect(firm[at]).toMatch(/《.+》\d{4}.*¶\d+/);
  await page.getByText('已下载 候选名单 锂电池电解液 白银市.xlsx').first().waitFor();
  await page.close();
});

test('电解液 for 白银市: asked for, none seen; three lists say what is written, where, and what is not', async (context) => {
  const page = await lists(context, '&dv=1');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('锂电池电解液，可以和谁谈');
  const sentence = await page.locator('.candidate-seen').innerText();
  expect(sentence).toMatch(/^要求：/);
  expect(sentence).toContain('已见 0 家');
  expect(sentence).toContain('其中 0 家写明在做这个环节');
  expect(await namesIn(page, '建议点名')).toContain('宁德时代新能源科技股份有限公司');
  const firm = page.locator('.candidate', { hasText: '宁德时代' });
  expect(await firm.locator('.tag').allInnerTexts()).toStrictEqual(['建议', '建言']);
  expect(await firm.locator('.candidate-silent').innerText()).toContain('没有写它的产品');
  expect(await list(page, '可转化成果').innerText()).toContain('没有写到，不等于没有');
  expect(await list(page, '没有列入名单的').innerText()).toContain('兰州理工大学');
  expect(await page.getByText('命中率').count()).toBe(0);

  const cite = firm.locator('.cite').first();
  const place = await cite.innerText();
  expect(place).toMatch(/^2023，¶\d+$/);
  await cite.press('Enter');
  await page.locator('.drawer .evidence').waitFor();
  await page.locator('.drawer').getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await page.locator('.drawer').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(place);
  await page.close();
});

test('without a ledger the page says so and how to load one, and what a ranking still needs', async (context) => {
  const page = await lists(context, '&dv=1');
  const ledger = list(page, '招商台账');
  await ledger.getByText('没有导入台账：是否已经接触，现有资料说不了').waitFor();
  await ledger.getByText('怎样导入台账').click();
  expect(await ledger.locator('code').innerText()).toContain('npx longlian ingest ledger');
  expect(await page.locator('.candidate-ranking:not(.candidate-near)').count()).toBe(0);
  await page.locator('.candidate-near').getByText('不足 20 家').waitFor();
  await page.getByRole('link', { name: '打开摸底清单' }).press('Enter');
  await page.getByRole('heading', { name: '摸底表　白银市' }).waitFor();
  await page.close();
});

test('by keyboard two are listed and compared; the link remembers both', async (context) => {
  const page = await lists(context, '&dv=1');
  for (const name of ['比亚迪股份有限公司', '白银时代瑞象']) {
    await page.getByRole('checkbox', { name: `把${name}列入拜访清单` }).focus();
    await page.keyboard.press('Space');
    await page.locator('.visit-names li', { hasText: name }).waitFor();
  }
  expect(await page.locator('[aria-live="polite"]').innerText()).toBe('已列入 白银时代瑞象，拜访清单 2 / 50');
  for (const name of ['比亚迪股份有限公司', '白银时代瑞象']) {
    await page.getByRole('checkbox', { name: `把${name}并排来看` }).focus();
    await page.keyboard.press('Space');
  }
  const table = page.getByRole('table', { name: '并排比较' });
  await table.waitFor();
  await page.reload();
  await table.waitFor();
  expect(await table.getByRole('columnheader').allInnerTexts()).toStrictEqual([
    '并排比较',
    '比亚迪股份有限公司',
    '白银时代瑞象',
  ]);
  expect(await table.getByRole('row', { name: /^没有说的/ }).innerText()).toContain('没有写它已经投产');

  await page.getByRole('button', { name: '导出', exact: true }).press('Enter');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '拜访清单 2 家，XLSX' }).press('Enter'),
  ]);
  expect((await sheetOf(download)).slice(1, 3).map(([firm]) => firm)).toStrictEqual([
    '比亚迪股份有限公司',
    '白银时代瑞象',
  ]);

  await page.getByRole('button', { name: '移出 白银时代瑞象' }).press('Enter');
  await table.waitFor({ state: 'detached' });
  expect(await page.locator('[aria-live="polite"]').innerText()).toBe('已移出 白银时代瑞象，拜访清单 1 / 50');
  expect([valueOf(page, 'visit'), valueOf(page, 'cmp')]).toStrictEqual([
    await idOf(world.served.url, '比亚迪股份有限公司'),
    await idOf(world.served.url, '比亚迪股份有限公司'),
  ]);
  await page.close();
});

test('who only stands in the ranking of partners is put on the list too, and the workbook says that it is worked out', async (context) => {
  const page = await open(context, `candidates?body=${await idOf(world.served.url, '兰州大学', ['University'])}&dv=1`);
  const first = page.locator('.candidate-ranking .ranked').first();
  const name = (await first.locator('.link.strong').innerText()).replace(/\s*名称待核$/, '');
  const counted = /权衡过、没有列出：除了同在一地，没有别的依据，\d+ 个；没有专指这两家的依据，\d+ 个。/;
  expect(await page.locator('.candidate-ranking').first().innerText()).toMatch(counted);
  await page
    .getByRole('checkbox', { name: `把${name}列入拜访清单` })
    .last()
    .focus();
  await page.keyboard.press('Space');
  const chosen = page.locator('.visit-names li', { hasText: name });
  await chosen.waitFor();
  expect(await chosen.getByRole('checkbox').count()).toBe(0);
  await page.getByRole('button', { name: '导出', exact: true }).press('Enter');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '拜访清单 1 家，XLSX' }).press('Enter'),
  ]);
  const [head = [], row = [], ...notes] = await sheetOf(download);
  expect(row[0]).toBe(name);
  expect(row[head.indexOf('理由')]).toContain('推算，不是资料说的');
  expect(row[head.indexOf('出处')]).toContain('¶');
  expect(notes.flat()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^合作对象排序算过 \d+ 家，这里只有选中的$/)]),
  );
  await page.close();
});

test('whoever is in the region is not said to be introduced by being there', async (context) => {
  const page = await lists(context, '&dv=1');
  await page.getByRole('button', { name: '看白银时代瑞象的引荐渠道' }).press('Enter');
  await page.locator('.candidate-way').getByText('在本地；没有写到引荐渠道').waitFor();
  expect(valueOf(page, 'who')).toBe(await idOf(world.served.url, '白银时代瑞象'));
  expect(await page.locator('.way').count()).toBe(0);
  await page.close();
});

test('the chosen candidate is told with the plan, then the way to it, step by step with sources', async (context) => {
  const page = await open(context, `candidates?body=${await idOf(world.served.url, '兰州大学')}&dv=1`);
  const other = '中国科学院上海应用物理研究所';
  await page.getByRole('button', { name: `看${other}的引荐渠道` }).press('Enter');
  await page.locator('.candidate-way').getByText('规划中的合作：兰州大学（还没有发生，不算引荐）').waitFor();
  await page.locator('.way li', { hasText: other }).waitFor();
  await page.locator('.way-steps .cite').first().press('Enter');
  await page.locator('.drawer .evidence').waitFor();
  await page.close();
});

test('a cell of the board and the page of a body lead here', async (context) => {
  const page = await open(
    context,
    `chain/${world.chain}?region=${world.region}&cell=${world.segment}.${world.region}&dv=1`,
  );
  await page.locator('.drawer').getByRole('link', { name: '可以和谁谈' }).press('Enter');
  await page.getByRole('heading', { name: '锂电池电解液，可以和谁谈' }).waitFor();
  await page.goto(`${world.served.url}entity/${await idOf(world.served.url, '兰州大学', ['University'])}?dv=1`);
  await page.getByRole('link', { name: '可以和谁合作' }).press('Enter');
  await page.getByRole('heading', { name: '兰州大学，可以和谁合作' }).waitFor();
  await page.close();
});

test('a link that cannot be read whole names the part, and one that cannot be asked says why', async (context) => {
  const page = await lists(context, '&w=shine.1');
  expect(await page.locator('.notices', { hasText: 'w' }).count()).toBeGreaterThan(0);
  await page.goto(`${world.served.url}candidates?region=${world.chain}&chain=${world.chain}`);
  await page.getByRole('alert').getByText('应是地区或园区').waitFor();
  await page.close();
});

test('on paper stand the question, the lists and the status line', async (context) => {
  const page = await lists(context, '&dv=1');
  await page.emulateMedia({ media: 'print' });
  const isSeen = (of: string) => page.locator(of).first().isVisible();
  expect(
    await Promise.all(
      ['.board-title', '.candidate-said', '.status', '.bar', '.candidate-aside', '.toggle'].map(isSeen),
    ),
  ).toStrictEqual([true, true, true, false, false, false]);
  await page.close();
});
