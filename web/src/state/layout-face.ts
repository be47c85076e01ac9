import type { Layout, LayoutIndustry, LayoutMention, LayoutPartner, LayoutZone } from '../api/layout.ts';

/** Rows of one group of industries, as the plan groups them. */
export type RowGroup = {
  readonly id: string | null;
  readonly group: LayoutIndustry['group'];
  readonly rows: readonly LayoutIndustry[];
};

export function groupsOf({ industries }: Layout): readonly RowGroup[] {
  const groups: { id: string | null; group: LayoutIndustry['group']; rows: LayoutIndustry[] }[] = [];
  for (const row of industries) {
    const id = row.group?.id ?? null;
    const last = groups.at(-1);
    if (last?.id === id) last.rows.push(row);
    else groups.push({ id, group: row.group, rows: [row] });
  }
  return groups;
}

/** The parks that a zone lists, those of them that an industry names, and those that none does, not even a part. */
export function parksOf({ parks }: LayoutZone) {
  const listed = parks.filter((park) => park.listed);
  return {
    listed,
    named: listed.filter((park) => park.named),
    inPart: listed.filter((park) => !park.named && park.namedParts.length > 0),
    unnamed: listed.filter((park) => !park.named && park.namedParts.length === 0),
    beside: parks.filter((park) => !park.listed),
  };
}

/** A name under the head of its zone: what is shown of it, before and after that what the head already says. */
export type UnderHead = { readonly before: string; readonly shown: string; readonly after: string };

/** The three together are the name. Chinese has the zone in front, English at the end: `… Park of Baiyin Zone`. */
export function underHead(name: string, zone: string): UnderHead {
  const whole = { before: '', shown: name, after: '' };
  const ending = ` of ${zone}`;
  if (zone === '') return whole;
  if (name.startsWith(zone) && name.length > zone.length + 1) {
    return { ...whole, before: zone, shown: name.slice(zone.length) };
  }
  return name.endsWith(ending) && name.length > ending.length
    ? { ...whole, shown: name.slice(0, -ending.length), after: ending }
    : whole;
}

/** Only a proposal or a speech asks for it: never shown as a plan. */
export function isProposed({ relations }: LayoutMention): boolean {
  return relations.length > 0 && relations.every(({ modality }) => modality === 'proposed');
}

/** Research that stands already; else it is only to come. */
export function stands({ relations }: LayoutMention): boolean {
  return relations.some(({ modality }) => modality === 'operating' || modality === 'building');
}

/** What a tie is about, where the plan says. */
export function topicsOf({ ties }: LayoutPartner): readonly string[] {
  const topics = ties.flatMap(({ details }) => details.filter(({ name }) => name === 'topic'));
  return [...new Set(topics.map(({ value }) => value))];
}

/** A place in the table: row and column. */
export type GridSpot = { readonly row: number; readonly column: number };

/** Where a key leads; null: nowhere. */
export function steppedTo({ row, column }: GridSpot, key: string, rows: number, columns: number): GridSpot | null {
  const to = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  }[key];
  if (to === undefined || (to.row === row && to.column === column)) return null;
  return to.row >= 0 && to.row < rows && to.column >= 0 && to.column < columns ? to : null;
}
