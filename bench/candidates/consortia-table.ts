import { parse } from 'csv-parse/sync';
import { foldName } from '#graph-model/names.ts';
import type { PartnerBody, PartnerTie, PartnerView } from '#server/analysis/candidates/partners/view.ts';

/** Columns by the words that a table may head them with, in lower case. */
const COLUMNS = {
  consortium: ['consortium', 'project', 'tie', '联合体', '项目', '创新联合体'],
  member: ['member', 'body', 'organisation', 'organization', '成员', '成员单位', '单位', '企业'],
  topic: ['topic', 'theme', '主题', '领域'],
  segments: ['segment', 'segments', '环节'],
  kind: ['kind', 'type', '类型'],
  place: ['place', 'city', 'country', '地区', '所在地'],
} as const;
type Column = keyof typeof COLUMNS;

export type ConsortiaTable = {
  readonly view: PartnerView;
  readonly rows: number;
  /** Columns that nothing is read from. */
  readonly ignored: readonly string[];
};

/**
 * A table of who is in which consortium or project, one row for each: `consortium` and `member`, and where it is known
 * the consortium's `topic` and the member's `segment`, `kind` and `place`. Cells may hold several, between semicolons;
 * a topic or segment may stand as a path (chain/stage/segment), a place with what is around it (city;province). Names
 * are the same when they fold to the same.
 * @throws Error that names the row
 */
export function consortiaTable(text: string, file: string): ConsortiaTable {
  const [header = [], ...rows] = parse(text, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as string[][];
  const heads = header.map((head) => head.trim().toLowerCase());
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, words]) => [
      column,
      heads.findIndex((head) => words.some((word) => word === head)),
    ]),
  ) as Record<Column, number>;
  for (const column of ['consortium', 'member'] as const) {
    if (at[column] < 0)
      throw new Error(`${file}: 没有“${column}”列 / no column “${column}” (${COLUMNS[column].join(', ')})`);
  }
  const ties = new Map<string, { members: Set<string>; segments: Set<string> }>();
  const bodies = new Map<string, { kind: string | undefined; segments: Set<string>; places: Set<string> }>();
  const partOf = new Map<string, string>();
  for (const [n, row] of rows.entries()) {
    const cell = (column: Column) => (at[column] < 0 ? '' : (row[at[column]] ?? '').trim());
    const list = (column: Column) =>
      cell(column)
        .split(/[;；]/u)
        .map((each) => each.trim())
        .filter((each) => each !== '');
    const [tie, member] = [foldName(cell('consortium')), foldName(cell('member'))];
    if (tie === '' || member === '')
      throw new Error(`${file}, 第 ${n + 2} 行 / row ${n + 2}: 缺联合体或成员 / consortium or member is missing`);
    const body = bodies.get(member) ?? { kind: undefined, segments: new Set(), places: new Set() };
    bodies.set(member, body);
    body.kind ??= cell('kind') || undefined;
    for (const place of list('place')) body.places.add(place);
    for (const segment of list('segments')) body.segments.add(nest(segment, partOf));
    const consortium = ties.get(tie) ?? { members: new Set(), segments: new Set() };
    ties.set(tie, consortium);
    consortium.members.add(member);
    for (const topic of list('topic')) consortium.segments.add(nest(topic, partOf));
  }
  const view: PartnerView = {
    bodies: [...bodies].map(([id, { kind, segments, places }]): PartnerBody => ({
      id,
      kind,
      segments: [...segments],
      places: [...places],
    })),
    ties: [...ties].map(([id, { members, segments }]): PartnerTie => ({
      id,
      members: [...members],
      segments: [...segments],
    })),
    partOf,
    feeds: [],
  };
  const read = new Set(Object.values(at));
  return { view, rows: rows.length, ignored: header.filter((_, n) => !read.has(n)) };
}

/** “chain/stage/segment” is part of “chain/stage”, and that of “chain”. */
function nest(name: string, partOf: Map<string, string>): string {
  for (let part = name; part.includes('/');) {
    const above = part.slice(0, part.lastIndexOf('/'));
    partOf.set(part, above);
    part = above;
  }
  return name;
}
