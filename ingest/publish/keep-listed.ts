import type { SourceId } from '#graph-model/ids.ts';
import { type RowOf, batchOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { canonicalJson, sortedUnique } from '#graph-model/text.ts';
import type { Closing, RowChanges } from './input-changes.ts';

/**
 * Source changes under which every source of evidence or coverage still stands and is listed by their owners: a
 * rollback takes back what one version opened, and later ones may have read more out of the same source.
 */
export async function keepListed(
  reader: GraphReader,
  source: RowChanges<'source'>,
  evidence: RowChanges<'evidence'>,
  coverage: RowChanges<'coverage'>,
): Promise<RowChanges<'source'>> {
  const opened = [...evidence.open, ...coverage.open];
  const ids = new Set<SourceId>([
    ...source.open.map(({ id }) => id),
    ...source.close.map(({ row }) => row.id),
    ...opened.map((row) => row.source),
  ]);
  const now = await reader.get('source', ids);
  const wanted = new Map(source.open.map((row) => [row.id, row]));
  const closing = new Set(source.close.map(({ row }) => row.id));
  const open: RowOf<'source'>[] = [];
  const close: Closing<'source'>[] = [];
  for (const id of ids) {
    const stands = now.get(id);
    const row = wanted.get(id) ?? (closing.has(id) ? undefined : stands);
    const described = row ?? stands ?? (await reader.history('source', id)).at(-1)?.row;
    if (described === undefined) continue;
    const owners = [...described.listedBy, ...(stands?.listedBy ?? []), ...opened.map(({ owner }) => owner)];
    const reading = await ownersReading(sortedUnique(owners), id);
    const listedBy = sortedUnique([...(row?.listedBy ?? []), ...reading]);
    const then = { ...described, listedBy };
    if (listedBy.length > 0 && canonicalJson(then) !== canonicalJson(stands)) open.push(then);
    if (listedBy.length === 0 && stands !== undefined) close.push({ row: stands, reason: 'rolled_back' });
  }
  return { open, close };

  /** Those of the owners that have evidence or coverage in the source after the changes. */
  async function ownersReading(owners: readonly string[], id: SourceId): Promise<readonly string[]> {
    const gone = new Set<string>([...evidence.close, ...coverage.close].map(({ row }) => row.id));
    const batches = owners.map((owner) => batchOf(owner, id));
    const standing = [
      ...(await reader.find('evidence', 'batch', batches)),
      ...(await reader.find('coverage', 'batch', batches)),
    ].filter((row) => !gone.has(row.id));
    return [...standing, ...opened.filter((row) => row.source === id)].map(({ owner }) => owner);
  }
}
