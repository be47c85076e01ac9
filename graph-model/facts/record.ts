import * as z from 'zod';
import { RecordId, SourceId, recordId } from '../ids.ts';
import { KIND_NAMES } from '../ontology/kinds.ts';

/** A thing as one source names it. Identity: source, kind and raw key. */
export const Record = z.strictObject({
  id: RecordId,
  source: SourceId,
  kind: z.enum(KIND_NAMES),
  key: z.string().min(1),
  /** As printed, or as a lookup corrects it. */
  name: z.string().min(1),
});
export type Record = z.infer<typeof Record>;

export function identifyRecord(of: Omit<Record, 'id'>): Record {
  return { id: recordId(of.source, of.kind, of.key), ...of };
}
