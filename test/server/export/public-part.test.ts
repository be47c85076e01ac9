import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Coverage, identifyCoverage } from '#graph-model/facts/coverage.ts';
import { type Decision, identifyDecision } from '#graph-model/facts/decision.ts';
import type { Record } from '#graph-model/facts/record.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { publishExport, publishRun } from '#ingest/publish/publish.ts';
import { readExport } from '#ingest/restore/read-export.ts';
import { writeGraphml } from '#server/export/graphml.ts';
import { writeJsonLines } from '#server/export/json-lines.ts';
import { publicPart } from '#server/export/public-part.ts';
import { writeTables } from '#server/export/tables.ts';
import { QUIET, type RunContent, stagedRun, withStore } from '../../support/publish-world.ts';
import { attribute, evidence, indicator, passage, record, relationship, source } from '../../support/statements.ts';
import { withTempFolder } from '../../support/temp-folder.ts';

/** Stands in everything that is internal: names, titles, reasons, owners, scopes. */
const SECRET = '机密';
const OWNER = 'data/jimi';

type Said = readonly (readonly [statement: Statement, of: ReturnType<typeof source>])[];

function content(owner: string, sources: RunContent['sources'], records: readonly Record[], said: Said, more = {}) {
  return {
    owner,
    sources,
    records,
    passages: (sources ?? []).map((one) => passage(one)),
    statements: said.map(([statement]) => statement),
    evidence: said.map(([statement, of]) => evidence(statement, of, { owner })),
    ...more,
  } as RunContent;
}

function decided(owner: string, left: Record, right: Record, verdict: 'same' | 'different' | 'unsure'): Decision {
  const rank = verdict === 'unsure' ? { rank: 1 } : {};
  const who = `${owner === OWNER ? SECRET : ''}科员`;
  const at = owner === OWNER ? '2025-05-01' : '2025-01-01';
  return identifyDecision({
    about: 'records',
    verdict,
    left: left.id,
    right: right.id,
    ...rank,
    reason: who,
    who,
    at,
    owner,
  });
}

function covers(subject: Record, place: Record, of: ReturnType<typeof source>): Coverage {
  return identifyCoverage({
    source: of.id,
    subject: subject.id,
    place: place.id,
    date: '2025',
    extent: 'register',
    owner: OWNER,
  });
}

// What is public, of two runs of one data set.
const news = source('news', { class: 'official_news', publisher: '甲报' });
const plan = source('plan', { publisher: '甲市' });
const deer = record(news, 'Company', '白鹿激光有限公司');
const deerShort = record(news, 'Company', '白鹿股份有限公司');
const city = record(news, 'Place', '甲市');
const segment = record(news, 'Segment', '激光器件');
const chain = record(news, 'Chain', '激光产业');
const deerLater = record(plan, 'Company', '白鹿激光有限公司');
const rock = record(plan, 'Company', '白岩材料有限公司');
const rockOther = record(plan, 'Company', '青岩材料有限公司');
const made = relationship(deer, 'ACTIVE_IN', segment);
const first = content(
  'data/open',
  [news],
  [deer, deerShort, city, segment, chain],
  [
    [relationship(segment, 'SEGMENT_OF', chain), news],
    [relationship(deer, 'LOCATED_IN', city), news],
    [made, news],
    [attribute(deer, 'founded', '2010'), news],
    [attribute(deerShort, 'name', '白鹿股份有限公司'), news],
    [indicator(city, '产值', '8.4'), news],
  ],
  { scopes: [{ id: 'all', zh: '全部', en: 'all' }] },
);
const second = content(
  'data/open-2',
  [plan],
  [deerLater, rock, rockOther],
  [
    [attribute(deerLater, 'founded', '2010'), plan],
    [attribute(rock, 'name', '白岩材料有限公司'), plan],
    [attribute(rockOther, 'name', '青岩材料有限公司'), plan],
  ],
  { decisions: [decided('data/open-2', rock, rockOther, 'different')] },
);

