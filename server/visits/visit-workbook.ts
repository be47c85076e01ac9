import { type Workbook, workbookBytes } from '#ingest/survey/workbook.ts';
import { VISIT_COLUMNS, visitLines } from './visit-lines.ts';
import type { VisitList } from './visit-row.ts';

type Style = NonNullable<NonNullable<Workbook['sheets'][number]['columns']>[number]['style']>;

const LINE = { style: 'thin', color: { rgb: '868F95' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
/** As text: what is edited there stays text too. */
const TEXT = '@';
const STYLES = {
  head: {
    font: { bold: true },
    border: BORDER,
    alignment: { wrapText: true, vertical: 'center' },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'ECEEEF' } },
    numFmt: TEXT,
  },
  cell: { border: BORDER, alignment: { wrapText: true, vertical: 'top' }, numFmt: TEXT },
  word: { font: { bold: true }, alignment: { vertical: 'top' }, numFmt: TEXT },
  note: { alignment: { wrapText: true, vertical: 'top' }, numFmt: TEXT },
} as const satisfies Record<string, Style>;

/** What a list is called: short enough for a sheet, and without what a sheet's name may not hold. */
const TITLES = {
  visits: { zh: '拜访清单', en: 'Visiting list' },
  candidates: { zh: '候选名单', en: 'Candidates' },
} as const;
export type ListName = keyof typeof TITLES;

export function isListName(name: string): name is ListName {
  return Object.hasOwn(TITLES, name);
}

/** Points of a line of text; a joined cell does not grow by itself. */
const LINE_HEIGHT = 14;

/** The visiting list: the rows, then what they speak for; on a second sheet what is told of the list itself. */
export function visitWorkbook(list: VisitList, name: ListName): Promise<Uint8Array> {
  const { head, rows, notes, about } = visitLines(list);
  const columns = Object.values(VISIT_COLUMNS);
  const firstNote = rows.length + 2;
  const lines = [head, ...rows, [], ...notes];
  const cells: NonNullable<Workbook['sheets'][number]['cells']> = new Map();
  lines.forEach((line, row) => {
    line.forEach((value, column) => {
      const note = column === 0 ? STYLES.word : STYLES.note;
      const style = row === 0 ? STYLES.head : row < firstNote ? STYLES.cell : note;
      cells.set(
        `${row},${column}`,
        value === '' ? { value: null, type: 'empty', style } : { value, type: 'string', style },
      );
    });
  });
  const wide = columns.slice(1).reduce((sum, { width }) => sum + width, 0);
  // A Han character is as wide as two others.
  const height = (text: string) => LINE_HEIGHT * Math.max(1, Math.ceil((text.length * 2) / wide));
  const title = TITLES[name][list.language];
  return workbookBytes({
    properties: { title, creator: '陇链 Longlian' },
    defaultFont: { name: 'Microsoft YaHei', size: 10 },
    sheets: [
      {
        name: title,
        rows: lines.map((line) => line.map((value) => (value === '' ? null : value))),
        cells,
        columns: columns.map(({ width }) => ({ width })),
        rowDefs: new Map(notes.map(([, text], i) => [firstNote + i, { height: height(text) }])),
        merges: notes.map((_, i) => ({
          startRow: firstNote + i,
          startCol: 1,
          endRow: firstNote + i,
          endCol: columns.length - 1,
        })),
        freezePane: { rows: 1, columns: 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$1',
          margins: { top: 0.5, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
        },
        headerFooter: { oddFooter: `&L${title}&R&P / &N` },
      },
      aboutSheet(list.language, about),
    ],
  });
}

const ABOUT = { zh: '关于本表', en: 'About this table' } as const;
const ABOUT_WIDTHS = [16, 96] as const;

function aboutSheet(language: VisitList['language'], about: ReturnType<typeof visitLines>['about']) {
  const cells: NonNullable<Workbook['sheets'][number]['cells']> = new Map();
  about.forEach((line, row) =>
    line.forEach((value, column) => {
      const style = column === 0 ? STYLES.word : STYLES.note;
      cells.set(`${row},${column}`, { value, type: 'string', style });
    }),
  );
  return {
    name: ABOUT[language],
    rows: about.map((line) => [...line]),
    cells,
    columns: ABOUT_WIDTHS.map((width) => ({ width })),
  };
}
