import type { EntityFull } from '../api/entity.ts';
import type { SourceLite } from '../api/fragments.ts';
import { firstPassage } from './fact-groups.ts';

export type PageSource = { readonly source: SourceLite; readonly facts: number };

/** A note of the project is a source, but never counted as a document. */
export function isDocument({ class: cls }: Pick<SourceLite, 'class'>): boolean {
  return cls !== 'project_note';
}

/** Sources behind the relationships of a page. Each fact counts once, for the first place that supports it, so the counts add up. */
export function sourcesOf(entity: Pick<EntityFull, 'relations'>): readonly PageSource[] {
  const counts = new Map<string, { source: SourceLite; facts: number }>();
  for (const { node } of entity.relations.edges) {
    const source = firstPassage(node)?.source;
    if (!source) continue;
    const entry = counts.get(source.id) ?? { source, facts: 0 };
    entry.facts += 1;
    counts.set(source.id, entry);
  }
  return [...counts.values()].sort(
    (one, other) => other.facts - one.facts || (one.source.id < other.source.id ? -1 : 1),
  );
}
