import type { ChangeOptionsAnswer } from '../api/changes.ts';
import type { Kind, Label, RelationType } from '../api/fragments.ts';
import { KINDS } from '../canvas/shapes.ts';
import type { View } from './url.ts';

/** What changes can be narrowed to. */
export type ChangeOptions = {
  readonly kinds: readonly Kind[];
  readonly types: readonly { readonly type: RelationType; readonly label: Label }[];
};

/** Kinds and types of both versions, each once: what is gone has changed too. */
export function changeOptions({ now, before }: ChangeOptionsAnswer): ChangeOptions {
  const kinds = new Set([...now.kinds, ...before.kinds].map(({ kind }) => kind));
  const types = new Map([...now.relationTypes, ...before.relationTypes].map((one) => [one.type, one]));
  return { kinds: KINDS.filter((kind) => kinds.has(kind)), types: [...types.values()] };
}

/** The types of a link that can be asked for, in the order of the options, and those that neither version has. */
export function chosenTypes(
  { shownTypes }: Pick<View, 'shownTypes'>,
  { types }: Pick<ChangeOptions, 'types'>,
): { readonly asked: RelationType[]; readonly unknown: readonly string[] } {
  const asked = types.flatMap(({ type }) => (shownTypes.includes(type) ? [type] : []));
  return { asked, unknown: shownTypes.filter((type) => asked.every((one) => one !== type)) };
}
