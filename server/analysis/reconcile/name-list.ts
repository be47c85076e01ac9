import { foldName } from '#graph-model/names.ts';

/** One entry of a list, in the order given. */
export type Listed = {
  /** From 1. */
  readonly position: number;
  readonly given: string;
  /** Without the blanks around it. */
  readonly read: string;
  /** As names are compared; empty for an empty entry. */
  readonly folded: string;
  /** Of the first entry that reads alike. */
  readonly sameAs: number | undefined;
};

/** Blanks, and marks that a table leaves at the start of a text. */
const AROUND = /^[\s\uFEFF\u200B]+|[\s\uFEFF\u200B]+$/g;

/** Every entry, none lost: what it reads, and whether an earlier one reads the same. */
export function readNames(names: readonly string[]): readonly Listed[] {
  const first = new Map<string, number>();
  return names.map((given, i) => {
    const position = i + 1;
    const read = given.replace(AROUND, '');
    const folded = read === '' ? '' : foldName(read);
    const sameAs = folded === '' ? undefined : first.get(folded);
    if (folded !== '' && sameAs === undefined) first.set(folded, position);
    return { position, given, read, folded, sameAs };
  });
}
