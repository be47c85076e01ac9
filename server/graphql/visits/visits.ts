import { visitLines } from '#server/visits/visit-lines.ts';
import type { VisitList, VisitRow } from '#server/visits/visit-row.ts';
import { builder } from '../builder.ts';
import { askedFor, CandidatesForInput } from '../candidates/asked-for.ts';
import {
  EntityNotFoundRef,
  entityNotFound,
  invalidConstraint,
  InvalidConstraintRef,
  outside,
} from '../expected-outcomes.ts';
import { nameLabel } from '../name.ts';
import { entityAt } from '../nodes.ts';
import { BEFORE_ALL, versionDate, wrongDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { readVisits } from './read-visits.ts';

/** Firms of one list: more are no list of visits. */
export const MOST_VISITS = 50;

const VisitLanguageEnum = builder.enumType('VisitLanguage', { values: ['zh', 'en'] as const });

const VisitRowRef = builder.objectRef<VisitRow>('VisitRow').implement({
  description: 'One line of a visiting list, in words.',
  fields: (t) => ({
    firm: t.exposeString('firm'),
    lists: t.stringList({
      description: 'The lists and rankings that name it.',
      resolve: ({ lists }) => [...lists],
    }),
    nature: t.stringList({
      description: 'How real what is said of it is, and in which sorts of paper.',
      resolve: ({ nature }) => [...nature],
    }),
    seat: t.stringList({ description: 'Where sources say that it is.', resolve: ({ seat }) => [...seat] }),
    products: t.stringList({ resolve: ({ products }) => [...products] }),
    segments: t.stringList({ resolve: ({ segments }) => [...segments] }),
    reasons: t.stringList({
      description: 'What sources say of it, then what they do not.',
      resolve: ({ reasons }) => [...reasons],
    }),
    signals: t.stringList({
      description: 'What it builds or what is planned of it, each with its date, the newest first.',
      resolve: ({ signals }) => [...signals],
    }),
    introduction: t.stringList({ resolve: ({ introduction }) => [...introduction] }),
    contact: t.stringList({ description: 'What the ledger says.', resolve: ({ contact }) => [...contact] }),
    known: t.stringList({
      description: 'What sources tell of it by itself, of a government body first.',
      resolve: ({ known }) => [...known],
    }),
    parks: t.stringList({
      description: 'Parks of the region of which sources ask for what is asked for.',
      resolve: ({ parks }) => [...parks],
    }),
    sources: t.stringList({
      description: 'Class, title, date and place, each with the columns that rest on it.',
      resolve: ({ sources }) => [...sources],
    }),
  }),
});

const NoteRef = builder.objectRef<readonly [word: string, text: string]>('VisitNote').implement({
  description: 'What was asked, not said and left out, or a thing that is told of the list itself.',
  fields: (t) => ({
    word: t.string({ resolve: ([word]) => word }),
    text: t.string({ resolve: ([, text]) => text }),
  }),
});

type Shape = { readonly outcome: 'VisitingList'; readonly list: VisitList };

const VisitingListRef = builder.objectRef<Shape>('VisitingList').implement({
  description: 'The chosen candidates as they are handed over; /visits.xlsx and /visits.csv give the same as files.',
  fields: (t) => ({
    heads: t.stringList({
      description: 'Of the columns; the last two are blank, to be filled in by hand.',
      resolve: ({ list }) => [...visitLines(list).head],
    }),
    rows: t.field({
      type: [VisitRowRef],
      description: 'In the order in which they were chosen.',
      resolve: ({ list }) => [...list.rows],
    }),
    notes: t.field({ type: [NoteRef], resolve: ({ list }) => [...visitLines(list).notes] }),
    about: t.field({
      type: [NoteRef],
      description: 'Of the list itself: its data version, what was looked through, how well what ranked it does.',
      resolve: ({ list }) => [...visitLines(list).about],
    }),
  }),
});

const VisitingListResult = builder.unionType('VisitingListResult', {
  types: [VisitingListRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('visitingList', (t) =>
  t.field({
    type: VisitingListResult,
    description: 'The chosen candidates with reasons, way of introduction, contact and sources, in words.',
    args: {
      for: t.arg({ type: CandidatesForInput, required: true, description: 'As `candidates` is asked.' }),
      firms: t.arg.idList({ required: true, description: `1 to ${MOST_VISITS} of its candidates.` }),
      language: t.arg({ type: VisitLanguageEnum, defaultValue: 'zh' as const }),
      date: t.arg.string({ description: 'As known on that day; the date of the data version where not said.' }),
      version: t.arg.int(),
    },
    resolve: async (_, { for: asked, firms, language, date, version }, { view }) => {
      const wrong = outside('firms', firms.length, 1, MOST_VISITS) ?? wrongDate(date);
      if (wrong !== undefined) return wrong;
      return visitingList(await view(version), { for: asked, firms, language: language ?? 'zh', date });
    },
  }),
);

type Question = {
  readonly for: Parameters<typeof askedFor>[1];
  readonly firms: readonly string[];
  readonly language: VisitList['language'];
  readonly date: string | null | undefined;
};

/** The list, or why there is none. */
export async function visitingList(at: View, question: Question) {
  const asked = await askedFor(at, question.for);
  if ('outcome' in asked) return asked;
  const chosen: string[] = [];
  for (const id of question.firms) {
    const firm = await entityAt(at, id);
    if (firm === undefined) return entityNotFound(id);
    if (!chosen.includes(firm.row.id)) chosen.push(firm.row.id);
  }
  const date = question.date ?? (await versionDate(at)) ?? BEFORE_ALL;
  const list = await readVisits(at, { asked, date, firms: chosen, language: question.language });
  if ('strangers' in list) {
    const names = await Promise.all(list.strangers.map((id) => nameLabel(at, id)));
    return invalidConstraint(
      'firms',
      `不在候选里：${names.map(({ zh }) => zh).join('、')}`,
      `No candidates: ${names.map(({ en }) => en).join(', ')}.`,
    );
  }
  return { outcome: 'VisitingList' as const, list };
}
