import { existsSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Coverage } from '#graph-model/facts/coverage.ts';
import { Decision } from '#graph-model/facts/decision.ts';
import { Evidence } from '#graph-model/facts/evidence.ts';
import { Passage } from '#graph-model/facts/passage.ts';
import { Record } from '#graph-model/facts/record.ts';
import { Source } from '#graph-model/facts/source.ts';
import { Statement } from '#graph-model/facts/statement.ts';
import { recordId } from '#graph-model/ids.ts';
import { RunReport } from '#ingest/report/run-report.ts';
import { folderOf } from '#test/support/folder.ts';
import { GOOD, changed, itemsOf, stage } from './world.ts';

test('a folder becomes items that keep every schema', async () => {
  const { run, report } = await stage(GOOD);
  const schemas = {
    source: Source,
    passage: Passage,
    record: Record,
    statement: Statement,
    evidence: Evidence,
    coverage: Coverage,
    decision: Decision,
  };
  for (const [table, schema] of Object.entries(schemas)) {
    for (const item of await itemsOf(run, table as keyof typeof schemas))
      expect(schema.parse(item)).toStrictEqual(item);
  }
  expect(report.items).toStrictEqual({
    source: 2,
    passage: 6,
    record: 7,
    statement: 11,
    evidence: 11,
    coverage: 1,
    decision: 1,
  });
  expect(report.warnings).toStrictEqual([]);
  expect(RunReport.parse(report)).toStrictEqual(report);
});

test('files named in one list are read alike, and each is told and counted by its own name', async () => {
  const [header, first, ...rest] = GOOD['things.csv'].split('\n');
  const parted = {
    ...changed({ 'dataset.yml': [['  - file: things.csv', '  - file: [a/things.csv, b/things.csv]']] }),
    'a/things.csv': `${header}\n${first}\n`,
    'b/things.csv': [header, ...rest].join('\n'),
  };
  const { 'things.csv': _things, ...files }: { [file: string]: string } = parted;
  files['dataset.yml'] = files['dataset.yml']?.replace('table: things.csv', 'table: b/things.csv') ?? '';
  const whole = await stage(GOOD);
  const { run, report } = await stage(files);
  expect(await itemsOf(run, 'statement')).toStrictEqual(await itemsOf(whole.run, 'statement'));
  expect(report.tables.map((table) => table.file)).toStrictEqual([
    'a/things.csv',
    'b/things.csv',
    'ties.csv',
    'figures.csv',
  ]);

  const { 'b/things.csv': _b, ...without } = files;
  await expect(stage(without)).rejects.toThrow('b/things.csv');
});

test('a run tells whose it is, what date it speaks for, and that its owner was read whole', async () => {
  const { run } = await stage(GOOD);
  expect({ owner: run.owner, title: run.title, asOf: run.asOf, reread: run.reread }).toStrictEqual({
    owner: 'data/trial',
    title: '试用',
    asOf: '2026-11-30',
    reread: 'all',
  });
});

test('asOf is what dataset.yml says before it is the last day of the newest source', async () => {
  const { run } = await stage(changed({ 'dataset.yml': [['scopes:', 'asOf: 2025-02\nscopes:']] }));
  expect(run.asOf).toBe('2025-02');
});

test('a reference takes kind, key and name from the declaration, as a record of its own source', async () => {
  const { run } = await stage(GOOD);
  const [news] = (await itemsOf(run, 'source')).filter((source) => source.key === 'news');
  const records = await itemsOf(run, 'record');
  const statements = await itemsOf(run, 'statement');
  const source = news?.id ?? expect.fail('no source');
  const firm = recordId(source, 'Company', 'jia');
  expect(records.find((record) => record.id === firm)).toStrictEqual({
    id: firm,
    source,
    kind: 'Company',
    key: 'jia',
    name: '甲泵公司',
  });
  const { id: _id, ...leads } = statements.find((one) => one.predicate === 'LEADS') ?? expect.fail('not said');
  expect(leads).toStrictEqual({
    says: 'relationship',
    subject: firm,
    predicate: 'LEADS',
    object: recordId(source, 'Consortium', '泵联合体'),
    modality: 'operating',
    qualifiers: {},
    validFrom: '2025',
  });
  const { id: _other, ...produces } = statements.find((one) => one.predicate === 'PRODUCES') ?? expect.fail('not said');
  expect(produces).toMatchObject({ qualifiers: { at: recordId(source, 'Place', '甲市') } });
});

test('a chain that only notes declare is covered by the news in a record of the news', async () => {
  const { run } = await stage(GOOD);
  const sources = await itemsOf(run, 'source');
  const news = sources.find((one) => one.key === 'news')?.id ?? expect.fail('no source');
  const [coverage] = await itemsOf(run, 'coverage');
  expect(coverage).toMatchObject({
    source: news,
    subject: recordId(news, 'Chain', '泵业'),
    place: recordId(news, 'Place', '甲市'),
    owner: 'data/trial',
  });
  const records = await itemsOf(run, 'record');
  expect(records.filter((record) => record.kind === 'Chain')).toHaveLength(2);
});

