import type { Kind, Label } from '../api/fragments.ts';
import type { Model } from './elements.ts';
import { KINDS } from './shapes.ts';
import { dashOf, DASHES, type Dashed } from './styles.ts';

/** Kinds that a picture has, in the order of legends; what is in doubt is counted by itself. */
export function legendKinds({ nodes }: Model): readonly { readonly kind: Kind; readonly count: number }[] {
  const sure = nodes.filter((node) => !node.doubtful);
  return KINDS.map((kind) => ({ kind, count: sure.filter((node) => node.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

/** The dashed lines that a picture has, in the order of how real they are. */
export function legendLines({ edges }: Model): readonly { readonly dashed: Dashed; readonly count: number }[] {
  return (Object.keys(DASHES) as Dashed[])
    .map((dashed) => ({ dashed, count: edges.filter((edge) => dashOf(edge) === dashed).length }))
    .filter(({ count }) => count > 0);
}

export type LegendType = { readonly type: string; readonly label: Label; readonly count: number };

/** Types of relationship that a picture has, the most frequent first, then by name. */
export function legendTypes({ edges }: Model): readonly LegendType[] {
  const types = new Map<string, LegendType>();
  for (const { type, label } of edges) {
    if (type !== null && label) types.set(type, { type, label, count: (types.get(type)?.count ?? 0) + 1 });
  }
  return [...types.values()].sort((one, other) => other.count - one.count || (one.type < other.type ? -1 : 1));
}
