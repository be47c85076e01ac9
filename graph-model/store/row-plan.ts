import { GraphError } from '../errors.ts';
import { TABLES, type Change, type CloseReason, type RowOf, type Table } from '../rows.ts';
import { canonicalJson } from '../text.ts';
import { hasHalves, wellFormedJson } from './json.ts';
import { rowText } from './row-text.ts';

/** What is to become of an id in the unfinished version: a content, or closed. */
export type Wish = { readonly open: string } | { readonly close: CloseReason };

/** By table, the last wish for each id. */
export type Wishes = ReadonlyMap<Table, ReadonlyMap<string, Wish>>;

/** Checks every row against its schema, before anything is written. @throws GraphError STORE_BROKEN */
export function wishesOf(changes: readonly Change[]): Wishes {
  const wishes = new Map<Table, Map<string, Wish>>();
  for (const change of changes) {
    let ofTable = wishes.get(change.table);
    if (ofTable === undefined) wishes.set(change.table, (ofTable = new Map()));
    if ('close' in change) ofTable.set(change.close, { close: change.reason });
    else ofTable.set(change.open.id, { open: bodyOf(change.table, change.open) });
  }
  return wishes;
}

function bodyOf<T extends Table>(table: T, row: RowOf<T>): string {
  const text = rowText(table, row);
  if (text !== undefined && !hasHalves(text)) return text;
  const parsed = TABLES[table].schema.safeParse(row);
  if (parsed.success) return wellFormedJson(parsed.data);
  const [issue] = parsed.error.issues;
  throw new GraphError('STORE_BROKEN', { table, id: row.id, path: issue?.path.join('.'), issue: issue?.message });
}

/** A row as it stands, under the name its store knows it by. */
export type Standing<Key> = {
  readonly key: Key;
  readonly body: string;
  /** Why the unfinished version closed it, if it did. */
  readonly closedFor: CloseReason | null;
};

/** The rows of some ids that the last version shows, and those that the unfinished one opened. */
export type StandingRows<Key> = {
  readonly before: ReadonlyMap<string, Standing<Key>>;
  readonly opened: ReadonlyMap<string, Standing<Key>>;
};

/** What to do to the rows of a table, in this order. */
export type RowPlan<Key> = {
  /** Opened by the unfinished version, and not wished for any more. */
  readonly remove: readonly Key[];
  /** Closed by the unfinished version, and to be as they were. */
  readonly reopen: readonly Key[];
  readonly close: ReadonlyMap<CloseReason, readonly Key[]>;
  /** Bodies to open, in order of id. */
  readonly insert: readonly string[];
};

/** What makes the unfinished version what the wishes say: nothing, where it is that already. */
export function planRows<Key>(
  ids: readonly string[],
  wishes: ReadonlyMap<string, Wish>,
  { before, opened }: StandingRows<Key>,
): RowPlan<Key> {
  const plan = {
    remove: [] as Key[],
    reopen: [] as Key[],
    close: new Map<CloseReason, Key[]>(),
    insert: [] as string[],
  };
  for (const id of ids) {
    const wish = wishes.get(id);
    if (wish === undefined) continue;
    const old = before.get(id);
    const mine = opened.get(id);
    const kept = 'open' in wish && old !== undefined && sameContent(old.body, wish.open);
    if (kept && old.closedFor !== null) plan.reopen.push(old.key);
    const reason = 'open' in wish ? 'superseded' : wish.close;
    if (!kept && old !== undefined && old.closedFor !== reason) {
      const keys = plan.close.get(reason);
      if (keys === undefined) plan.close.set(reason, [old.key]);
      else keys.push(old.key);
    }
    const wanted = 'open' in wish && !kept ? wish.open : undefined;
    if (mine !== undefined && mine.body !== wanted) plan.remove.push(mine.key);
    if (wanted !== undefined && mine?.body !== wanted) plan.insert.push(wanted);
  }
  return plan;
}

/** Equal text is the common case; beside it only the order of an open record's keys may differ. */
function sameContent(a: string, b: string): boolean {
  return a === b || (a.length === b.length && canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b)));
}
