const SURROGATE = /\p{Surrogate}/gu;

/** A text without halves of surrogate pairs, which no store can hold: each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(SURROGATE, '\ufffd');
}

/** JSON of a value whose texts are well-formed: a clean text costs one search. */
export function wellFormedJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!hasHalves(text)) return text;
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? wellFormed(inner) : inner));
}

/** May this JSON hold half a surrogate pair? JSON.stringify writes such halves as escapes. */
export function hasHalves(json: string): boolean {
  return json.includes('\\ud');
}
