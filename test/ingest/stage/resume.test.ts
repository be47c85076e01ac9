import { appendFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import type { Work, WritePoint } from '#ingest/work.ts';
import { folderOf } from '#test/support/folder.ts';
import { everyItem, quietWork, stage } from './world.ts';

const STAGE_POINTS = [
  'stage:opened',
  'stage:batch',
  'stage:file-done',
  'stage:complete',
] as const satisfies WritePoint[];

/** Two tables of more than two batches, with a lookup, blank rows and values that no statement takes. */
function largeFolder(): string {
  const rows = Array.from({ length: 45 }, (_, i) => {
    const blank = i % 15 === 7 ? ',,,\n' : '';
    return `${blank}公司,第${i}公司,${i % 9 === 3 ? '闲' : ''},¶${(i % 50) + 1}\n`;
  });
  const ties = Array.from({ length: 21 }, (_, i) => `第${i}公司,第${i + 1}公司,¶${(i % 50) + 1}\n`);
  return folderOf({
    'dataset.yml': `id: large
title: { zh: 大, en: large }
sources:
  - { id: s, title: 名录, class: register, date: 2025 }
lookups:
  - { column: kind, is: 公司, becomes: Company, reason: 中文 }
tables:
  - file: a.csv
    source: s
    passage: { column: passage }
    confidence: "0.9"
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states:
      - { attribute: name, of: thing, value: { column: name } }
      - { attribute: description, of: thing, value: { column: idle }, when: { column: idle, is: 忙 } }
  - file: b.csv
    source: s
    passage: { column: passage }
    confidence: "0.9"
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: SUPPLIES, from: from, to: to, modality: operating }]
`,
    'a.csv': `kind,name,idle,passage\n${rows.join('')}`,
    'b.csv': `from,to,passage\n${ties.join('')}`,
  });
}

/** In batches of twenty rows. */
function stageSmall(folder: string, home: string, work: Work = quietWork()) {
  return stageDataset(folder, { home, work, rowsPerBatch: 20 });
}

class Killed extends Error {}

/** Work that ends at the nth time it reaches a point. */
function killedAt(point: WritePoint, time: number) {
  let times = 0;
  return quietWork((reached) => {
    if (reached === point && ++times === time) throw new Killed();
  });
}

async function resultOf(folder: string, home: string) {
  const { run, report } = await stageSmall(folder, home);
  const items = await everyItem(run);
  await run.dispose();
  return { id: run.id, report, items };
}

test('a kill at any point of staging, then the same call, gives the same run and the same report', async () => {
  const folder = largeFolder();
  const undisturbed = await resultOf(folder, folderOf());
  expect(undisturbed.report.items).toMatchObject({ record: 45, statement: 66, evidence: 66, passage: 45 });
  expect(undisturbed.report.tables.map((table) => [table.rows, table.blankRows])).toStrictEqual([
    [45, 3],
    [21, 0],
  ]);
  for (const point of STAGE_POINTS) {
    for (const time of [1, 2]) {
      const home = folderOf();
      const killed = stageSmall(folder, home, killedAt(point, time));
      if (time === 2 && (point === 'stage:opened' || point === 'stage:complete')) await (await killed).run.dispose();
      else await expect(killed).rejects.toThrow(Killed);
      expect([point, time, await resultOf(folder, home)]).toStrictEqual([point, time, undisturbed]);
    }
  }
});

test('after a kill the rows before the checkpoint are not written again', async () => {
  const folder = largeFolder();
  const home = folderOf();
  await expect(stageSmall(folder, home, killedAt('stage:batch', 2))).rejects.toThrow(Killed);
  const points: WritePoint[] = [];
  const { run } = await stageSmall(
    folder,
    home,
    quietWork((point) => points.push(point)),
  );
  expect(points).toStrictEqual([
    'stage:opened',
    'stage:batch',
    'stage:file-done',
    'stage:batch',
    'stage:batch',
    'stage:file-done',
    'stage:complete',
  ]);
  await run.dispose();
});

test('a complete run is taken up as it is', async () => {
  const folder = largeFolder();
  const home = folderOf();
  const first = await stageSmall(folder, home);
  const points: WritePoint[] = [];
  const again = await stageSmall(
    folder,
    home,
    quietWork((point) => points.push(point)),
  );
  expect(points).toStrictEqual(['stage:opened']);
  expect(again.report).toStrictEqual(first.report);
  await again.run.dispose();
  await first.run.dispose();
});

test.each([
  ['holds something else', (path: string) => writeFileSync(path, 'not a database, whatever its name says')],
  ['lost its end', (path: string) => truncateSync(path, 20_000)],
  ['holds nothing', (path: string) => writeFileSync(path, '')],
])('a run file that %s is discarded and done again', async (_what, damage) => {
  const folder = largeFolder();
  const home = folderOf();
  const undisturbed = await resultOf(folder, home);
  const { run } = await stageSmall(folder, home);
  damage(join(home, 'runs', `${run.id}.sqlite`));
  expect(await resultOf(folder, home)).toStrictEqual(undisturbed);
});

test('two stagings of one folder at once give the same run', async () => {
  const folder = largeFolder();
  const undisturbed = await resultOf(folder, folderOf());
  const home = folderOf();
  const both = await Promise.all([1, 2].map(() => stageSmall(folder, home)));
  for (const { run, report } of both) {
    expect(report).toStrictEqual(undisturbed.report);
    expect(await everyItem(run)).toStrictEqual(undisturbed.items);
  }
  for (const { run } of both) await run.dispose();
  expect(readdirSync(join(home, 'runs'))).toStrictEqual([]);
});

test('a changed folder is another run, whatever the one before had staged', async () => {
  const folder = largeFolder();
  const home = folderOf();
  await expect(stageSmall(folder, home, killedAt('stage:batch', 2))).rejects.toThrow(Killed);
  appendFileSync(join(folder, 'a.csv'), '公司,又一公司,,¶1\n');
  const { report } = await resultOf(folder, home);
  expect(report.items.record).toBe(46);
});

test('a signal stops staging at the next batch with CANCELLED, and the same call goes on', async () => {
  const folder = largeFolder();
  const home = folderOf();
  const stop = new AbortController();
  const work = quietWork((point) => (point === 'stage:batch' ? stop.abort() : undefined), stop.signal);
  await expect(stageSmall(folder, home, work)).rejects.toThrow(new GraphError('CANCELLED'));
  expect((await resultOf(folder, home)).report.items.record).toBe(45);
});

test('staging says how far it is', async () => {
  const steps: [string, number, number | undefined][] = [];
  const progress = (step: string, done: number, total?: number) => steps.push([step, done, total]);
  const { run } = await stageSmall(largeFolder(), folderOf(), { ...quietWork(), progress });
  expect(steps.at(-1)).toStrictEqual(['check', 66, 66]);
  expect(steps.filter(([step]) => step === 'read').at(-1)).toStrictEqual(['read', 66, 66]);
  await run.dispose();
  await (await stage({ ...smallest })).run.dispose();
});

const smallest = {
  'dataset.yml':
    'id: s\ntitle: { zh: 小, en: s }\nsources:\n  - { id: n, title: 笔记, class: project_note, date: 2026, file: notes.md }\n',
  'notes.md': '甲\n',
};
