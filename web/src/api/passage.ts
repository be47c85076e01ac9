/** The sentence itself, from the reader's own copy of the document; null when the service has no copy. */
export async function readPassage(id: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(`/passages/${encodeURIComponent(id)}`, { signal });
  if (!response.ok) return null;
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null || !('text' in body)) return null;
  return typeof body.text === 'string' ? body.text : null;
}
