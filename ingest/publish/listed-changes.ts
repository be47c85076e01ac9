import { GraphError } from '#graph-model/errors.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { canonicalJson, sortedUnique } from '#graph-model/text.ts';
import type { ItemTypes } from '../item.ts';
import type { StagedRun } from '../staged-run.ts';
import type { Closing, RowChanges } from './input-changes.ts';

type Listed = 'source' | 'scope';

const DIFFERS = { source: 'SOURCE_DIFFERS', scope: 'SCOPE_DIFFERS' } as const;

/**
 * What a run changes of the things that data sets list by name: each row says whose data sets list it, and goes when
 * none does. `gone`: what this owner listed before and no longer does.
 * @throws GraphError SOURCE_DIFFERS, SCOPE_DIFFERS when another data set describes the same thing otherwise
 */
export async function listedChanges<T extends Listed>(
  reader: GraphReader,
  table: T,
  { owner, reread }: StagedRun,
  staged: readonly ItemTypes[T][],
): Promise<{ changes: RowChanges<T>; gone: ReadonlySet<RowOf<T>['id']> }> {
  const before = new Map<string, RowOf<T>>();
  for await (const batch of reader.scan(table)) for (const row of batch) before.set(row.id, row);
  const open: RowOf<T>[] = [];
  const close: Closing<T>[] = [];
  const gone = new Set<RowOf<T>['id']>();
  for (const item of staged) {
    const known = before.get(item.id);
    const others = known?.listedBy.filter((each) => each !== owner) ?? [];
    // The word that a data set uses for a source is its own affair: the first one stays.
    const word =
      'key' in item && known !== undefined && others.length > 0 ? { key: (known as { key?: string }).key } : {};
    const row = { ...item, ...word, listedBy: sortedUnique([...others, owner]) } as unknown as RowOf<T>;
    if (known !== undefined && others.length > 0 && described(known) !== described(row)) {
      const name = 'key' in item ? { source: item.key, title: item.title } : { scope: item.id };
      throw new GraphError(DIFFERS[table], { ...name, listedBy: others });
    }
    if (known === undefined || canonicalJson(known) !== canonicalJson(row)) open.push(row);
  }
  const listed = new Set<string>(staged.map(({ id }) => id));
  for (const row of before.values()) {
    if (reread !== 'all' || !row.listedBy.includes(owner) || listed.has(row.id)) continue;
    gone.add(row.id);
    const listedBy = row.listedBy.filter((each) => each !== owner);
    if (listedBy.length === 0) close.push({ row, reason: 'source_removed' });
    else open.push({ ...row, listedBy });
  }
  return { changes: { open, close }, gone };
}

function described({ listedBy: _listedBy, ...rest }: RowOf<Listed>): string {
  return canonicalJson(rest);
}
