import * as z from 'zod';
import { EvidenceId, PassageId, SourceId, StatementId, evidenceId } from '../ids.ts';
import { STANCES, wordsOf } from '../ontology/vocabulary.ts';

/** Whole thousandths, 0 to 1000: sums and comparisons are the same on every machine. */
export const Confidence = z.int().min(0).max(1000);

/** A passage behind a statement (or against it), as one owner read it. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  statement: StatementId,
  passage: PassageId,
  source: SourceId,
  /** `data/<data set>` or extractor and version. A run closes only evidence of its own owner. */
  owner: z.string().min(1),
  confidence: Confidence,
  stance: z.enum(wordsOf(STANCES)),
  /** Our own words on what the passage says. */
  note: z.string().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

export function identifyEvidence(of: Omit<Evidence, 'id'>): Evidence {
  return { id: evidenceId(of.statement, of.passage, of.owner), ...of };
}
