import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DecisionId, readingId } from '#graph-model/ids.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { canonicalJson } from '#graph-model/text.ts';
import { publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { abandon, closed, LIVING, opened, publish, type StoreHarness } from '#test/store-contract/harness.ts';
import { runsOf } from '#test/support/load-world.ts';
import { QUIET } from '#test/support/publish-world.ts';
import {
  entityRow,
  evidenceRow,
  nameRow,
  passageRow,
  relationshipRow,
  sourceRow,
  statementRow,
} from '#test/support/rows.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';
import { inDatabase, neo4jHarness } from './harness.ts';
import { missing, testServer } from './test-server.ts';

/** What stands before: a list says that 甲 supplies 乙, and 甲 may be 丙. */
const LIST = [
  ...opened('source', sourceRow()),
  ...opened('passage', passageRow(1)),
  ...opened('entity', entityRow('甲公司'), entityRow('乙公司'), entityRow('丙公司')),
  ...opened('name', nameRow('甲公司'), nameRow('乙公司')),
  ...opened('statement', statementRow('甲公司', '乙公司')),
  ...opened('evidence', evidenceRow(statementRow('甲公司', '乙公司').statement.id, 1)),
  ...opened('relationship', relationshipRow('甲公司', '乙公司'), relationshipRow('乙公司', '丙公司')),
  ...opened('reading', readingRow('甲公司', '丙公司')),
];

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  let harness: StoreHarness;
  let store: GraphStore;
  beforeEach(async () => {
    harness = await neo4jHarness(testServer());
    store = await harness.open({ visibility: 'internal' });
  });
  afterEach(() => harness.destroy());

  test('after merges, closings and a rollback what is drawn is what the rows say', async () => {
    await withTempFolder(async (home) => {
      for (const folder of runsOf('golden')) {
        const { run } = await stageDataset(folder, { home, work: QUIET });
        await publishRun(store, run, QUIET);
        await run.dispose();
        expect(await drawn()).toStrictEqual(await saidByRows(store));
      }
    });
    for (const { id } of (await store.runs()).slice(-2)) {
      await rollbackRun(store, id, QUIET);
      expect(await drawn()).toStrictEqual(await saidByRows(store));
    }
  });

  test('a publication that died leaves no relationship behind once it is swept', async () => {
    await publish(store, LIST);
    const before = await harness.content();
    await abandon(store, [
      ...opened('entity', entityRow('丁公司'), entityRow('甲公司', { kind: 'Institute' })),
      ...opened('name', nameRow('丁公司')),
      ...opened(
        'relationship',
        relationshipRow('甲公司', '丁公司'),
        relationshipRow('甲公司', '乙公司', { confidence: 1 }),
      ),
      ...closed('relationship', 'decided', relationshipRow('乙公司', '丙公司').id),
      ...closed('reading', 'decided', readingRow('甲公司', '丙公司').id),
      ...closed('evidence', 'decided', evidenceRow(statementRow('甲公司', '乙公司').statement.id, 1).id),
    ]);
    expect(await drawn()).not.toStrictEqual(await saidByRows(store));
    await (await store.lease(LIVING)).release();
    expect(await drawn()).toStrictEqual(await saidByRows(store));
    expect(rowsIn(await harness.content())).toStrictEqual(rowsIn(before));
  });

  test('rows that come before their ends, twice, or to be taken back in the same version are drawn once or not at all', async () => {
    const tie = relationshipRow('甲公司', '乙公司');
    await publish(
      store,
      [...opened('relationship', tie, relationshipRow('乙公司', '丙公司')), ...opened('name', nameRow('甲公司'))],
      LIST,
      [...LIST, ...closed('relationship', 'decided', relationshipRow('乙公司', '丙公司').id)],
    );
    await publish(store, opened('relationship', { ...tie, confidence: 1 }), opened('relationship', tie));
    const said = await saidByRows(store);
    expect(said.filter((line) => line.includes('SUPPLIES'))).toHaveLength(1);
    expect(await drawn()).toStrictEqual(said);
  });

  test('why a reading was closed does not take the place of why it was thought', async () => {
    await publish(store, LIST);
    await publish(store, closed('reading', 'decided', readingRow('甲公司', '丙公司').id));
    expect((await drawn()).filter((line) => line.includes('MAY_BE'))).toStrictEqual(
      (await saidByRows(store)).filter((line) => line.includes('"reason":"名称相近"')),
    );
  });

  test('a content that was superseded has no relationships', async () => {
    await publish(store, LIST);
    await publish(store, opened('entity', entityRow('甲公司', { kind: 'Institute' })));
    const past = await inDatabase(testServer(), (driver) =>
      driver.executeQuery('MATCH (n:Past) RETURN labels(n) AS labels, COUNT { (n)--() } AS relationships'),
    );
    expect(past.records.map((record) => record.toObject())).toStrictEqual([
      { labels: ['Entity', 'Company', 'Past'], relationships: 0n },
    ]);
    expect(await drawn()).toStrictEqual(await saidByRows(store));
  });
});

