/** Sources of which the service has no copy, as learnt on this visit: one question for each is enough. */
const absent = new Set<string>();

/** The sentence itself, from the reader's own copy of the document; null when the service has no copy. */
export async function readPassage(id: string, source: string, signal: AbortSignal): Promise<string | null> {
  if (absent.has(source)) return null;
  const response = await fetch(`/passages/${encodeURIComponent(id)}`, { signal });
  if (response.status === 404) absent.add(source);
  if (!response.ok) return null;
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('text' in body)) return null;
  return typeof body.text === 'string' ? body.text : null;
}
