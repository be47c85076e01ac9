import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { PartialDate } from '#graph-model/dates.ts';
import { workbookBytes } from '#ingest/survey/workbook.ts';

/** Whose ledger it is, and the last day that it speaks for. */
type LedgerAbout = { readonly publisher: string; readonly date: PartialDate };

export const LEDGER_TABLE = '台账.csv';
export const LEDGER_WORKBOOK = '台账.xlsx';

/** What each word of the column 阶段 says of a contact. */
const STAGES = {
  招商线索: ['proposed', 'talking'],
  拟对接: ['planned', 'talking'],
  在谈: ['operating', 'talking'],
  签约: ['operating', 'signed'],
  落地: ['operating', 'landed'],
} as const;

const FIRM = '企业';
const STAGE = '阶段';
const REMARK = '备注';

/** Who did it: a row may name one, two or all of them. */
const OFFICES = { office: ['Agency', '经办单位'], park: ['Park', '承接园区'], area: ['Place', '承接地区'] } as const;

/** What a row may say of the firm itself. */
const ABOUT = {
  seat: ['Place', '总部', 'LOCATED_IN'],
  chain: ['Chain', '产业链', 'ACTIVE_IN'],
  product: ['Product', '产品', 'PRODUCES'],
} as const;

/** Read by nobody; the report counts what was dropped. */
const DROPPED = ['联系人', '联系电话'];

/** The columns of the table, in order. */
export const LEDGER_COLUMNS: readonly string[] = [
  FIRM,
  STAGE,
  '日期',
  '结束日期',
  ...Object.values(OFFICES).map(([, column]) => column),
  ...Object.values(ABOUT).map(([, column]) => column),
  REMARK,
  ...DROPPED,
];

/** The files of an empty ledger: an internal data set that `longlian ingest` reads as it reads any other. */
export function ledgerTemplate(about: LedgerAbout): ReadonlyMap<string, string> {
  return new Map([
    ['dataset.yml', ledgerYaml(about, LEDGER_TABLE)],
    // The mark at the start is how a spreadsheet knows UTF-8.
    [LEDGER_TABLE, `\uFEFF${LEDGER_COLUMNS.join(',')}\r\n`],
  ]);
}

/** The same with the table as a workbook. */
export async function ledgerWorkbook(about: LedgerAbout): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const bold = { font: { bold: true }, numFmt: '@' };
  const table = await workbookBytes({
    properties: { title: `${about.publisher}招商台账`, creator: '陇链 Longlian' },
    sheets: [
      {
        name: '台账',
        rows: [[...LEDGER_COLUMNS]],
        cells: new Map(
          LEDGER_COLUMNS.map((value, column) => [`0,${column}`, { value, type: 'string' as const, style: bold }]),
        ),
        columns: LEDGER_COLUMNS.map((name) => ({ width: name === FIRM || name === REMARK ? 30 : 14 })),
        freezePane: { rows: 1, columns: 1 },
      },
    ],
  });
  return new Map<string, string | Uint8Array>([
    ['dataset.yml', ledgerYaml(about, LEDGER_WORKBOOK)],
    [LEDGER_WORKBOOK, table],
  ]);
}

function ledgerYaml({ publisher, date }: LedgerAbout, file: string): string {
  const words = (at: 0 | 1) => Object.fromEntries(Object.entries(STAGES).map(([word, said]) => [word, said[at]]));
  const contact = (from: string, column: string) => ({
    relationship: 'ENGAGED_WITH',
    from,
    to: 'firm',
    modality: { column: STAGE, words: words(0) },
    qualifiers: { engagement: { column: STAGE, words: words(1) } },
    validFrom: { column: '日期' },
    validTo: { column: '结束日期' },
    when: { column, filled: true },
  });
  const named = (kind: string, column: string) => ({ kind, name: { column } });
  return stringify(
    {
      // One office, one data set: its next ledger takes the place of this one, and never that of another office.
      id: `ledger-${createHash('sha256').update(publisher).digest('hex').slice(0, 8)}`,
      title: { zh: `${publisher}招商台账`, en: `Contacts of ${publisher}` },
      publisher,
      asOf: date,
      sources: [
        { id: 'ledger', title: `${publisher}招商台账`, class: 'project_note', publisher, date, visibility: 'internal' },
      ],
      tables: [
        {
          file,
          source: 'ledger',
          confidence: '1',
          note: { column: REMARK },
          records: {
            firm: named('Company', FIRM),
            ...Object.fromEntries(Object.entries(OFFICES).map(([key, [kind, column]]) => [key, named(kind, column)])),
            ...Object.fromEntries(Object.entries(ABOUT).map(([key, [kind, column]]) => [key, named(kind, column)])),
          },
          states: [
            { attribute: 'name', of: 'firm', value: { column: FIRM } },
            ...Object.entries(OFFICES).map(([key, [, column]]) => contact(key, column)),
            ...Object.entries(ABOUT).map(([key, [, column, relationship]]) => ({
              relationship,
              from: 'firm',
              to: key,
              modality: 'operating',
              when: { column, filled: true },
            })),
          ],
        },
      ],
    },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
