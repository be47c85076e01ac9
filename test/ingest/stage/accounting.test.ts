import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FATES } from '#ingest/report/run-report.ts';
import { GOOD, changed, stage } from './world.ts';

const none = { read: 0, used: 0, ignored: 0, private: 0, dropped: 0, unread: 0, unreached: 0 };

test('every value of a table is counted where it went', async () => {
  const { report } = await stage(GOOD);
  const [things] = report.tables;
  expect(things?.columns).toStrictEqual([
    { column: 'kind', values: { ...none, read: 6, used: 6 } },
    { column: 'name', values: { ...none, read: 6, used: 6 } },
    { column: 'key', values: { ...none, read: 1, used: 1 } },
    { column: 'source', values: { ...none, read: 6, used: 6 } },
    { column: 'passage', values: { ...none, read: 6, used: 6 } },
    { column: 'confidence', values: { ...none, read: 6, used: 6 } },
    { column: 'note', values: { ...none, read: 1, used: 1 } },
    { column: '备注', values: { ...none, read: 1, ignored: 1 } },
    { column: '联系电话', values: { ...none, read: 1, private: 1 } },
  ]);
  expect(things?.values).toStrictEqual({ ...none, read: 34, used: 32, ignored: 1, private: 1 });
});

test.each(['联系电话', '电话', '手机号', '联系人', '法定代表人', '法人', 'Contact person', 'phone'])(
  'the column %s is dropped by its name, in or out of ignore',
  async (name) => {
    const things = GOOD['things.csv'].replace('备注', name).replace('联系电话', '其他电话');
    const { report } = await stage({ ...GOOD, 'things.csv': things, 'dataset.yml': ignoring(name) });
    const { report: unsaid } = await stage({ ...GOOD, 'things.csv': things, 'dataset.yml': ignoring() });
    expect(report.values).toMatchObject({ private: 2, ignored: 0 });
    expect(unsaid.values).toMatchObject({ private: 2, unread: 0 });
    expect(JSON.stringify(report)).not.toContain('0931');
  },
);

function ignoring(name = ''): string {
  return GOOD['dataset.yml'].replace('[备注]', `[${name}]`);
}

test('what nothing names and what no statement reached are told by column and by row', async () => {
  const files = changed({
    'dataset.yml': [
      ['    ignore: [备注]\n', ''],
      [
        '    states:\n      - { attribute: name, of: thing',
        '    states:\n      - { attribute: description, of: thing, value: { column: note }, when: { column: note, is: 无 } }\n      - { attribute: name, of: thing',
      ],
      ['role: { column: role } }', 'role: { column: role } }\n        when: { column: type, is: 牵头 }'],
    ],
    'ties.csv': [
      ['成员,乙泵公司', '牵头,乙泵公司'],
      [',成员,2025', ',,2025'],
    ],
  });
  const { report } = await stage(files);
  const told = report.warnings.map(({ code, count }) => [code, count]);
  expect(told).toStrictEqual([
    ['COLUMN_UNREAD', 1],
    ['VALUE_UNREACHED', 10],
  ]);
  expect(report.values).toMatchObject({ unread: 1, unreached: 10 });
});

test('read = used + ignored + private + dropped + unread + unreached, whatever the table', async () => {
  const cell = fc.constantFrom('', '甲', '乙', ' ', '停');
  const table = fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const named = rows.map((row, i) => [`第${i}家`, ...row].join(','));
      const { run, report } = await stage({
        'dataset.yml': SPEC,
        'a.csv': ['name,a,b,c,d,电话', ...named].join('\n'),
      });
      await run.dispose();
      const filled = (text: string) => text.trim() !== '';
      expect(report.values.read).toBe(rows.length + rows.flat().filter(filled).length);
      for (const { values } of [...report.tables.flatMap((one) => one.columns), ...report.tables, report]) {
        expect(FATES.reduce((sum, fate) => sum + values[fate], 0)).toBe(values.read);
      }
      const warned = (code: string) => report.warnings.find((group) => group.code === code)?.count ?? 0;
      expect(report.values.unreached).toBe(warned('VALUE_UNREACHED'));
    }),
    { numRuns: 25 },
  );
});

const SPEC = `id: trial
title: { zh: 试, en: trial }
sources:
  - { id: s, title: 名录, class: register, date: 2025 }
lookups:
  - { column: a, is: 停, becomes: null, reason: 不作为值 }
  - { column: b, is: 乙, becomes: 甲, reason: 写法 }
tables:
  - file: a.csv
    ignore: [c]
    source: s
    confidence: "0.9"
    records: { thing: { kind: Company, name: { column: name } } }
    states:
      - { attribute: name, of: thing, value: { column: name } }
      - { attribute: description, of: thing, value: { column: a }, when: { column: a, filled: true } }
      - { attribute: event, of: thing, value: { column: b }, when: { column: b, is: 甲 } }
`;
