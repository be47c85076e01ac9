const SURROGATE = /\p{Surrogate}/gu;

/** A text without halves of surrogate pairs, which no store can hold: each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(SURROGATE, '\ufffd');
}

/**
 * JSON of a value whose texts are well-formed. JSON.stringify writes halves of surrogate pairs as escapes, so that a
 * clean text costs one search.
 */
export function wellFormedJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\ud')) return text;
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? wellFormed(inner) : inner));
}
