type Hop = { readonly id: number; readonly cost: number };

/** The best path between two, or none, without some entities and without some hops (`FROM TO`). */
type Find = (
  from: number,
  to: number,
  without: { readonly entities: ReadonlySet<number>; readonly hops: ReadonlySet<string> },
) => readonly Hop[];

/** The k best simple paths around a search for the best one (Yen, Management Science 17, 1971). */
export function kBest(find: Find, from: number, to: number, k: number): (readonly Hop[])[] {
  const first = find(from, to, { entities: new Set(), hops: new Set() });
  if (first.length === 0) return [];
  const found = [first];
  const open = new Map<string, readonly Hop[]>();
  const keyOf = (path: readonly Hop[]) => path.map(({ id }) => id).join();
  const weightOf = (path: readonly Hop[]) => path.reduce((sum, { cost }) => sum + cost, 0);
  while (found.length < k) {
    const last = found.at(-1) ?? [];
    for (let spur = 0; spur < last.length - 1; spur++) {
      const root = last.slice(0, spur + 1);
      const rootKey = keyOf(root);
      const alike = found.filter((path) => keyOf(path.slice(0, spur + 1)) === rootKey);
      const rest = find(last[spur]?.id ?? from, to, {
        entities: new Set(root.slice(0, -1).map(({ id }) => id)),
        hops: new Set(alike.map((path) => `${path[spur]?.id} ${path[spur + 1]?.id}`)),
      });
      if (rest.length === 0) continue;
      const whole = [...root, ...rest.slice(1)];
      open.set(keyOf(whole), whole);
    }
    for (const path of found) open.delete(keyOf(path));
    const best = [...open.values()].sort((a, b) => weightOf(a) - weightOf(b))[0];
    if (best === undefined) break;
    found.push(best);
  }
  return found;
}
