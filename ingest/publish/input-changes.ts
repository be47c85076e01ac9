import type { Passage } from '#graph-model/facts/passage.ts';
import type { Record } from '#graph-model/facts/record.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import type { PassageId, RecordId, StatementId } from '#graph-model/ids.ts';
import type { CloseReason, RowOf, Table } from '#graph-model/rows.ts';

export type Closing<T extends Table> = { readonly row: RowOf<T>; readonly reason: CloseReason };

/** Rows to open (over an older content of the same id, if any) and rows to close. */
export type RowChanges<T extends Table> = { readonly open: readonly RowOf<T>[]; readonly close: readonly Closing<T>[] };

/**
 * What people and sources changed. Everything else in the store follows from it; a rollback is one of these too.
 * `statements`, `records`, `passages` hold what the opened rows speak of, and records that are now printed otherwise.
 */
export type InputChanges = {
  readonly source: RowChanges<'source'>;
  readonly scope: RowChanges<'scope'>;
  readonly evidence: RowChanges<'evidence'>;
  readonly coverage: RowChanges<'coverage'>;
  readonly decision: RowChanges<'decision'>;
  readonly statements: ReadonlyMap<StatementId, Statement>;
  readonly records: ReadonlyMap<RecordId, Record>;
  readonly passages: ReadonlyMap<PassageId, Passage>;
  /** Entity ids that an export brings back. */
  readonly anchors?: readonly RowOf<'anchor'>[];
  /** Redirects that an export or a rollback brings back. */
  readonly redirects?: readonly RowOf<'redirect'>[];
};
