import type { Kind, Label } from '../api/fragments.ts';
import type { Model } from './elements.ts';
import { LINE_FORM_NAMES, lineFormOf, type LineForm } from './line-forms.ts';
import { KINDS } from './shapes.ts';

/** Kinds that a picture has, in the order of legends; what is in doubt is counted by itself. */
export function legendKinds({ nodes }: Model): readonly { readonly kind: Kind; readonly count: number }[] {
  const sure = nodes.filter((node) => !node.doubtful);
  return KINDS.map((kind) => ({ kind, count: sure.filter((node) => node.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

/** The forms of line that a picture has, in the order of how real they are. */
export function legendLines({ edges }: Model): readonly { readonly form: LineForm; readonly count: number }[] {
  return LINE_FORM_NAMES.map((form) => ({
    form,
    count: edges.filter((edge) => lineFormOf(edge) === form).length,
  })).filter(({ count }) => count > 0);
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
