import { TABLES, type Change, type CloseReason, type Table } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';

type Row = { readonly id: string; readonly [key: string]: unknown };
type Span = { readonly row: Row; readonly since: number; until: number | null; reason: CloseReason | null };
type Contents = Map<string, Row>;

/** The simplest store that can be thought of: every version in full, and what was said in each publication. */
export class PlainModel {
  readonly #versions: Map<Table, Contents>[] = [new Map()];
  readonly #spans = new Map<Table, Map<string, Span[]>>();

  get version(): number {
    return this.#versions.length - 1;
  }

  publish(changes: readonly Change[]): void {
    const version = this.#versions.length;
    const next = new Map([...(this.#versions.at(-1) ?? [])].map(([table, rows]) => [table, new Map(rows)] as const));
    const reasons = new Map<string, CloseReason>();
    for (const change of changes) {
      const rows: Contents = next.get(change.table) ?? new Map<string, Row>();
      next.set(change.table, rows);
      if ('open' in change) rows.set(change.open.id, change.open as Row);
      else rows.delete(change.close);
      if ('close' in change) reasons.set(`${change.table} ${change.close}`, change.reason);
    }
    for (const [table, rows] of next) {
      const before = this.#rows(table, version - 1);
      for (const id of new Set([...before.keys(), ...rows.keys()])) {
        const [old, now] = [before.get(id), rows.get(id)];
        if (old !== undefined && now !== undefined && JSON.stringify(old) === JSON.stringify(now)) continue;
        const spans = this.#spansOf(table, id);
        const last = spans.at(-1);
        if (old !== undefined && last !== undefined) {
          last.until = version;
          last.reason = now === undefined ? (reasons.get(`${table} ${id}`) ?? null) : 'superseded';
        }
        if (now !== undefined) spans.push({ row: now, since: version, until: null, reason: null });
      }
    }
    this.#versions.push(next);
  }

  live(table: Table, version: number): Row[] {
    return [...this.#rows(table, version).values()].sort((a, b) => compareText(a.id, b.id));
  }

  find(table: Table, key: string, values: readonly string[], version: number): Row[] {
    return this.live(table, version).filter((row) => values.includes(String(row[key])));
  }

  history(table: Table, id: string, version: number): Span[] {
    return this.#spansOf(table, id)
      .filter(({ since }) => since <= version)
      .map((span) =>
        span.until !== null && span.until > version ? { ...span, until: null, reason: null } : { ...span },
      );
  }

  changes(table: Table, version: number, after = version - 1): { opened: Span[]; closed: Span[] } {
    const ids = [...(this.#spans.get(table)?.keys() ?? [])].sort(compareText);
    const spans = ids.flatMap((id) => this.history(table, id, version));
    return {
      opened: spans.filter(({ since }) => since > after),
      closed: spans.filter(({ until }) => until !== null && until > after),
    };
  }

  since(table: Table, version: number): Map<string, number> {
    const live = this.live(table, version);
    return new Map(live.map(({ id }) => [id, this.history(table, id, version)[0]?.since ?? 0]));
  }

  search(folded: string, version: number): { match: string; row: Row }[] {
    const rank = ['EXACT', 'PREFIX', 'SUBSTRING'];
    return this.live('name', version)
      .map((row) => ({ match: matchOf(String(row['folded']), folded), row }))
      .filter(({ match }) => match !== 'NONE')
      .sort(
        (a, b) =>
          rank.indexOf(a.match) - rank.indexOf(b.match) ||
          lengthOf(a.row) - lengthOf(b.row) ||
          compareText(String(a.row['folded']), String(b.row['folded'])) ||
          compareText(a.row.id, b.row.id),
      );
  }

  keysOf(table: Table): readonly string[] {
    return TABLES[table].keys;
  }

  #rows(table: Table, version: number): Contents {
    return this.#versions[version]?.get(table) ?? new Map<string, Row>();
  }

  #spansOf(table: Table, id: string): Span[] {
    const ofTable: Map<string, Span[]> = this.#spans.get(table) ?? new Map<string, Span[]>();
    this.#spans.set(table, ofTable);
    const spans = ofTable.get(id) ?? [];
    ofTable.set(id, spans);
    return spans;
  }
}

function matchOf(name: string, folded: string): string {
  if (name === folded) return 'EXACT';
  if (name.startsWith(folded)) return 'PREFIX';
  return name.includes(folded) ? 'SUBSTRING' : 'NONE';
}

function lengthOf(row: Row): number {
  return Array.from(String(row['folded'])).length;
}
