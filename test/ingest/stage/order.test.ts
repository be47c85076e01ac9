import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Files } from '#test/support/folder.ts';
import { everyItem, stage } from './world.ts';

/** What the rows say; where and in which order they stand is drawn. */
const SAYINGS = {
  things: [
    'Company,甲泵公司,jia,news,¶3,0.95,乙注',
    'Company,甲泵公司,jia,news,¶3,0.7,甲注',
    'Company,甲泵公司,jia,talk,¶1,0.6,',
    'Company,乙泵公司,,news,¶4,1,',
    'Company,乙泵公司,,talk,¶4,1,',
    'Consortium,泵联合体,,talk,¶2,0.8,',
    'Consortium,泵联合体,,news,¶2,0.9,丙注',
    'Place,甲市,,news,¶1,0.9,',
  ],
  ties: [
    'LEADS,甲泵公司,泵联合体,news,¶3',
    'LEADS,jia,泵联合体,news,¶3',
    'MEMBER_OF,乙泵公司,泵联合体,talk,¶5',
    'LOCATED_IN,乙泵公司,甲市,talk,¶5',
    'LOCATED_IN,泵联合体,甲市,news,¶6',
  ],
};

const HEADERS = { things: 'kind,name,key,source,passage,confidence,note', ties: 'type,from,to,source,passage' };

const MAPPINGS = {
  things: `    source: { column: source }
    passage: { column: passage }
    confidence: { column: confidence }
    note: { column: note }
    records: { thing: { kind: { column: kind }, name: { column: name }, key: { column: key } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
`,
  ties: `    source: { column: source }
    passage: { column: passage }
    confidence: "0.9"
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: operating }]
`,
};

type Table = { readonly sort: keyof typeof SAYINGS; readonly rows: readonly string[] };

function filesOf(tables: readonly Table[]): Files {
  const files: Record<string, string> = {};
  let spec = `id: trial
title: { zh: 试, en: trial }
sources:
  - { id: news, title: 甲报, class: official_news, date: 2025 }
  - { id: talk, title: 讲话, class: proposal, date: 2024 }
tables:
`;
  tables.forEach(({ sort, rows }, i) => {
    files[`${i}.csv`] = [HEADERS[sort], ...rows].join('\n');
    spec += `  - file: ${i}.csv\n${MAPPINGS[sort]}`;
  });
  return { ...files, 'dataset.yml': spec };
}

/** Rows of one sort, shuffled and dealt over one to three tables. */
function dealt(sort: keyof typeof SAYINGS): fc.Arbitrary<Table[]> {
  const rows = SAYINGS[sort];
  const shuffled = fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
  return fc.tuple(shuffled, fc.nat(rows.length), fc.nat(rows.length)).map(([list, a, b]) => {
    const [low, high] = a <= b ? [a, b] : [b, a];
    const pieces = [list.slice(0, low), list.slice(low, high), list.slice(high)];
    return pieces.filter((piece) => piece.length > 0).map((piece) => ({ sort, rows: piece }));
  });
}

test('rows shuffled and dealt over tables in any order give the same items', async () => {
  const { run } = await stage(
    filesOf([
      { sort: 'things', rows: SAYINGS.things },
      { sort: 'ties', rows: SAYINGS.ties },
    ]),
  );
  const expected = await everyItem(run);
  const tables = fc
    .tuple(dealt('things'), dealt('ties'))
    .chain(([things, ties]) => fc.shuffledSubarray([...things, ...ties], { minLength: things.length + ties.length }));
  await fc.assert(
    fc.asyncProperty(tables, async (drawn) => {
      const { run: shuffled } = await stage(filesOf(drawn));
      expect(await everyItem(shuffled)).toStrictEqual(expected);
      await shuffled.dispose();
    }),
    { numRuns: 20 },
  );
});
