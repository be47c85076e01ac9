/** Digits a character takes: 36⁴ is beyond the last code point. */
const WIDTH = 4;

/**
 * The search document of a name: its overlapping pairs of characters, then the last character alone. Every character
 * is written as four base-36 digits of its code point, so that no tokenizer can drop, split or fold one.
 */
export function gramsOf(folded: string): string {
  const digits = digitsOf(folded);
  return digits.map((digit, i) => digit + (digits[i + 1] ?? '')).join(' ');
}

/** What exactly the documents of the names that contain a text hold: words one after the other, or the start of one. */
export type GramQuery = { readonly phrase: string } | { readonly start: string };

export function gramQuery(folded: string): GramQuery {
  const digits = digitsOf(folded);
  const [only = ''] = digits;
  if (digits.length === 1) return { start: only };
  return {
    phrase: digits
      .slice(1)
      .map((digit, i) => `${digits[i]}${digit}`)
      .join(' '),
  };
}

function digitsOf(text: string): string[] {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(36).padStart(WIDTH, '0'));
}
