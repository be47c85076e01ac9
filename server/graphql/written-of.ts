import type { RowOf } from '#graph-model/rows.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { lookedUp, standings, writings, type WrittenEnd, type Writing } from '#server/analysis/written-of.ts';
import { writingWords, writtenWords } from '#server/analysis/written-words.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { builder } from './builder.ts';
import { found } from './found.ts';
import { LabelRef } from './label.ts';
import { nameLabel } from './name.ts';
import { AttributeRef, EntityRef, NameRef } from './refs.ts';
import type { View } from './view.ts';

type WritingShape = { readonly at: View; readonly writing: Writing };
export type WrittenOfShape = {
  readonly at: View;
  readonly writings: readonly Writing[];
  readonly message: Label;
  readonly truncated: boolean;
};

/** Writings of one answer that are given. */
const MOST_WRITINGS = 10;

/** Names that are looked through for longer ones: the most that a search gives. */
const MOST_NAMES = 2000;

const WritingRef = builder.objectRef<WritingShape>('Writing').implement({
  description: 'An attribute of one end of a question that writes of the other end: no relationship, and no path.',
  fields: (t) => ({
    of: t.field({
      type: EntityRef,
      description: 'Whose attribute it is.',
      resolve: ({ at, writing }) => found(at, 'entity', writing.attribute.entity),
    }),
    other: t.field({
      type: EntityRef,
      description: 'The end that is written of.',
      resolve: ({ at, writing }) => found(at, 'entity', writing.name.entity),
    }),
    name: t.field({
      type: NameRef,
      description: 'The name of the other end that stands in its value or details.',
      resolve: ({ at, writing }) => ({ at, row: writing.name }),
    }),
    mayBe: t.boolean({
      description: 'The name is a weak one, is borne by others too, or too many names hold it: another may be meant.',
      resolve: ({ writing }) => writing.mayBe,
    }),
    attribute: t.field({
      type: AttributeRef,
      resolve: ({ at, writing }) => ({ at, row: writing.attribute }),
    }),
    sentence: t.field({ type: LabelRef, resolve: writingSentence }),
  }),
});

export const WrittenOfRef = builder.objectRef<WrittenOfShape>('WrittenOf').implement({
  description:
    'Attributes of the ends (recognitions, events, descriptions, …) in whose value or details a name of an end of the other side stands, whatever the filters.',
  fields: (t) => ({
    count: t.int({ resolve: ({ writings: all }) => all.length }),
    mayBe: t.int({
      description: 'Of these by a name that may mean another.',
      resolve: ({ writings: all }) => all.filter(({ mayBe }) => mayBe).length,
    }),
    message: t.field({ type: LabelRef, resolve: ({ message }) => message }),
    writings: t.field({
      type: [WritingRef],
      description: `Sure before may-be, then by attribute, value and id; at most ${MOST_WRITINGS}.`,
      resolve: ({ at, writings: all }) => all.slice(0, MOST_WRITINGS).map((writing) => ({ at, writing })),
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'An end has more attributes, or more names stand in them, than are looked through.',
    }),
  }),
});

/** What the records of either side write of the other; null: nothing that is found. */
export async function writtenOf(
  at: View,
  { from, to }: Pick<PathQuestion<string>, 'from' | 'to'>,
): Promise<WrittenOfShape | null> {
  const [left, right] = await Promise.all([from, to].map((ids) => Promise.all(ids.map((id) => endOf(at, id)))));
  const { standings: standing, cut } = standings([left ?? [], right ?? []]);
  const folded = lookedUp(standing);
  const searches = folded.length === 0 ? [] : await at.reader.searchNamesOfEach(folded, MOST_NAMES + 1);
  const like = new Map(
    searches.map(({ matches, truncated }, i) => [
      folded[i] ?? '',
      { matches, truncated: truncated || matches.length > MOST_NAMES },
    ]),
  );
  const all = writings(standing, like);
  if (all.length === 0 && !cut) return null;
  return {
    at,
    writings: all,
    message: writtenWords(all.length, all.filter(({ mayBe }) => mayBe).length),
    truncated: cut,
  };
}

async function endOf(at: View, id: string): Promise<WrittenEnd> {
  const [attributes, names]: readonly [readonly RowOf<'attribute'>[], readonly RowOf<'name'>[]] = await Promise.all([
    at.load.by('attribute', 'entity', id),
    at.load.by('name', 'entity', id),
  ]);
  return { attributes, names };
}

async function writingSentence({ at, writing }: WritingShape): Promise<Label> {
  const [of, other] = await Promise.all([nameLabel(at, writing.attribute.entity), nameLabel(at, writing.name.entity)]);
  return writingWords(writing, of, other);
}
