import { batchOf, type RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';

type SourceRow = RowOf<'source'>;

/** The data sets that list a public source, and those that list an internal one; some are both. */
export function ownersOf(sources: readonly SourceRow[]) {
  const owners = { public: new Set<string>(), internal: new Set<string>() };
  for (const { visibility, listedBy } of sources) for (const owner of listedBy) owners[visibility].add(owner);
  return owners;
}

/**
 * The public sources as a public part shows them: without the data sets that hold something internal, unless they read
 * something in the source that is part of it. A source that nobody lists then is left out.
 * @param read what is part of it: evidence and coverage
 */
export async function publicSources(
  reader: GraphReader,
  sources: readonly SourceRow[],
  read: readonly { readonly batch: string }[],
): Promise<readonly SourceRow[]> {
  const { internal } = ownersOf(sources);
  const batches = new Set(read.map(({ batch }) => batch));
  const kept: SourceRow[] = [];
  for (const row of sources) {
    if (row.visibility !== 'public') continue;
    const listedBy = row.listedBy.filter((owner) => !internal.has(owner) || batches.has(batchOf(owner, row.id)));
    if (listedBy.length === 0) continue;
    if (listedBy.length === row.listedBy.length) kept.push(row);
    else kept.push({ ...row, listedBy, key: await wordOf(reader, row, listedBy) });
  }
  return kept;
}

/** The word is that of the data set that listed the source first; where that one is left out, the title stands for it. */
async function wordOf(
  reader: GraphReader,
  { id, key, title }: SourceRow,
  listedBy: readonly string[],
): Promise<string> {
  const [first] = (await reader.history('source', id))[0]?.row.listedBy ?? [];
  return first !== undefined && listedBy.includes(first) ? key : title;
}
