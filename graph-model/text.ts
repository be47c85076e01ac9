/**
 * Text order by code point: the one order of the project, equal to SQLite's BINARY order of UTF-8.
 * JavaScript's own order compares UTF-16 units and puts 𠮷 (U+20BB7) before 豈 (U+F900).
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above U+FFFF, so they sort after every other unit. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Sorted copy without repeats. */
export function sortedUnique<T extends string>(values: Iterable<T>): T[] {
  return [...new Set(values)].sort(compareText);
}

/** Characters that JSON escapes inside a text, and whole pairs of surrogates: looked for by unit, in half the time. */
// oxlint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text in JSON: as JSON.stringify, which costs several times as much for a short one. */
export function quotedText(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** JSON with object keys in code point order and `undefined` left out: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quotedText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort(compareText)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (inner !== undefined) parts.push(`${quotedText(key)}:${canonicalJson(inner)}`);
  }
  return `{${parts.join(',')}}`;
}
