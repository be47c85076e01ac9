import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Documents that may be read but not copied; they lie beside the checkout, where there are any. */
export const CORPUS = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

export const HAS_CORPUS = existsSync(CORPUS);

export type CorpusDocument = {
  readonly file: string;
  /** sha256 of the bytes, hex: the `contentHash` of a source. */
  readonly hash: string;
  readonly text: string;
  /** ¶ n is `paragraphs[n - 1]`: the n-th raw line that is not blank. */
  readonly paragraphs: readonly string[];
};

export function corpusDocuments(): CorpusDocument[] {
  const files = readdirSync(CORPUS).filter((file) => file.endsWith('.txt'));
  return files.sort().map((file) => {
    const bytes = readFileSync(join(CORPUS, file));
    const text = new TextDecoder('utf-8').decode(bytes);
    return {
      file,
      hash: createHash('sha256').update(bytes).digest('hex'),
      text,
      paragraphs: text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== ''),
    };
  });
}
