import { entityNotFound, invalidConstraint } from './expected-outcomes.ts';
import { entityAt } from './nodes.ts';
import type { EntityShape } from './refs.ts';
import type { View } from './view.ts';

/** How many ids may be asked for, or what to answer instead. */
export function outsideCount(field: string, ids: readonly string[], least: number, most: number) {
  if (ids.length >= least && ids.length <= most) return undefined;
  return invalidConstraint(field, `${field} 应有 ${least} 到 ${most} 个编号`, `${field}: ${least} to ${most} ids.`);
}

type Asked =
  | { readonly entities: readonly EntityShape[]; readonly missing: undefined }
  | { readonly entities: undefined; readonly missing: ReturnType<typeof entityNotFound> };

/** The asked entities in the order asked, each once, whatever id it was asked by; or the first that is not there. */
export async function askedAt(at: View, ids: readonly string[]): Promise<Asked> {
  const looked = await Promise.all(ids.map((id) => entityAt(at, id)));
  const entities = new Map<string, EntityShape>();
  for (const [i, entity] of looked.entries()) {
    if (entity === undefined) return { entities: undefined, missing: entityNotFound(ids[i] ?? '') };
    if (!entities.has(entity.row.id)) entities.set(entity.row.id, entity);
  }
  return { entities: [...entities.values()], missing: undefined };
}

export function idsOf(entities: readonly EntityShape[]): string[] {
  return entities.map(({ row }) => row.id);
}
