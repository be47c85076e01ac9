import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { LEDGER_COLUMNS, LEDGER_TABLE, ledgerTemplate } from '#ingest/ledger/template.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { folderOf } from '#test/support/folder.ts';
import { QUIET } from '#test/support/publish-world.ts';

const ABOUT = { publisher: '甲市商务局', date: '2025-06-30' };
const HEAD = LEDGER_COLUMNS.join(',');

function folder(...rows: readonly string[]): string {
  const files = ledgerTemplate(ABOUT);
  return folderOf({ ...Object.fromEntries(files), [LEDGER_TABLE]: `\uFEFF${[HEAD, ...rows].join('\r\n')}\r\n` });
}

async function staged(...rows: readonly string[]) {
  const { run, report } = await stageDataset(folder(...rows), { home: folderOf(), work: QUIET });
  const statements = [];
  for await (const batch of run.items('statement')) statements.push(...batch);
  await run.dispose();
  return { statements, report };
}

test('each row says who is in contact with the firm, how far, since when and until when', async () => {
  const { statements, report } = await staged(
    '白鹿激光有限公司,在谈,2025/3/1,,甲市商务局,青石高新区,,乙市,激光产业,激光器,二期,王某,13800000000',
    '白岩材料有限公司,签约,2024年5月,2025-01,,,甲市,,,,,,',
    '丙厂有限公司,招商线索,,,甲市商务局,,,,,,,,',
    '丁厂有限公司,拟对接,,,甲市商务局,,,,,,,,',
  );
  const contacts = statements.filter(({ predicate }) => predicate === 'ENGAGED_WITH');
  expect(
    contacts
      .map((one) => {
        if (one.says !== 'relationship') return '';
        return [one.modality, one.qualifiers.engagement, one.validFrom ?? '-', one.validTo ?? '-'].join(' ');
      })
      .sort(),
  ).toStrictEqual([
    'operating signed 2024-05 2025-01',
    'operating talking 2025-03-01 -',
    'operating talking 2025-03-01 -',
    'planned talking - -',
    'proposed talking - -',
  ]);
  expect(statements.map(({ predicate }) => predicate).sort()).toStrictEqual([
    'ACTIVE_IN',
    ...contacts.map(() => 'ENGAGED_WITH'),
    'LOCATED_IN',
    'PRODUCES',
    ...Array.from({ length: 4 }, () => 'name'),
  ]);
  expect(JSON.stringify(report)).not.toMatch(/王某|13800000000/);
  expect(JSON.stringify(statements)).not.toMatch(/王某|13800000000/);
});

test('persons and telephones are dropped by name and counted', async () => {
  const { report } = await staged('白鹿激光有限公司,在谈,,,甲市商务局,,,,,,,王某,13800000000');
  const columns = report.tables.flatMap((table) => table.columns);
  expect(columns.filter(({ column }) => ['联系人', '联系电话'].includes(column))).toMatchObject([
    { values: { read: 1, private: 1 } },
    { values: { read: 1, private: 1 } },
  ]);
  expect(report.warnings).toStrictEqual([]);
});

test('a mistake is told by file, line, column and cause, all of them at once', async () => {
  const refused = await staged(
    '白鹿激光有限公司,谈着,2025-13,,甲市商务局,,,,,,,,',
    ',在谈,,,甲市商务局,,,,,,,,',
    '白岩材料有限公司,签约,2025,2024,甲市商务局,,,,,,,,',
  ).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(GraphError);
  const { issues } = (refused as GraphError).data as { issues: { code: string; line: number; column: string }[] };
  expect([...new Set(issues.map(({ code, line, column }) => `${line} ${column} ${code}`))]).toStrictEqual([
    '2 日期 DATE_INVALID',
    '2 阶段 WORD_UNMAPPED',
    '3 企业 VALUE_MISSING',
    '4 结束日期 PERIOD_REVERSED',
  ]);
});
