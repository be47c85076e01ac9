const SURROGATE = /\p{Surrogate}/gu;

/**
 * JSON of a value whose texts are well-formed: half a surrogate pair, which no file can hold, becomes U+FFFD:
 * a clean text costs one search.
 */
export function wellFormedJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!hasHalves(text)) return text;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replace(SURROGATE, '\ufffd') : inner,
  );
}

/** May this JSON hold half a surrogate pair? JSON.stringify writes such halves as escapes. */
export function hasHalves(json: string): boolean {
  return json.includes('\\ud');
}
