import type { CloseReason, RowOf, Table, Versioned } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';

/** What became of one row between two versions. `version` is the step that did it; absent where it was not looked for. */
export type Net<T extends Table> =
  | { readonly before: RowOf<T>; readonly after?: never; readonly version?: number; readonly reason?: CloseReason }
  | { readonly before?: never; readonly after: RowOf<T>; readonly version?: number; readonly reason?: never }
  | { readonly before: RowOf<T>; readonly after: RowOf<T>; readonly version?: number; readonly reason?: never };

type Contents<T extends Table> = readonly Versioned<T>[];

/**
 * What opened and closed after version `since`, taken together by id: what came and went again is nothing, and so is
 * what is alike before and after.
 * @returns in order of id
 */
export function netOf<T extends Table>(
  { opened, closed }: { readonly opened: Contents<T>; readonly closed: Contents<T> },
  since: number,
  alike: (a: RowOf<T>, b: RowOf<T>) => boolean,
): readonly Net<T>[] {
  const byId = new Map<string, Map<number, Versioned<T>>>();
  for (const content of [...opened, ...closed]) {
    const contents = byId.get(content.row.id);
    if (contents === undefined) byId.set(content.row.id, new Map([[content.since, content]]));
    else contents.set(content.since, content);
  }
  const ids = [...byId.keys()].sort(compareText);
  return ids.flatMap((id) => {
    const contents = [...(byId.get(id)?.values() ?? [])].sort((a, b) => a.since - b.since);
    return netOfOne(contents, since, alike) ?? [];
  });
}

/** @param contents of one id, oldest first */
function netOfOne<T extends Table>(
  contents: Contents<T>,
  since: number,
  alike: (a: RowOf<T>, b: RowOf<T>) => boolean,
): Net<T> | undefined {
  const [first, last] = [contents[0], contents.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const before = first.since <= since ? first.row : undefined;
  if (last.until !== null) {
    if (before === undefined) return undefined;
    return { before, version: last.until, ...(last.reason === null ? {} : { reason: last.reason }) };
  }
  if (before === undefined) {
    let at = contents.length - 1;
    while (at > 0 && contents[at - 1]?.until === contents[at]?.since) at--;
    return { after: last.row, version: contents[at]?.since ?? last.since };
  }
  if (alike(before, last.row)) return undefined;
  const steps = contents.flatMap(({ row, since: step }, at) => {
    const earlier = contents[at - 1];
    return earlier === undefined || alike(earlier.row, row) ? [] : [step];
  });
  return { before, after: last.row, version: steps.at(-1) ?? last.since };
}
