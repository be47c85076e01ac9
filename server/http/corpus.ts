import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';

/** Larger files are no documents of ours. */
const LARGEST_BYTES = 64 * 1024 * 1024;

const NONE: ReadonlyMap<string, string> = new Map();

/** The reader's own documents, found by content alone: no request ever names a file. */
export type Corpus = {
  textOf(contentHash: string): Promise<string | undefined>;
  /** By content hash: the documents that were there when the folder was read. */
  hashes(): Promise<ReadonlySet<string>>;
};

/**
 * @param folder read once, with its folders, at the first question; links are not followed. One that cannot be read
 * is said in the log, and tried again at the next question.
 */
export function openCorpus(folder: string | undefined, log: Logger): Corpus {
  if (folder === undefined) return { textOf: async () => undefined, hashes: async () => new Set() };
  let files: Promise<ReadonlyMap<string, string>> | undefined;
  const known = (): Promise<ReadonlyMap<string, string>> => {
    files ??= hashesIn(folder);
    return files.catch((error: unknown) => {
      files = undefined;
      log.warn({ err: error }, 'the folder of documents cannot be read');
      return NONE;
    });
  };

  return {
    async textOf(contentHash) {
      const file = (await known()).get(contentHash);
      const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
      if (bytes === undefined) return undefined;
      // Changed since it was hashed: another text, whose paragraphs are not those of the source.
      if (createHash('sha256').update(bytes).digest('hex') !== contentHash) return undefined;
      return decoded(bytes);
    },
    hashes: async () => new Set((await known()).keys()),
  };
}

async function hashesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const digest = await digestOf(file).catch(() => undefined);
    if (digest !== undefined) files.set(digest, file);
  }
  return files;
}

/** undefined for a file larger than any document. */
async function digestOf(file: string): Promise<string | undefined> {
  if ((await stat(file)).size > LARGEST_BYTES) return undefined;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** UTF-8, else GB18030: the two that Chinese documents come in. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
