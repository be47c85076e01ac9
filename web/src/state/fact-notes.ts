import type { BriefFact } from '../api/brief.ts';
import type { FactLine } from '../api/fact-lines.ts';

/** What those who read a fact out of its first sources noted beside it, each once. */
export function notesOf({ provenance }: Pick<FactLine | BriefFact, 'provenance'>): readonly string[] {
  const evidence = provenance.statements.edges.flatMap(({ node }) => node.evidence);
  return [...new Set(evidence.flatMap(({ stance, note }) => (stance === 'supports' && note !== null ? [note] : [])))];
}
