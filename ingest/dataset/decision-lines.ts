import * as z from 'zod';
import { EntityId, StatementId } from '#graph-model/ids.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';

const Text = z.string().min(1);

/** A record as a person names it: the source's word in dataset.yml, the kind, and its name or key. */
const RecordRef = z.strictObject({ source: Text, kind: z.enum(KIND_NAMES), name: Text });
export type RecordRef = z.infer<typeof RecordRef>;

/** A thing of the store, of the kind of the record on the left: by one of its names, or by its id. */
const StoreRef = z.union([z.strictObject({ name: Text }), z.strictObject({ entity: EntityId })]);

const shared = {
  reason: Text,
  who: Text,
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/, 'at: 2026-11-22 或 2026-11-22T09:30Z'),
};
const pair = {
  left: RecordRef,
  right: z.union([RecordRef, StoreRef], 'right: {source, kind, name}、{name} 或 or {entity}'),
  ...shared,
};

export const DecisionLine = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('same'), ...pair }),
  z.strictObject({ verdict: z.literal('different'), ...pair }),
  z.strictObject({ verdict: z.literal('unsure'), rank: z.int().min(1), ...pair }),
  z.strictObject({ verdict: z.literal('undecided'), ...pair }),
  z.strictObject({ verdict: z.literal('accept'), statement: StatementId, ...shared }),
  z.strictObject({ verdict: z.literal('reject'), statement: StatementId, ...shared }),
]);
export type DecisionLine = z.infer<typeof DecisionLine>;

/** The lines of a decisions file that are decisions, with their line numbers; the others are issues. */
export function readDecisionLines(
  text: string,
  file: string,
  log: IssueLog,
): readonly { readonly line: number; readonly says: DecisionLine }[] {
  const lines: { line: number; says: DecisionLine }[] = [];
  const first = new Map<string, number>();
  text.split(/\r\n|\n|\r/).forEach((raw, i) => {
    const line = i + 1;
    if (raw.trim() === '') return;
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const position = /position (\d+)/.exec(detail)?.[1];
      const column = position === undefined ? {} : { column: Number(position) + 1 };
      log.add('DECISION_INVALID', { file, line, ...column }, { detail });
      return;
    }
    const parsed = DecisionLine.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const detail = `${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? ''}`.trim();
      log.add('DECISION_INVALID', { file, line }, { detail });
      return;
    }
    const before = first.get(raw.trim());
    if (before !== undefined) log.add('ROW_TWICE', { file, line }, { first: before });
    else first.set(raw.trim(), line);
    lines.push({ line, says: parsed.data });
  });
  return lines;
}
