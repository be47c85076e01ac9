import type { SourceLite } from '../api/fragments.ts';
import { firstPassage } from './fact-groups.ts';

export type PageSource = { readonly source: SourceLite; readonly facts: number };

/** A note of the project is a source, but never counted as a document. */
export function isDocument({ class: cls }: Pick<SourceLite, 'class'>): boolean {
  return cls !== 'project_note';
}

type Page = {
  readonly [List in 'relations' | 'aliases']: { readonly edges: readonly { readonly node: Placed }[] };
} & { readonly [List in 'attributes' | 'indicators']: readonly Placed[] };
type Placed = Parameters<typeof firstPassage>[0];

/**
 * Sources behind all that a page says: relationships, attributes, figures and names. Each fact counts once, for the first
 * place that supports it, so the counts add up.
 */
export function sourcesOf({ relations, attributes, indicators, aliases }: Page): readonly PageSource[] {
  const counts = new Map<string, { source: SourceLite; facts: number }>();
  const linked = [...relations.edges, ...aliases.edges].map(({ node }) => node);
  for (const fact of [...linked, ...attributes, ...indicators]) {
    const source = firstPassage(fact)?.source;
    if (!source) continue;
    const entry = counts.get(source.id) ?? { source, facts: 0 };
    entry.facts += 1;
    counts.set(source.id, entry);
  }
  return [...counts.values()].sort(
    (one, other) => other.facts - one.facts || (one.source.id < other.source.id ? -1 : 1),
  );
}
