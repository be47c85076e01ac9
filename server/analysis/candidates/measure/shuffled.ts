export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const list = [...values];
  for (let n = list.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [list[n], list[other]] = [list[other] as T, list[n] as T];
  }
  return list;
}
