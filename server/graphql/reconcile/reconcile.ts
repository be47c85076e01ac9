import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { Candidate } from '#server/analysis/reconcile/judge-name.ts';
import { OUTCOMES, RULES, type Outcome } from '#server/analysis/reconcile/rules.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { KindEnum, vocabulary } from '../enums.ts';
import { invalidConstraint, InvalidConstraintRef, outside } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef } from '../label.ts';
import { EntityRef, NameRef, ReadingRef } from '../refs.ts';
import type { View } from '../view.ts';
import { reconcileNames, type Reconciled } from './read-reconciled.ts';

const MOST_NAMES = 500;

/** Characters of one name, in code points. */
const LONGEST_NAME = 200;

/** Candidates shown of one name; the rest is counted. */
const MOST_SHOWN = 5;

const OutcomeEnum = vocabulary('ReconcileOutcome', OUTCOMES);
const RuleEnum = vocabulary('ReconcileRule', RULES);

type CandidateShape = { readonly at: View; readonly one: Candidate; readonly rank: number };

const CandidateRef = builder.objectRef<CandidateShape>('ReconcileCandidate').implement({
  description: 'An entity that a name of the list may stand for.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'From 1: by rule, then in the order of a search, each entity once.' }),
    entity: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.entity) }),
    matched: t.field({
      type: NameRef,
      description: 'The name of the data that led here; for READING that of the entity whose name may mean this one.',
      resolve: ({ at, one }) => ({ at, row: one.matched }),
    }),
    rule: t.field({ type: RuleEnum, resolve: ({ one }) => one.rule }),
    reason: t.field({ type: LabelRef, resolve: ({ one }) => reasonOf(one) }),
    weak: t.boolean({
      description: 'The matched name is too short to identify anything by itself.',
      resolve: ({ one }) => one.weak,
    }),
    reading: t.field({
      type: ReadingRef,
      nullable: true,
      description: 'The decision behind READING.',
      resolve: ({ at, one }) => (one.reading === undefined ? null : { at, row: one.reading }),
    }),
  }),
});

function reasonOf({ rule, reading }: Candidate): Label {
  const { zh, en } = RULES[rule];
  return reading === undefined ? { zh, en } : { zh: `${zh}：${reading.reason}`, en: `${en} ${reading.reason}` };
}

type NameShape = { readonly at: View; readonly one: Reconciled };

const ReconciledNameRef = builder.objectRef<NameShape>('ReconciledName').implement({
  description: 'What became of one entry of the list.',
  fields: (t) => ({
    position: t.int({ description: 'In the list, from 1.', resolve: ({ one }) => one.listed.position }),
    given: t.string({ resolve: ({ one }) => one.listed.given }),
    read: t.string({ description: 'Without the blanks around it.', resolve: ({ one }) => one.listed.read }),
    outcome: t.field({ type: OutcomeEnum, resolve: ({ one }) => one.judged.outcome }),
    label: t.field({
      type: LabelRef,
      description: 'The outcome in words.',
      resolve: ({ one }) => ({ ...OUTCOMES[one.judged.outcome] }),
    }),
    sameAs: t.int({
      nullable: true,
      description: 'DUPLICATE: the position of the first entry that reads alike; what became of it stands there.',
      resolve: ({ one }) => one.listed.sameAs ?? null,
    }),
    candidates: t.field({
      type: [CandidateRef],
      description: `By rank, at most ${MOST_SHOWN}. MATCHED has exactly one.`,
      resolve: ({ at, one }) =>
        one.judged.candidates.slice(0, MOST_SHOWN).map((candidate, i) => ({ at, one: candidate, rank: i + 1 })),
    }),
    omitted: t.int({
      description: 'Candidates that were found and are not shown.',
      resolve: ({ one }) => Math.max(0, one.judged.candidates.length - MOST_SHOWN),
    }),
    truncated: t.boolean({
      description: 'More names hold parts of it than were looked through: there may be other candidates.',
      resolve: ({ one }) => one.truncated,
    }),
    otherKinds: t.int({
      description: 'Entities that bear this very name and are of another kind than `kinds` asks for.',
      resolve: ({ one }) => one.otherKinds,
    }),
  }),
});

const OutcomeCountRef = builder.objectRef<{ outcome: Outcome; count: number }>('ReconcileCount').implement({
  fields: (t) => ({
    outcome: t.expose('outcome', { type: OutcomeEnum }),
    label: t.field({ type: LabelRef, resolve: ({ outcome }) => ({ ...OUTCOMES[outcome] }) }),
    count: t.exposeInt('count'),
  }),
});

type Shape = { readonly outcome: 'Reconciliation'; readonly at: View; readonly names: readonly Reconciled[] };

const ReconciliationRef = builder.objectRef<Shape>('Reconciliation').implement({
  description: 'A list of names held against the data: every entry, in the order given.',
  fields: (t) => ({
    names: t.field({ type: [ReconciledNameRef], resolve: ({ at, names }) => names.map((one) => ({ at, one })) }),
    counts: t.field({
      type: [OutcomeCountRef],
      description: 'Entries by outcome, each outcome once; together they are the list.',
      resolve: ({ names }) =>
        wordsOf(OUTCOMES).map((outcome) => ({
          outcome,
          count: names.filter(({ judged }) => judged.outcome === outcome).length,
        })),
    }),
    coverage: t.field({
      type: AnswerCoverageRef,
      description: 'What NONE was looked for in: it says nothing of what is in no source.',
      resolve: ({ at }) => coverageOfAnswer(at),
    }),
  }),
});

const ReconcileResult = builder.unionType('ReconcileResult', {
  types: [ReconciliationRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('reconcile', (t) =>
  t.field({
    type: ReconcileResult,
    description: 'Which entity each name of a list stands for, what it may stand for, and what was not seen.',
    args: {
      names: t.arg.stringList({
        required: true,
        description: `1 to ${MOST_NAMES}, each of ${LONGEST_NAME} characters at most.`,
      }),
      kinds: t.arg({ type: [KindEnum], description: 'Only entities of these; without it, of all.' }),
      version: t.arg.int(),
    },
    resolve: async (_, { names, kinds, version }, { view }) => {
      const refused = outside('names', names.length, 1, MOST_NAMES) ?? tooLong(names);
      if (refused !== undefined) return refused;
      const at = await view(version);
      return { outcome: 'Reconciliation' as const, at, names: await reconcileNames(at, names, asked(kinds)) };
    },
  }),
);

function tooLong(names: readonly string[]) {
  const at = names.findIndex((name) => name.length > LONGEST_NAME && Array.from(name).length > LONGEST_NAME);
  if (at === -1) return undefined;
  return invalidConstraint(
    'names',
    `第 ${at + 1} 个名称超过 ${LONGEST_NAME} 个字符`,
    `Name ${at + 1} has more than ${LONGEST_NAME} characters.`,
  );
}

function asked(kinds: readonly Kind[] | null | undefined): readonly Kind[] | undefined {
  return kinds === null ? undefined : kinds;
}