function readingRow(from: string, to: string): RowOf<'reading'> {
  const ends = { from: entityRow(from).id, to: entityRow(to).id };
  const decision = DecisionId.parse(`d${'a'.repeat(20)}`);
  const about = { rank: 1, reason: '名称相近', who: 'curator', at: '2025-02-28' };
  return { id: readingId(ends.from, ends.to), ...ends, ...about, decision };
}

/** Every relationship of the database: type, ends, properties. */
async function drawn(): Promise<string[]> {
  const { records } = await inDatabase(testServer(), (driver) =>
    driver.executeQuery(
      'MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS carries',
    ),
  );
  return records.map((record) => lineOf(record.toObject() as Drawn)).sort();
}

/** The relationships that there must be: one for the newest content of each id, open or closed. */
async function saidByRows(store: GraphStore): Promise<string[]> {
  const { version } = await store.head();
  const reader = await store.reader(version);
  const said: string[] = [];
  async function tell<T extends Table>(table: T, draw: (row: RowOf<T>) => Drawn): Promise<void> {
    const { opened } = await reader.changes(table, Infinity, 0);
    // Of one id the oldest content comes first: the newest is kept.
    for (const { row, since, until } of new Map(opened.map((one) => [one.row.id as string, one])).values()) {
      const { carries, ...ends } = draw(row);
      const when = { id: row.id, since, ...(until !== null && { until }) };
      said.push(lineOf({ ...ends, carries: carries === undefined ? {} : { ...when, ...carries } }));
    }
  }
  await tell('relationship', ({ type, from, to, modality, confidence }) => ({
    type,
    from,
    to,
    carries: { modality, confidence },
  }));
  await tell('reading', ({ from, to, rank, reason }) => ({ type: 'MAY_BE', from, to, carries: { rank, reason } }));
  await tell('evidence', ({ statement, passage, stance }) => ({
    type: 'EVIDENCED_BY',
    from: statement,
    to: passage,
    carries: { stance },
  }));
  await tell('name', ({ id, entity }) => ({ type: 'NAMES', from: id, to: entity }));
  await tell('attribute', ({ id, entity }) => ({ type: 'ABOUT', from: id, to: entity }));
  await tell('indicator', ({ id, entity }) => ({ type: 'ABOUT', from: id, to: entity }));
  await tell('passage', ({ id, source }) => ({ type: 'FROM', from: id, to: source }));
  return said.sort();
}

type Drawn = {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly carries?: { readonly [name: string]: string | number | bigint };
};

function lineOf({ type, from, to, carries = {} }: Drawn): string {
  const plain = Object.entries(carries).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? Number(value) : value,
  ]);
  return `${type} ${from} → ${to} ${canonicalJson(Object.fromEntries(plain))}`;
}

/** The lines of a database without those about the store itself, whose lease moves. */
function rowsIn(content: string): readonly string[] {
  return content.split('\n').filter((line) => !/"(Longlian|Lane)"/.test(line));
}
