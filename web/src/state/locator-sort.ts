/** How a place in a source is counted: by lines, by characters, or by rows of a sheet or table. */
export const LOCATOR_SORTS = ['line', 'range', 'row'] as const;

export function locatorSort(locator: string): (typeof LOCATOR_SORTS)[number] {
  if (locator.startsWith('¶')) return 'line';
  return locator.includes('!') ? 'row' : 'range';
}
