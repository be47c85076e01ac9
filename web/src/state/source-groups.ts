type Grouped = {
  readonly id: string;
  readonly class: string;
  readonly publisher: string | null;
  readonly date: string | null;
};

/**
 * By class in the order given, inside a class by publisher: the publisher of the newest source first, its sources from
 * the newest on. Dates compare as text.
 */
export function sourceGroups<Source extends Grouped>(
  sources: readonly Source[],
  classes: readonly Source['class'][],
): readonly (readonly [Source, ...Source[]])[] {
  const sorted = [...sources].sort(
    (one, other) =>
      classes.indexOf(one.class) - classes.indexOf(other.class) ||
      compare(other.date ?? '', one.date ?? '') ||
      compare(one.id, other.id),
  );
  const groups = new Map<string, [Source, ...Source[]]>();
  for (const source of sorted) {
    const key = `${source.class}\n${source.publisher ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups.values()];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
