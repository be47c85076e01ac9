import * as z from 'zod';
import { PartialDate } from '../dates.ts';
import { SourceId, sourceId } from '../ids.ts';
import { SOURCE_CLASSES, VISIBILITIES, wordsOf } from '../ontology/vocabulary.ts';

/** A document, a version of a table, or a note of the project. */
export const Source = z.strictObject({
  id: SourceId,
  /** The word a data set uses for it. */
  key: z.string().min(1),
  title: z.string().min(1),
  titleEn: z.string().optional(),
  class: z.enum(wordsOf(SOURCE_CLASSES)),
  publisher: z.string().optional(),
  date: PartialDate,
  licence: z.string().optional(),
  visibility: z.enum(wordsOf(VISIBILITIES)),
  url: z.string().optional(),
  /** SHA-256 of the file's bytes, hex. */
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type Source = z.infer<typeof Source>;

/** Content where its hash is known, else the citation: publisher, title and date. */
export function identifySource(described: Omit<Source, 'id'>): Source {
  const { contentHash, publisher, title, date } = described;
  const id = sourceId(
    contentHash === undefined ? { citation: [publisher ?? '', title, date].join('|') } : { contentHash },
  );
  return { id, ...described };
}
