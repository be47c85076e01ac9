import * as z from 'zod';
import { PassageId, SourceId, passageId } from '../ids.ts';
import { compareText } from '../text.ts';

/** ¶36: the 36th non-blank line. 120-164: a range of UTF-16 units. 表1!7: sheet (or file) and row. */
export const Locator = z
  .string()
  .regex(/^(¶[1-9]\d*|\d+-\d+|[^!]+![1-9]\d*)$/, '位置应写成 ¶36、120-164 或 表1!7 / not a locator')
  .brand<'Locator'>();
export type Locator = z.infer<typeof Locator>;

/** A place in a source; its text only where the project may keep it. */
export const Passage = z.strictObject({
  id: PassageId,
  source: SourceId,
  locator: Locator,
  text: z.string().optional(),
});
export type Passage = z.infer<typeof Passage>;

export function identifyPassage(source: SourceId, locator: Locator, text?: string): Passage {
  return { id: passageId(source, locator), source, locator, ...(text === undefined ? {} : { text }) };
}

/**
 * The text of a passage in a document, or undefined when the document has no such place.
 * @param document decoded text
 */
export function passageText(document: string, locator: Locator): string | undefined {
  const paragraph = /^¶(\d+)$/.exec(locator);
  if (paragraph) return nonBlankLines(document)[Number(paragraph[1]) - 1];
  const range = /^(\d+)-(\d+)$/.exec(locator);
  if (!range) return undefined;
  const [start, end] = [Number(range[1]), Number(range[2])];
  return start < end && end <= document.length ? document.slice(start, end) : undefined;
}

/** In the order of reading: paragraphs by number, ranges by where they begin and end, rows by sheet and number. */
export function compareLocators(a: Locator, b: Locator): number {
  const [one, other] = [placeIn(a), placeIn(b)];
  return compareText(one.sheet, other.sheet) || one.start - other.start || one.end - other.end || compareText(a, b);
}

function placeIn(locator: Locator): { readonly sheet: string; readonly start: number; readonly end: number } {
  const [, sheet = '', start = '0', end = start] = /^(?:¶|(.+)!|)(\d+)(?:-(\d+))?$/.exec(locator) ?? [];
  return { sheet, start: Number(start), end: Number(end) };
}

/** Raw lines that hold something beside blanks, in order: ¶n is the n-th of them. */
export function nonBlankLines(document: string): readonly string[] {
  return document.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
}
