import type { RequestHandler } from 'express';
import { passageText } from '#graph-model/facts/passage.ts';
import { PassageId } from '#graph-model/ids.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { Corpus } from './corpus.ts';

/**
 * GET /passages/:id → {"text"}: the text that the store keeps, else that of the reader's own copy, found by the hash of
 * the source. 404 when there is neither: without the document, the place and our note are all there is.
 * `?version=` reads an older data version, as everywhere.
 */
export function passages(store: GraphStore, corpus: Corpus): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const text = await textOf(store, corpus, req.params.id, req.query['version']);
    if (text !== undefined) return void res.set('cache-control', 'private, no-cache').json({ text });
    res.status(404).json({ error: { code: 'NOT_FOUND', message: '没有这段原文 / no text of this passage' } });
  };
}

/** GET /passages → {"sources"}: ids of the sources of the newest version of which the reader's own copy is here. */
export function heldSources(store: GraphStore, corpus: Corpus): RequestHandler {
  return async (_, res) => {
    const reader = await store.reader((await store.head()).version);
    const held = await corpus.hashes();
    const sources: string[] = [];
    for await (const batch of reader.scan('source')) {
      for (const { id, contentHash } of batch) {
        if (contentHash !== undefined && held.has(contentHash)) sources.push(id);
      }
    }
    res.set('cache-control', 'private, no-cache').json({ sources: sources.sort() });
  };
}

async function textOf(store: GraphStore, corpus: Corpus, asked: string, at: unknown): Promise<string | undefined> {
  const { success, data: id } = PassageId.safeParse(asked);
  if (!success) return undefined;
  const { version: newest } = await store.head();
  const version = at === undefined ? newest : Number(at);
  if (!Number.isInteger(version) || version < 0 || version > newest) return undefined;
  const reader = await store.reader(version);
  const passage = (await reader.get('passage', [id])).get(id);
  if (passage === undefined) return undefined;
  if (passage.text !== undefined) return passage.text;
  const source = (await reader.get('source', [passage.source])).get(passage.source);
  if (source?.contentHash === undefined) return undefined;
  const document = await corpus.textOf(source.contentHash);
  return document === undefined ? undefined : passageText(document, passage.locator);
}
