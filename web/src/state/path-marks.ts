import type { Path } from '../api/paths.ts';

/** A step of a path, both counted from 1 as on the screen. */
export type PathMark = { readonly path: number; readonly step: number };

export type PathMarks = {
  /** By the id of an entity: the paths that it is on. */
  readonly nodes: ReadonlyMap<string, readonly number[]>;
  /** By the id of a relationship, or of a may-be reading: the steps that it makes. */
  readonly edges: ReadonlyMap<string, readonly PathMark[]>;
};

type Walked = {
  readonly entities: readonly { readonly id: string }[];
  readonly steps: readonly {
    readonly relations: readonly { readonly id: string }[];
    readonly reading: { readonly id: string } | null;
  }[];
};

/** Which of the listed paths what is drawn belongs to. */
export function pathMarks(paths: readonly (Path | Walked)[]): PathMarks {
  const nodes = new Map<string, number[]>();
  const edges = new Map<string, PathMark[]>();
  paths.forEach(({ entities, steps }, rank) => {
    const path = rank + 1;
    for (const { id } of entities) nodes.set(id, [...(nodes.get(id) ?? []), path]);
    steps.forEach(({ relations, reading }, at) => {
      const ids = [...relations.map(({ id }) => id), ...(reading ? [reading.id] : [])];
      for (const id of ids) edges.set(id, [...(edges.get(id) ?? []), { path, step: at + 1 }]);
    });
  });
  return { nodes, edges };
}
