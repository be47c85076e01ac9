const SURROGATE = /\p{Surrogate}/gu;

/**
 * JSON of a value whose texts are well-formed: half a surrogate pair, which no file can hold, becomes U+FFFD.
 * JSON.stringify writes such halves as escapes, so that a clean text costs one search.
 */
export function wellFormedJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\ud')) return text;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.replace(SURROGATE, '\ufffd') : inner,
  );
}
