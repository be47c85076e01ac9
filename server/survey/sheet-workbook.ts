import {
  ANSWER_COLUMN,
  ANSWERS,
  ASIDES,
  FIRM_COLUMN_NAMES,
  FIRM_COLUMNS,
  FILLING_RULES,
  markText,
  sheetHash,
  sheetKey,
  STATUSES,
  VISIBILITY_FIELD,
} from '#ingest/survey/form.ts';
import { type Workbook, workbookBytes } from '#ingest/survey/workbook.ts';
import type { SheetPlan } from './plan-sheets.ts';
import { sheetNames } from './sheet-names.ts';

type Sheet = Workbook['sheets'][number];
type Style = NonNullable<NonNullable<Sheet['columns']>[number]['style']>;

/** Rows for firms; more may be added. */
const FIRM_ROWS = 40;

const LINE = { style: 'thin', color: { rgb: '868F95' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const WRAP = { wrapText: true, vertical: 'center' } as const;
const STYLES = {
  title: { font: { bold: true, size: 16 }, alignment: { vertical: 'center' } },
  section: { font: { bold: true, size: 12 }, alignment: { vertical: 'center' } },
  label: { font: { bold: true }, alignment: { vertical: 'center' } },
  text: { alignment: { wrapText: true, vertical: 'top' } },
  head: {
    font: { bold: true },
    border: BORDER,
    alignment: WRAP,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'ECEEEF' } },
  },
  /** As text: a credit code that is taken for a number loses its last digits. */
  cell: { border: BORDER, alignment: WRAP, numFmt: '@' },
} as const satisfies Record<string, Style>;

/** Points: a seal is some four centimetres across. */
const SEAL_HEIGHT = 110;

/** Points of a line, and Han characters of the citations in one: a joined cell does not grow by itself. */
const LINE_HEIGHT = 14;
const CITATION = 26;
/** Han characters of a line over the whole width. */
const WIDE = 68;

/** Column 0 holds the marks and is hidden; the tables stand in 1 to 7. */
const FIRST = 1;
const LAST = FIRST + FIRM_COLUMN_NAMES.length - 1;

/** The survey sheets of some offices in one workbook: the same plans, the same bytes. */
export function surveyWorkbook(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  const names = sheetNames(plans.map(({ office }) => office.name));
  return workbookBytes({
    properties: { title: '摸底表', creator: '陇链 Longlian' },
    defaultFont: { name: 'Microsoft YaHei', size: 10 },
    sheets: plans.map((plan, i) => layOut(plan, names[i] ?? '')),
  });
}

function layOut(plan: SheetPlan, name: string): Sheet {
  const page = new Page();
  page.hidden([markText({ what: 'sheet', office: plan.office.id, version: plan.version }), plan.office.name]);
  const lists = Math.max(plan.options.length, plan.parks.length);
  const firstList = page.next;
  for (let i = 0; i < lists; i++) {
    const option = plan.options[i];
    const mark = option === undefined ? undefined : markText({ what: 'option', ...option });
    page.hidden([mark, option?.label, plan.parks[i]]);
  }

  page.wide(`摸底表　${plan.office.name}`, STYLES.title, 28);
  page.wide(subtitleOf(plan), STYLES.text);
  const issuer = page.fillIn({ what: 'aside', field: 'issuer' }, ASIDES.issuer);
  const addressee = page.fillIn({ what: 'aside', field: 'addressee' }, ASIDES.addressee);
  const due = page.fillIn({ what: 'aside', field: 'due' }, ASIDES.due);
  const wide = page.fillIn({ what: 'publisher' }, '填报单位（全称）');
  const day = page.fillIn({ what: 'date' }, '截至日期（如 2025-06-30）');
  const visible = page.fillIn({ what: 'visibility' }, VISIBILITY_FIELD.zh);
  const seal = page.fillIn({ what: 'aside', field: 'seal' }, ASIDES.seal, SEAL_HEIGHT);
  for (const text of FILLING_RULES) page.wide(text, STYLES.text, 28);
  const parks = parksText(plan.parks);
  page.wide(parks, STYLES.text, LINE_HEIGHT * Math.max(2, Math.ceil(parks.length / WIDE)));

  page.wide('各环节的名录是否齐全', STYLES.section, 22);
  page.hidden([markText({ what: 'columns', table: 'segments' }), ...blanks(6), ANSWER_COLUMN.key]);
  page.row(['', '环节', '出处', '', '产业链', '要求', '覆盖地区', ANSWER_COLUMN.zh], STYLES.head);
  page.join(2, 3);
  const area = plan.office.isPark ? plan.office.name : `${plan.office.name}（含其中的园区）`;
  const firstAnswer = page.next;
  for (const row of plan.rows) {
    const mark = markText({ what: 'cell', ...row });
    const height = LINE_HEIGHT * Math.max(2, Math.ceil(row.sources.length / CITATION));
    page.row([mark, row.label, row.sources, '', row.chainName, row.request, area, undefined], STYLES.cell, height);
    page.join(2, 3);
  }
  const lastAnswer = page.next - 1;

  page.wide('企业', STYLES.section, 22);
  page.hidden([markText({ what: 'columns', table: 'firms' }), ...FIRM_COLUMN_NAMES]);
  const heads = page.next;
  page.row(['', ...FIRM_COLUMN_NAMES.map((key) => FIRM_COLUMNS[key].zh)], STYLES.head);
  const firstFirm = page.next;
  for (let i = 0; i < FIRM_ROWS; i++) page.row(['', ...blanks(FIRM_COLUMN_NAMES.length)], STYLES.cell, 20);
  const firms = (key: keyof typeof FIRM_COLUMNS) => {
    const column = letter(FIRST + FIRM_COLUMN_NAMES.indexOf(key));
    return `${column}${firstFirm + 1}:${column}${page.next}`;
  };
  const list = (column: string, count: number) => `$${column}$${firstList + 1}:$${column}$${firstList + count}`;
  return {
    name,
    ...page.content(),
    merges: [...page.merges, issuer, addressee, due, wide, day, visible, seal],
    dataValidations: [
      choice(`${letter(FIRST + 1)}${visible.startRow + 1}`, { values: Object.values(VISIBILITY_FIELD.words) }),
      choice(`${letter(LAST)}${firstAnswer + 1}:${letter(LAST)}${lastAnswer + 1}`, {
        values: Object.values(ANSWERS).map(({ zh }) => zh),
      }),
      choice(firms('status'), { values: Object.values(STATUSES).map(([word]) => word) }),
      choice(firms('segment'), { formula1: list('B', plan.options.length) }),
      ...(plan.parks.length > 0
        ? [{ ...choice(firms('park'), { formula1: list('C', plan.parks.length) }), showErrorMessage: false }]
        : []),
    ],
    columns: [{ width: 4, hidden: true }, ...FIRM_COLUMN_NAMES.map((key) => ({ width: FIRM_COLUMNS[key].width }))],
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${heads + 1}:$${heads + 1}`,
      margins: { top: 0.5, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L摸底表　${plan.office.name.replaceAll('&', '&&')}&R&P / &N` },
  };
}

