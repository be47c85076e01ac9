import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LEDGER_COLUMNS, LEDGER_TABLE, ledgerTemplate } from '#ingest/ledger/template.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';
import { idOf, type Look, openPage } from './pages.ts';
import { type Served, serveProduct } from './served.ts';

export const [WANTED, SIGNED, OTHER] = [
  '示例甲电解液有限公司',
  '示例乙电解液有限公司',
  '示例丙氟化工有限公司',
] as const;
const INTERNAL = { LONGLIAN_VISIBILITY: 'internal' };

/** Made-up firms of one segment, in a list that covers it: published after data/gansu, as version 2. */
const FIRMS = {
  'dataset.yml': `id: made-up
title: { zh: 示例, en: made up }
asOf: 2025-06
sources:
  - { id: plan, title: 示例招商方案, class: policy, publisher: 示例单位, date: 2025-05 }
  - id: firms
    title: 示例企业与产品名录
    class: register
    publisher: 示例协会
    date: 2025-06
    coverage: [{ segment: 锂电池电解液, place: 白银市, date: 2025-06, extent: list }]
tables:
  - file: things.csv
    source: firms
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: { column: modality } }]
`,
  'things.csv': `kind,name
Place,白银市
Segment,锂电池电解液
Product,示例电解液
Company,${WANTED}
Company,${SIGNED}
Company,${OTHER}
`,
  'ties.csv': `type,from,to,modality,source,passage
IN_SEGMENT,示例电解液,锂电池电解液,operating,firms,¶1
TARGETS,白银市,${WANTED},planned,plan,¶2
TARGETS,白银市,${SIGNED},planned,plan,¶3
ACTIVE_IN,${WANTED},锂电池电解液,operating,firms,¶2
ACTIVE_IN,${SIGNED},锂电池电解液,operating,firms,¶3
PRODUCES,${WANTED},示例电解液,operating,firms,¶2
PRODUCES,${OTHER},示例电解液,building,firms,¶4
`,
};

/** The office's own ledger, as version 3: one firm has signed, one is talked to. */
const LEDGER = {
  ...Object.fromEntries(ledgerTemplate({ publisher: '示例招商局', date: '2025-06' })),
  [LEDGER_TABLE]: `${LEDGER_COLUMNS.join(',')}
${SIGNED},签约,2025-05-20,,,,白银市,,新能源电池,,,,
${WANTED},在谈,2025-06-01,,,,白银市,,新能源电池,,,,
`,
};

/** Where 电解液 for 白银市 is asked about. */
export type CandidateWorld = {
  readonly served: Served;
  readonly region: string;
  readonly chain: string;
  readonly segment: string;
  /** The address of the question. */
  readonly question: string;
};

/** An internal store: version 1 is data/gansu, 2 with the made-up firms, 3 with the ledger. */
export async function candidateWorld(): Promise<CandidateWorld> {
  const served = await serveProduct(INTERNAL);
  for (const files of [FIRMS, LEDGER]) await publish(files, served.home);
  const region = await idOf(served.url, '白银市', ['Place']);
  const chain = await idOf(served.url, '新能源电池', ['Chain']);
  const segment = await idOf(served.url, '锂电池电解液', ['Segment']);
  const question = `${served.url}candidates?region=${region}&chain=${chain}&seg=${segment}`;
  return { served, region, chain, segment, question };
}

async function publish(files: Readonly<Record<string, string>>, home: string): Promise<void> {
  await withTempFolder(async (folder) => {
    const data = path.join(folder, 'data');
    await mkdir(data);
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(data, name), text);
    const env = { ...process.env, ...INTERNAL, LONGLIAN_HOME: home };
    const ingest = spawn(process.execPath, ['bin/longlian.mjs', 'ingest', data], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(ingest, 'close')) as [number | null];
    if (code !== 0) throw new Error(`the made-up data were refused: ${code}`);
  });
}

/** The lists of the question, with their places. */
export async function openLists(browser: Browser, world: CandidateWorld, more: string, look: Look = {}): Promise<Page> {
  const page = await openPage(browser, `${world.question}${more}`, look);
  await page.locator('.candidate .cite').first().waitFor();
  return page;
}

/** Who stands in one of the lists. */
export function namesIn(page: Page, name: string): Promise<readonly string[]> {
  return page
    .getByRole('region', { name: new RegExp(`^${name}`) })
    .locator('.candidate-head .link')
    .allInnerTexts();
}

export function valueOf(page: Page, key: string): string | null {
  return new URL(page.url()).searchParams.get(key);
}
