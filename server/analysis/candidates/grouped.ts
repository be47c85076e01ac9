import { sortedUnique } from '#graph-model/text.ts';

/** By key, its values, each once and in order. */
export function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [value]);
    else list.push(value);
  }
  return new Map([...lists].map(([key, values]) => [key, sortedUnique(values)]));
}
