import { stringify } from 'yaml';
import { foldName } from '#graph-model/names.ts';
import { datasetId } from './dataset-id.ts';
import { sheetKey, subjectKey } from './form.ts';
import type { ResolvedSheet } from './resolve.ts';
import type { ReturnedFirm } from './returned.ts';

const SOURCE = 'sheet';
const LABELS = 3;

/**
 * The files of an ordinary data set folder that says what a returned sheet says: a register of its office, with
 * coverage where the office calls its list complete or confirms that there is none. Sheet and row are the passages.
 */
export function datasetFiles(resolved: ResolvedSheet): ReadonlyMap<string, string> {
  const tables = [thingsTable(resolved), tiesTable(resolved), firmsTable(resolved), productsTable(resolved)];
  const used = tables.filter(({ rows }) => rows.length > 0);
  return new Map([
    ['dataset.yml', datasetYaml(resolved, used)],
    ...used.map(({ file, columns, rows }) => [file, csvText([columns, ...rows])] as const),
  ]);
}

type Cells = readonly string[];
type Table = {
  readonly file: string;
  readonly columns: Cells;
  readonly rows: readonly Cells[];
  readonly mapping: object;
};

function datasetYaml(resolved: ResolvedSheet, tables: readonly Table[]): string {
  const { sheet, office, frame } = resolved;
  const labels = sheet.answers.map(({ label }) => label);
  const more = labels.length - LABELS;
  const asked = `${labels.slice(0, LABELS).join('、')}${more > 0 ? ` 等 ${labels.length} 项` : ''}`;
  const place = frame.of.get(office.id)?.record;
  const source = {
    id: SOURCE,
    title: `${office.name}企业名录：${asked}（摸底表 ${sheetKey(sheet.sha256)}）`,
    class: 'register',
    publisher: sheet.publisher,
    date: sheet.date,
    visibility: sheet.visibility,
    contentHash: sheet.sha256,
    coverage: sheet.answers
      .filter(({ answer }) => answer !== 'list')
      .map(({ chain, segment }) => {
        const of = frame.of.get(resolved.subjects.get(subjectKey({ chain, segment }))?.id ?? '')?.record;
        const subject = segment === undefined ? { chain: of } : { segment: of };
        return { ...subject, place, date: sheet.date, extent: 'register' };
      }),
  };
  return stringify({
    id: datasetId(sheet),
    title: { zh: `${office.name}摸底表`, en: `Survey sheet of ${office.name}` },
    publisher: sheet.publisher,
    asOf: sheet.date,
    sources: [source],
    tables: tables.map(({ file, mapping }) => ({
      file,
      source: SOURCE,
      passage: { column: 'passage' },
      // Read by rule from cells that a person filled: nothing was guessed.
      confidence: '1',
      ...mapping,
    })),
  });
}

/** What the sheet is about, under the names by which the store already knows it, and parks that are new. */
function thingsTable({ frame, areas, sheet }: ResolvedSheet): Table {
  const passage = passageOf(sheet.sheet, sheet.head);
  const parks = newParks(areas);
  return {
    file: 'things.csv',
    columns: ['key', 'kind', 'name', 'passage'],
    rows: [
      ...frame.things.map(({ record, kind, name }) => [record, kind, name, passage]),
      ...parks.map((park) => [parkKey(park), 'Park', park, passage]),
    ],
    mapping: {
      records: { thing: { kind: { column: 'kind' }, name: { column: 'name' }, key: { column: 'key' } } },
      states: [{ attribute: 'name', of: 'thing', value: { column: 'name' } }],
    },
  };
}