test('confidence, stance and note are those of the row', async () => {
  const { run } = await stage(GOOD);
  const evidence = await itemsOf(run, 'evidence');
  expect(evidence.map((one) => one.confidence).sort((a, b) => b - a)).toStrictEqual([
    1000, 950, 950, 900, 900, 900, 900, 900, 900, 900, 800,
  ]);
  expect(evidence.filter((one) => one.stance === 'refutes')).toHaveLength(1);
  expect(evidence.filter((one) => one.note !== undefined).map((one) => one.note)).toStrictEqual(['写出全称']);
});

test('a file of the folder is a source by its content, and its passages carry their text', async () => {
  const { run } = await stage(GOOD);
  const notes = (await itemsOf(run, 'source')).find((one) => one.key === 'notes') ?? expect.fail('no source');
  expect(notes.contentHash).toBe(createHash('sha256').update(GOOD['notes.md']).digest('hex'));
  const passages = await itemsOf(run, 'passage');
  expect(passages.filter((one) => one.source === notes.id)).toMatchObject([{ locator: '¶2', text: '泵业分三段。' }]);
  expect(passages.filter((one) => one.source !== notes.id && one.text !== undefined)).toStrictEqual([]);
});

test('without a passage column the place is the file and the row, as a spreadsheet counts', async () => {
  const files = changed({
    'dataset.yml': [['    passage: { column: passage }\n    confidence: "0.8"', '    confidence: "0.8"']],
    'figures.csv': [
      [',passage', ''],
      [',表1!7', ''],
      ['甲市,高企数', '\n甲市,高企数'],
    ],
  });
  const { run } = await stage(files);
  const locators = (await itemsOf(run, 'passage')).map((passage) => passage.locator);
  expect(locators).toContain('figures.csv!3');
});

test('a statement stated twice at one passage has one evidence: the greater confidence, the least note', async () => {
  const row = 'Company,乙泵公司,,news,¶4,1,,,\n';
  const twice = 'Company,乙泵公司,,news,¶4,0.7,丙,,\nCompany,乙泵公司,,news,¶4,0.8,乙,,\n';
  const { run } = await stage(changed({ 'things.csv': [[row, twice]] }));
  const evidence = (await itemsOf(run, 'evidence')).filter((one) => one.note !== undefined && one.note !== '写出全称');
  expect(evidence).toMatchObject([{ confidence: 800, note: '丙' }]);
});

test('text in GB18030 and UTF-16 gives the same items as in UTF-8', async () => {
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${GOOD['figures.csv']}`, 'utf16le'));
  const files = changed(
    { 'dataset.yml': [['  - file: figures.csv', '  - file: figures.csv\n    encoding: utf-16le']] },
    { 'figures.csv': utf16 },
  );
  const { run } = await stage(files);
  const { run: plain } = await stage(GOOD);
  expect(await itemsOf(run, 'statement')).toStrictEqual(await itemsOf(plain, 'statement'));
});

test('Windows line ends, a byte order mark and another delimiter are read', async () => {
  const ties = `\uFEFF${GOOD['ties.csv']}`.replaceAll(',', ';').replaceAll('\n', '\r\n');
  const files = changed({ 'dataset.yml': [['  - file: ties.csv', '  - file: ties.csv\n    delimiter: ";"']] });
  const { run } = await stage({ ...files, 'ties.csv': ties });
  const { run: plain } = await stage(GOOD);
  expect(await itemsOf(run, 'statement')).toStrictEqual(await itemsOf(plain, 'statement'));
});

test('a refused folder leaves nothing behind', async () => {
  const home = folderOf();
  const refused = stage(changed({ 'ties.csv': [['甲泵公司', '丙泵公司']] }), home);
  await expect(refused).rejects.toMatchObject({ code: 'DATA_REFUSED', data: { counts: { REFERENCE_DANGLING: 1 } } });
  expect(readdirSync(`${home}/runs`)).toStrictEqual([]);
});

test('a run that is disposed of leaves nothing behind', async () => {
  const home = folderOf();
  const { run } = await stage(GOOD, home);
  expect(existsSync(`${home}/runs/${run.id}.sqlite`)).toBe(true);
  await run.dispose();
  expect(readdirSync(`${home}/runs`)).toStrictEqual([]);
});

test('the same folder is the same run wherever it lies; another byte is another run', async () => {
  const { run } = await stage(GOOD);
  const { run: again } = await stage(GOOD);
  const { run: other } = await stage(changed({ 'notes.md': [['三段', '四段']] }));
  expect(again.id).toBe(run.id);
  expect(other.id).not.toBe(run.id);
});

test('corrections of dataset.yml are counted, and null drops a value by name', async () => {
  const edit: [string, string] = ['lookups:', 'lookups:\n  - { column: role, is: 成员, becomes: null, reason: 多余 }'];
  const { run, report } = await stage(changed({ 'dataset.yml': [edit] }));
  expect(report.lookups.map(({ column, used }) => [column, used])).toStrictEqual([
    ['role', 1],
    ['kind', 1],
  ]);
  expect(report.values.dropped).toBe(1);
  const member = (await itemsOf(run, 'statement')).find((one) => one.predicate === 'MEMBER_OF');
  expect(member).toMatchObject({ qualifiers: {} });
});