function subtitleOf({ office, rows, addressees, version, date }: SheetPlan): string {
  const key = sheetKey(sheetHash(office.id, rows));
  const chains = [...new Set(rows.map(({ chainName }) => chainName))].join('、');
  return `产业链：${chains}。资料里要求或建议、还没有见到在产企业的 ${rows.length} 项（${kindsText(rows)}）；资料截至 ${date}，数据版本 ${version}，表号 ${key}。${
    addressees.length > 0
      ? `建议送达：${addressees.join('、')}（资料写它负责其中的产业链）。`
      : `资料没有写哪个部门负责：送达部门请${office.isPark ? '本园区' : '本地'}填写。`
  }`;
}

/** How many rows are asked for by whose word: a speech that only proposes is no policy that asks. */
function kindsText(rows: SheetPlan['rows']): string {
  const counts = new Map<string, number>();
  for (const { request } of rows) counts.set(request, (counts.get(request) ?? 0) + 1);
  return [...counts].map(([request, count]) => `${request} ${count} 项`).join('，');
}

/** The parks that can be chosen of a list in every row, so that whoever reads the paper sees them too. */
function parksText(parks: readonly string[]): string {
  return parks.length === 0
    ? '园区：资料没有写到这里的园区，有就照实写。'
    : `资料写到的园区（园区一栏可选，没有列出的照实写）：${parks.join('、')}。`;
}

function choice(range: string, of: { readonly values: string[] } | { readonly formula1: string }) {
  return {
    type: 'list' as const,
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '不是可选的答复',
    errorMessage: '从下拉框选一个',
    ...of,
  };
}

function blanks(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}

function letter(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column);
}

/** Rows from the top, with what is drawn around them. */
class Page {
  readonly merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  readonly #rows: (string | null)[][] = [];
  readonly #cells: NonNullable<Sheet['cells']> = new Map();
  readonly #heights: NonNullable<Sheet['rowDefs']> = new Map();

  /** The row that comes next, from 0. */
  get next(): number {
    return this.#rows.length;
  }

  content(): Pick<Sheet, 'rows' | 'cells' | 'rowDefs'> {
    return { rows: this.#rows, cells: this.#cells, rowDefs: this.#heights };
  }

  /** Joins columns of the last row. */
  join(from: number, to: number): void {
    const row = this.next - 1;
    this.merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
  }

  hidden(values: readonly (string | undefined)[]): void {
    this.#heights.set(this.next, { hidden: true });
    this.#rows.push(values.map((value) => value ?? null));
  }

  wide(text: string, style: Style, height?: number): void {
    this.row(['', text], style, height);
    this.join(FIRST, LAST);
  }

  /** A printed word and a place to write beside it. @returns what is joined for it */
  fillIn(mark: Parameters<typeof markText>[0], label: string, height = 22) {
    this.row([markText(mark), label], STYLES.label, height);
    const row = this.next - 1;
    for (let column = FIRST + 1; column <= FIRST + 3; column++) this.#style(row, column, null, STYLES.cell);
    return { startRow: row, startCol: FIRST + 1, endRow: row, endCol: FIRST + 3 };
  }

  row(values: readonly (string | undefined)[], style: Style, height?: number): void {
    const row = this.next;
    const shown = values.map((value) => (value === undefined || value === '' ? null : value));
    this.#rows.push(shown);
    if (height !== undefined) this.#heights.set(row, { height });
    shown.forEach((value, column) => {
      if (column >= FIRST) this.#style(row, column, value, style);
    });
  }

  #style(row: number, column: number, value: string | null, style: Style): void {
    this.#cells.set(`${row},${column}`, { value, type: value === null ? 'empty' : 'string', style });
  }
}
