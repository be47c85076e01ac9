import type { Kind } from '../api/fragments.ts';
import type { Model } from './elements.ts';

export type Choice = { readonly shownKinds: readonly Kind[]; readonly shownTypes: readonly string[] };

/** What a choice of kinds and types leaves out of a picture. */
export type LeftOut = { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> };

/**
 * What a choice leaves out: nodes of other kinds, edges of other types, and nodes that these edges alone held.
 * Paths, their ends and what was put on the canvas by hand stay.
 */
export function leftOutOf(model: Model, { shownKinds, shownTypes }: Choice, pathEdges: ReadonlySet<string>): LeftOut {
  const kept = new Set(
    model.nodes.filter(({ path, end, seed }) => path !== null || end !== null || seed).map(({ id }) => id),
  );
  const nodes = new Set(
    model.nodes
      .filter(({ id, kind }) => shownKinds.length > 0 && !shownKinds.includes(kind) && !kept.has(id))
      .map(({ id }) => id),
  );
  const others = model.edges.filter(
    ({ id, type }) => shownTypes.length > 0 && type !== null && !shownTypes.includes(type) && !pathEdges.has(id),
  );
  const edges = new Set(others.map(({ id }) => id));
  const held = new Set(model.edges.filter(({ id }) => !edges.has(id)).flatMap((edge) => [edge.source, edge.target]));
  for (const { source, target } of others) {
    for (const id of [source, target]) if (!held.has(id) && !kept.has(id)) nodes.add(id);
  }
  for (const { id, source, target } of model.edges) if (nodes.has(source) || nodes.has(target)) edges.add(id);
  return { nodes, edges };
}

/** A value put into a choice, or taken out of it. */
export function toggled<Value>(values: readonly Value[], value: Value): readonly Value[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
