/** What something is part of, and that again, to the last: nothing where it is part of nothing. Stops at a ring. */
export function topOf(partOf: ReadonlyMap<string, string>, name: string): string | undefined {
  const met = new Set([name]);
  let top = partOf.get(name);
  for (let next = top; next !== undefined && !met.has(next); next = partOf.get(next)) {
    met.add(next);
    top = next;
  }
  return top;
}