// What is internal: of every sort something.
const ledger = source(SECRET, {
  title: `${SECRET}台账`,
  class: 'register',
  publisher: `${SECRET}局`,
  date: '2025-06',
  visibility: 'internal',
});
const office = record(ledger, 'Agency', `${SECRET}局`);
const park = record(ledger, 'Park', `${SECRET}园`);
const deerIn = record(ledger, 'Company', '白鹿激光有限公司');
const rockIn = record(ledger, 'Company', '白岩材料有限公司');
const cityIn = record(ledger, 'Place', '甲市');
const segmentIn = record(ledger, 'Segment', '激光器件');
const chainIn = record(ledger, 'Chain', '激光产业');
const firmIn = record(ledger, 'Company', `${SECRET}有限公司`);
const inside = content(
  OWNER,
  [ledger, { ...news, key: `${SECRET}报` }],
  [office, park, deerIn, rockIn, cityIn, segmentIn, chainIn, firmIn, deer, deerShort, rock, rockOther],
  [
    [relationship(segmentIn, 'SEGMENT_OF', chainIn), ledger],
    [
      relationship(office, 'ENGAGED_WITH', deerIn, { qualifiers: { engagement: 'signed' }, validFrom: '2025-03' }),
      ledger,
    ],
    [relationship(park, 'ENGAGED_WITH', rockIn, { qualifiers: { engagement: 'talking' } }), ledger],
    [relationship(deerIn, 'LOCATED_IN', cityIn), ledger],
    [relationship(deerIn, 'ACTIVE_IN', segmentIn), ledger],
    [relationship(firmIn, 'ACTIVE_IN', segmentIn), ledger],
    [attribute(deerIn, 'name', `${SECRET}激光`, { details: { type: 'short' } }), ledger],
    [attribute(deerIn, 'founded', '2011'), ledger],
    [indicator(cityIn, '产值', '9.9'), ledger],
    [indicator(cityIn, '产值', '1', { scope: SECRET }), ledger],
  ],
  {
    scopes: [
      { id: SECRET, zh: SECRET, en: SECRET },
      { id: 'all', zh: '全部', en: 'all' },
    ],
    coverage: [covers(segmentIn, cityIn, ledger)],
    decisions: [decided(OWNER, deer, deerShort, 'same'), decided(OWNER, deerIn, firmIn, 'unsure')],
  },
);

const rejected = identifyDecision({
  about: 'statement',
  verdict: 'reject',
  statement: made.id,
  reason: SECRET,
  who: SECRET,
  at: '2025-05-01',
  owner: OWNER,
});
/** Rejects what is public already; what was never live, no store has the words of. */
const insideLater = { ...inside, decisions: [...(inside.decisions ?? []), rejected] };

type Files = ReadonlyMap<string, string>;

async function exported(store: GraphStore, seen = (_folder: string) => Promise.resolve()): Promise<Files> {
  return withTempFolder(async (folder) => {
    const from = await publicPart(await store.reader((await store.head()).version));
    await writeTables(folder, from);
    await writeGraphml(folder, from);
    await writeJsonLines(folder, from, { version: 1, visibility: 'public', runs: [] });
    const files = await Promise.all(
      (await readdir(folder)).map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const),
    );
    await seen(folder);
    return new Map(files);
  });
}

/** The public part of a store after some runs. */
function partAfter(...runs: readonly RunContent[]): Promise<Files> {
  return withStore(async (store) => {
    for (const run of runs) await publishRun(store, stagedRun(run), QUIET);
    return exported(store);
  });
}

test.each([
  ['between what is public', [first, insideLater, second]],
  ['before all that is public', [inside, first, second]],
  ['after all that is public', [first, second, insideLater]],
] as const)('what came in %s leaves no byte and no trace in the public part', async (_, runs) => {
  const part = await partAfter(...runs);
  for (const [name, text] of part)
    expect([name, text.includes(SECRET), text.includes(OWNER)]).toStrictEqual([name, false, false]);
  const never = await partAfter(first, second);
  expect([...part.keys()]).toStrictEqual([...never.keys()]);
  // The word of a data set that listed a source first stays; one from inside gives way to the title.
  const isWordLost = runs[0] === inside;
  const expected = (text = '') => (isWordLost ? text.replace('"key":"news"', `"key":"${news.title}"`) : text);
  for (const [name, text] of never) {
    if (isWordLost && name === 'manifest.json') continue;
    expect([name, part.get(name)]).toStrictEqual([name, expected(text)]);
  }
});

test('the internal store itself holds every planted thing', async () => {
  await withStore(async (store) => {
    for (const run of [first, insideLater, second]) await publishRun(store, stagedRun(run), QUIET);
    const reader = await store.reader((await store.head()).version);
    const tell = async (...tables: Parameters<typeof reader.count>[0][]) =>
      Promise.all(tables.map((one) => reader.count(one)));
    expect(await tell('redirect', 'reading', 'coverage', 'decision')).toStrictEqual([1, 1, 1, 4]);
    const [deerNow] = (await reader.get('record', [deer.id])).values();
    const [short] = (await reader.get('record', [deerShort.id])).values();
    expect(deerNow?.entity).toBe(short?.entity);
    expect((await reader.get('statement', [made.id])).size).toBe(0);
  });
});

test('loaded into an empty store the public part makes a public store that has the same part', async () => {
  await withStore(async (store) => {
    for (const run of [first, insideLater, second]) await publishRun(store, stagedRun(run), QUIET);
    await withStore(async (open) => {
      const part = await exported(store, async (folder) => {
        await publishExport(open, await readExport(folder), QUIET);
      });
      const again = await exported(open);
      for (const [name, text] of part) expect([name, again.get(name)]).toStrictEqual([name, text]);
      expect((await open.head()).visibility).toBe('public');
    }, 'public');
  });
});
