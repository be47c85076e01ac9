import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passageId, sourceId } from '#graph-model/ids.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { raw, serve, type Served } from '../support/serve.ts';

const DOCUMENT = '第一段。\n\n　第二段，𠮷祥。\r\n第三段。\n';
const GONE = '另一份，读者没有。';
const NOTE = '我们自己的话。\n';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const idOf = (text: string, locator: string) => passageId(sourceId({ contentHash: sha256(text) }), locator);

let world: World;
let corpus: string;
let server: Served;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'longlian-set-'));
  const source = (id: string, text: string) =>
    `  - { id: ${id}, title: ${id}, class: policy, date: 2025, visibility: public, contentHash: ${sha256(text)} }`;
  writeFileSync(
    path.join(folder, 'dataset.yml'),
    [
      'id: passages',
      'title: { zh: 段落, en: passages }',
      'publisher: 测试',
      'licence: CC0-1.0',
      'sources:',
      source('kept', DOCUMENT),
      source('gone', GONE),
      '  - { id: note, title: note, class: project_note, date: 2025, visibility: public, file: notes.md }',
      'tables:',
      '  - file: t.csv',
      '    source: { column: source }',
      '    passage: { column: passage }',
      "    confidence: { is: '0.9' }",
      '    records: { thing: { kind: { is: Company }, name: { column: name } } }',
      '    states: [{ attribute: name, of: thing, value: { column: name } }]',
    ].join('\n'),
  );
  writeFileSync(path.join(folder, 'notes.md'), NOTE);
  const rows = ['kept,¶2,甲', 'kept,¶9,乙', 'kept,5-9,丙', 'gone,¶1,丁', 'note,¶1,戊', 'kept,表1!3,己'];
  writeFileSync(path.join(folder, 't.csv'), ['source,passage,name', ...rows].join('\n'));
  corpus = mkdtempSync(path.join(tmpdir(), 'longlian-corpus-'));
  mkdirSync(path.join(corpus, 'inner'));
  writeFileSync(path.join(corpus, 'inner', 'any-name.txt'), DOCUMENT);
  writeFileSync(path.join(corpus, 'secret.txt'), '不在任何来源里');
  world = await emptyWorld();
  await world.load(folder);
  rmSync(folder, { recursive: true });
  server = await serve(world.store, { corpus });
});
afterAll(async () => {
  await server.stop();
  await world.dispose();
  rmSync(corpus, { recursive: true });
});

async function passage(id: string, from = server): Promise<[number, unknown]> {
  const { status, text } = await raw(`${from.url}passages/${id}`, {});
  return [status, JSON.parse(text)];
}
const NONE = [404, { error: { code: 'NOT_FOUND', message: '没有这段原文 / no text of this passage' } }];

test('the reader’s own copy gives the paragraph, or the range, found by content', async () => {
  expect(await passage(idOf(DOCUMENT, '¶2'))).toStrictEqual([200, { text: '　第二段，𠮷祥。' }]);
  expect(await passage(idOf(DOCUMENT, '5-9'))).toStrictEqual([200, { text: DOCUMENT.slice(5, 9) }]);
});

test('text that the project keeps needs no copy', async () => {
  expect(await passage(idOf(NOTE, '¶1'))).toStrictEqual([200, { text: '我们自己的话。' }]);
});

test('no copy, no such place, a row of a table, or no such passage: nothing', async () => {
  for (const id of [idOf(GONE, '¶1'), idOf(DOCUMENT, '¶9'), idOf(DOCUMENT, '表1!3'), `p${'a'.repeat(20)}`]) {
    expect(await passage(id)).toStrictEqual(NONE);
  }
});

test('the sources of which the reader has a copy are told at once, those of tables and others are not', async () => {
  const { status, text } = await raw(`${server.url}passages`, {});
  expect([status, JSON.parse(text)]).toStrictEqual([200, { sources: [sourceId({ contentHash: sha256(DOCUMENT) })] }]);
});

test('an older version may be named; one that is not there holds nothing', async () => {
  expect((await passage(`${idOf(NOTE, '¶1')}?version=1`))[0]).toBe(200);
  for (const version of ['0', '2', '-1', 'x', '1.5', '1e99']) {
    expect(await passage(`${idOf(NOTE, '¶1')}?version=${version}`)).toStrictEqual(NONE);
  }
});

test('an address never names a file', async () => {
  for (const id of ['secret.txt', '..%2f..%2fetc%2fpasswd', '%00', 'inner%2fany-name.txt', sha256(DOCUMENT)]) {
    expect(await passage(id)).toStrictEqual(NONE);
  }
});

test('without a folder, and with one that is not there, only kept text is given', async () => {
  for (const options of [{}, { corpus: path.join(corpus, 'not-there') }]) {
    const bare = await serve(world.store, options);
    expect((await passage(idOf(NOTE, '¶1'), bare))[0]).toBe(200);
    expect(await passage(idOf(DOCUMENT, '¶2'), bare)).toStrictEqual(NONE);
    await bare.stop();
  }
});
