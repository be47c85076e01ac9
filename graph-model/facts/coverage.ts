import * as z from 'zod';
import { PartialDate } from '../dates.ts';
import { CoverageId, RecordId, SourceId, coverageId } from '../ids.ts';
import { EXTENTS, wordsOf } from '../ontology/vocabulary.ts';

/** What a source claims to cover. Stated by a curator or a mapping, never inferred. */
export const Coverage = z.strictObject({
  id: CoverageId,
  source: SourceId,
  /** A chain or a segment. */
  subject: RecordId,
  place: RecordId,
  date: PartialDate,
  extent: z.enum(wordsOf(EXTENTS)),
  owner: z.string().min(1),
});
export type Coverage = z.infer<typeof Coverage>;

export function identifyCoverage(of: Omit<Coverage, 'id'>): Coverage {
  return { id: coverageId(of), ...of };
}