function tiesTable({ frame, areas, sheet, office }: ResolvedSheet): Table {
  const passage = passageOf(sheet.sheet, sheet.head);
  const at = frame.of.get(office.id)?.record ?? '';
  return {
    file: 'ties.csv',
    columns: ['from', 'type', 'to', 'passage'],
    rows: [
      ...frame.things.flatMap(({ record, within }) => within.map((one) => [record, one.type, one.record, passage])),
      ...newParks(areas).map((park) => [parkKey(park), 'LOCATED_IN', at, passage]),
    ],
    mapping: {
      records: { from: { ref: { column: 'from' } }, to: { ref: { column: 'to' } } },
      states: [{ relationship: { column: 'type' }, from: 'from', to: 'to', modality: 'operating' }],
    },
  };
}

function firmsTable(resolved: ResolvedSheet): Table {
  const { sheet, subjects, frame } = resolved;
  return {
    file: 'firms.csv',
    columns: ['kind', 'name', 'code', 'segment', 'area', 'status', 'passage'],
    rows: sheet.firms.map((firm) => [
      kindOf(resolved, firm),
      firm.name,
      firm.code ?? '',
      frame.of.get(subjects.get(subjectKey(firm))?.id ?? '')?.record ?? '',
      areaOf(resolved, firm),
      firm.status,
      passageOf(sheet.sheet, firm.row),
    ]),
    mapping: {
      records: {
        firm: { kind: { column: 'kind' }, name: { column: 'name' } },
        segment: { ref: { column: 'segment' } },
        area: { ref: { column: 'area' } },
      },
      states: [
        {
          relationship: 'ACTIVE_IN',
          from: 'firm',
          to: 'segment',
          modality: { column: 'status' },
          qualifiers: { at: { record: 'area' } },
        },
        {
          attribute: 'identifier',
          of: 'firm',
          value: { column: 'code' },
          details: { scheme: { is: 'USCC' } },
          when: { column: 'code', filled: 'true' },
        },
      ],
    },
  };
}

/** What a firm makes is not put into the segment by itself: others that make it elsewhere were not asked. */
function productsTable(resolved: ResolvedSheet): Table {
  const { sheet } = resolved;
  return {
    file: 'products.csv',
    columns: ['kind', 'name', 'product', 'capacity', 'area', 'status', 'passage'],
    rows: sheet.firms.flatMap((firm) =>
      firm.products.map((product) => [
        kindOf(resolved, firm),
        firm.name,
        product,
        firm.capacity ?? '',
        areaOf(resolved, firm),
        firm.status,
        passageOf(sheet.sheet, firm.row),
      ]),
    ),
    mapping: {
      records: {
        firm: { kind: { column: 'kind' }, name: { column: 'name' } },
        product: { kind: { is: 'Product' }, name: { column: 'product' } },
        area: { ref: { column: 'area' } },
      },
      states: [
        {
          relationship: 'PRODUCES',
          from: 'firm',
          to: 'product',
          modality: { column: 'status' },
          qualifiers: { at: { record: 'area' }, capacity: { column: 'capacity' } },
        },
      ],
    },
  };
}

function kindOf({ kinds }: ResolvedSheet, { name }: ReturnedFirm): string {
  return kinds.get(foldName(name)) ?? 'Company';
}

function areaOf({ areas, frame, office }: ResolvedSheet, { park }: ReturnedFirm): string {
  const area = park === undefined ? undefined : areas.get(park);
  if (area !== undefined && 'newPark' in area) return parkKey(area.newPark);
  return frame.of.get(area?.entity ?? office.id)?.record ?? '';
}

function newParks(areas: ResolvedSheet['areas']): readonly string[] {
  return [...areas.values()].flatMap((area) => ('newPark' in area ? area.newPark : []));
}

/** Keys of things of the store are record ids: a new park has another sort of key, so that no name is taken for one. */
function parkKey(name: string): string {
  return `park ${name}`;
}

/** As a locator is written, which keeps `!` for itself. Rows from 0. */
function passageOf(sheet: string, row: number): string {
  return `${sheet.replaceAll('!', '！')}!${row + 1}`;
}

/** Every cell quoted: nothing in it is taken for more than text. */
function csvText(rows: readonly Cells[]): string {
  return rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');
}
