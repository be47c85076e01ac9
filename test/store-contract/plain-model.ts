import { pinyinKeys, pinyinQuery } from '#graph-model/pinyin.ts';
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
    return this.live('name', version)
      .map((row) => ({ ...matchOf(String(row['folded']), folded), row }))
      .filter(({ match }) => match !== 'NONE')
      .sort(
        (a, b) =>
          RANK.indexOf(a.match) - RANK.indexOf(b.match) ||
          Array.from(a.by).length - Array.from(b.by).length ||
          compareText(a.by, b.by) ||
          compareText(a.row.id, b.row.id),
      )
      .map(({ match, row }) => ({ row, match }));
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

const RANK = ['EXACT', 'PREFIX', 'SUBSTRING', 'PINYIN'];

/** The class, and the text by which names of one class are ordered. */
function matchOf(name: string, folded: string): { match: string; by: string } {
  if (name === folded) return { match: 'EXACT', by: name };
  if (name.startsWith(folded)) return { match: 'PREFIX', by: name };
  if (name.includes(folded)) return { match: 'SUBSTRING', by: name };
  const sound = pinyinQuery(folded);
  const by = sound === undefined ? undefined : pinyinKeys(name).find((key) => key.startsWith(sound));
  return by === undefined ? { match: 'NONE', by: '' } : { match: 'PINYIN', by };
}
