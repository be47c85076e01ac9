/** Ids of the sources of which the reader's own documents are here, as learnt on this visit. */
let held: Promise<ReadonlySet<string>> | null = null;

/** The sentence itself, from the reader's own copy of the document; null when the service has no copy. */
export async function readPassage(id: string, source: string, signal: AbortSignal): Promise<string | null> {
  held ??= readHeld();
  if (!(await held).has(source)) return null;
  const body = await readJson(`/passages/${encodeURIComponent(id)}`, signal);
  return typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string'
    ? body.text
    : null;
}

/** A question for each passage of a document that is not here would be refused each time. */
async function readHeld(): Promise<ReadonlySet<string>> {
  try {
    const body = await readJson('/passages');
    const isList = typeof body === 'object' && body !== null && 'sources' in body && Array.isArray(body.sources);
    return new Set(isList ? (body.sources as unknown[]).filter((id) => typeof id === 'string') : []);
  } catch (error) {
    held = null;
    throw error;
  }
}

async function readJson(address: string, signal: AbortSignal | null = null): Promise<unknown> {
  const response = await fetch(address, { signal });
  return response.ok ? response.json() : null;
}
