import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, type TestContext } from 'vitest';
import { axeFaults, type Look } from './pages.ts';
import { startProduct } from './product.ts';

const product = startProduct();

const LIST = ['兰州泰基公司', '近物所', '五〇四厂', '蘭州大學', '', '兰州大学', '兰洲大学', '没有这家公司'];

async function open(context: TestContext, at = 'match', look: Look = {}): Promise<Page> {
  const page = await product.open(context, at, look);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Position, name and outcome of each entry. */
function outcomes(page: Page): Promise<string[]> {
  return page.locator('.match-table tbody tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children]
        .slice(0, 3)
        .map((cell) => cell.textContent)
        .join(' '),
    ),
  );
}

test('by keyboard: from the first screen to a list, what each name stands for, and on to an entity', async (context) => {
  const page = await open(context, '');
  await page.getByRole('main').getByRole('link', { name: '名单比对' }).press('Enter');
  await page.getByLabel('名单，一行一个名称', { exact: true }).last().fill(LIST.join('\n'));
  await page.keyboard.press('Control+Enter');
  await page.locator('.match-table').waitFor();
  expect(await outcomes(page)).toStrictEqual([
    '1 兰州泰基公司 可能是',
    '2 近物所 对上',
    '3 五〇四厂 可能是',
    '4 蘭州大學 对上',
    '5 （空行） 空行',
    '6 兰州大学 与第 4 行重复',
    '7 兰洲大学 只有相近的',
    '8 没有这家公司 现有资料里没有见到',
  ]);
  const weak = page.getByRole('row', { name: /近物所/ });
  expect(await weak.innerText()).toContain('名称太短，不足以认定，要核对');
  expect(
    await page
      .getByRole('row', { name: /五〇四厂/ })
      .getByRole('link')
      .allInnerTexts(),
  ).toStrictEqual(['中核兰州浓缩有限公司', '中核兰州铀浓缩有限公司']);
  expect(await page.getByRole('row', { name: /没有这家公司/ }).innerText()).toContain('不表示没有这家');
  expect(await page.locator('.unseen[role=status]').innerText()).toBe(
    '比对好了：对上 2，可能是 2，只有相近的 1，现有资料里没有见到 1，空行 1，重复 1',
  );
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('比对结果');
  await weak.getByRole('link').press('Enter');
  await page.getByRole('heading', { level: 1, name: '中国科学院近代物理研究所' }).waitFor();
  await page.goBack();
  await page.locator('.match-table').waitFor();
  expect(await outcomes(page)).toHaveLength(8);
  await page.close();
});

test('a short list is in the link, and the link brings list, result and outcome back; a long one is said to be left out', async (context) => {
  const page = await open(context);
  await page.locator('textarea').fill(LIST.join('\n'));
  await page.getByRole('button', { name: '比对', exact: true }).click();
  await page.getByRole('button', { name: '可能是 2' }).click();
  expect(new URL(page.url()).searchParams.get('names')).toBe(LIST.join('\n'));
  const other = await open(context, page.url());
  await other.locator('.match-table').waitFor();
  expect(await other.locator('textarea').inputValue()).toBe(LIST.join('\n'));
  expect(await outcomes(other)).toStrictEqual(['1 兰州泰基公司 可能是', '3 五〇四厂 可能是']);
  await other.close();
  const left = page.getByText('名单太长，放不进链接：这个页面的链接不带名单，发给别人要另附名单。', { exact: true });
  expect(await left.count()).toBe(0);
  await page.locator('textarea').fill(Array.from({ length: 120 }, (_, i) => `没有这家公司${i}`).join('\n'));
  await page.getByRole('button', { name: '比对', exact: true }).click();
  await left.first().waitFor();
  expect(new URL(page.url()).searchParams.has('names')).toBe(false);
  await page.close();
});

test('only one outcome is shown when asked for, and what is chosen opens on the graph', async (context) => {
  const page = await open(context);
  await page.locator('textarea').fill(LIST.join('\n'));
  await page.getByRole('button', { name: '比对', exact: true }).click();
  await page.getByRole('button', { name: '可能是 2' }).click();
  expect(await outcomes(page)).toStrictEqual(['1 兰州泰基公司 可能是', '3 五〇四厂 可能是']);
  await page.getByRole('checkbox', { name: '把兰州泰基离子技术有限公司放到关系图' }).check();
  await page.getByRole('link', { name: '在关系图上打开 3 个' }).click();
  await page.waitForURL(/\/explore/);
  expect(new URL(page.url()).searchParams.get('seed')?.split(',')).toHaveLength(3);
  await page.close();
});

test('a CSV of GB18030 gives its first column, and says what it did not read', async (context) => {
  const page = await open(context);
  const file = path.join(product.home, 'list.csv');
  // 兰州大学,甘肃 and "近物所" as GB18030 writes them.
  const bytes = [0xc0, 0xbc, 0xd6, 0xdd, 0xb4, 0xf3, 0xd1, 0xa7, 0x2c, 0xb8, 0xca, 0xcb, 0xe0, 0x0d, 0x0a];
  await writeFile(file, Buffer.from([...bytes, 0x22, 0xbd, 0xfc, 0xce, 0xef, 0xcb, 0xf9, 0x22, 0x0d, 0x0a]));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('只读第一列：有 1 行还有别的列，没有读。', { exact: true }).waitFor();
  expect(await page.locator('textarea').inputValue()).toBe('兰州大学\n近物所');
  await page.close();
});

test('more than five hundred lines are not sent, and it is said', async (context) => {
  const page = await open(context);
  await page.locator('textarea').fill(Array.from({ length: 501 }, (_, i) => `甲${i}`).join('\n'));
  await page.getByRole('button', { name: '比对', exact: true }).click();
  expect(await page.locator('#match-said').innerText()).toBe('有 501 行，一次最多 500 行，可分几次比对。');
  expect(await page.locator('.match-table').count()).toBe(0);
  await page.close();
});

test('the result as a file: a line each candidate, formulas made text', async (context) => {
  const page = await open(context);
  await page.locator('textarea').fill('近物所\n=1+1');
  await page.getByRole('button', { name: '比对', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载 CSV').click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeff行,读到的名称,结果,次序,实体,英文名称,类型,对到的名称,理由,编号,关于本表');
  expect(lines[1]).toMatch(
    /^1,近物所,对上,1,中国科学院近代物理研究所,"Institute of Modern Physics, Chinese Academy of Sciences",科研院所,近物所,名称相同，名称太短，不足以认定，要核对,e/,
  );
  expect(lines[2]).toMatch(/^2,'=1\+1,/);
  await page.close();
});

test.for([
  ['zh', false, 1440],
  ['en', true, 1440],
  ['zh', true, 390],
  ['en', false, 390],
] as const)(
  'no fault of accessibility and nothing beside the page: %s, dark %s, %i wide',
  { timeout: 60_000 },
  async ([lang, dark, width], context) => {
    const theme = dark ? 'dark' : 'light';
    const page = await open(context, `match?lang=${lang}&theme=${theme}`, { width, dark });
    await page.locator('textarea').fill(LIST.join('\n'));
    await page.getByRole('button', { name: lang === 'zh' ? '比对' : 'Match', exact: true }).click();
    await page.locator('.match-table').waitFor();
    expect(await axeFaults(page)).toStrictEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  },
);
