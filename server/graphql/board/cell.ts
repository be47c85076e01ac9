import { SOURCE_CLASSES, wordsOf, type SourceClass } from '#graph-model/ontology/vocabulary.ts';
import { allOf, type Cell } from '#server/analysis/board/board.ts';
import { cellChange } from '#server/analysis/board/cell-change.ts';
import { factsOfClasses } from '#server/analysis/board/cell-facts.ts';
import { CELL_WORDS, explainCell, type Reason } from '#server/analysis/board/explain-cell.ts';
import { requestsOf, type Requests } from '#server/analysis/board/requests.ts';
import type { ChainSlice, SliceFact } from '#server/analysis/board/slice.ts';
import { sourcesOf, STRENGTH_TERMS, type StrengthTerm } from '#server/analysis/board/strength.ts';
import { ACTIONS, GAP_KINDS } from '#server/analysis/board/terms.ts';
import { timesOf } from '#server/analysis/board/times.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { builder } from '../builder.ts';
import { relationsAt } from '../entity.ts';
import { SourceClassEnum, vocabulary } from '../enums.ts';
import { foundAll, foundAtOnce } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { nameLabelAtOnce } from '../name.ts';
import { EntityRef, RelationRef, SourceRef } from '../refs.ts';
import type { View } from '../view.ts';
import { CellChangeRef } from './cell-change.ts';
import type { Earlier } from './earlier.ts';
import { JudgementRef } from './judgement.ts';
import { LeastChangeRef, SettlementRef } from './least-change.ts';

/** What all cells of one answer share. */
export type CellsOf = {
  readonly at: View;
  readonly slice: ChainSlice;
  readonly date: string;
  readonly earlier?: Earlier | undefined;
  /** Facts that no source of these classes supports are not shown; all count for the judgement. */
  readonly classes?: readonly SourceClass[] | undefined;
};
export type CellShape = CellsOf & { readonly cell: Cell };

const GapKindEnum = vocabulary('GapKind', GAP_KINDS);
const ActionEnum = vocabulary('ChainAction', ACTIONS);
const StrengthTermEnum = vocabulary('StrengthTermName', STRENGTH_TERMS);
const CellWordEnum = vocabulary('CellWord', CELL_WORDS);

type ActorShape = { readonly at: View; readonly id: string; readonly facts: readonly SliceFact[] };

export const ActorRef = builder.objectRef<ActorShape>('BoardActor').implement({
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, id }) => foundAtOnce(at, 'entity', id) }),
    entityId: t.id({ description: 'Of the entity alone: `Board.bodies` has it.', resolve: ({ id }) => id }),
    relations: t.field({ type: [RelationRef], resolve: ({ at, facts }) => relationsAt(at, idsOf(facts)) }),
    relationIds: t.idList({ description: 'Of the relations alone.', resolve: ({ facts }) => idsOf(facts) }),
  }),
});

export const RequestsRef = builder.objectRef<{ readonly at: View; readonly of: Requests }>('BoardRequests').implement({
  description:
    'What sources of one class ask for, by the day asked. A request that several classes tell stands with the first.',
  fields: (t) => ({
    class: t.field({ type: SourceClassEnum, resolve: ({ of }) => of.class }),
    planned: t.field({ type: [RelationRef], resolve: ({ at, of }) => relationsAt(at, idsOf(of.planned)) }),
    proposed: t.field({ type: [RelationRef], resolve: ({ at, of }) => relationsAt(at, idsOf(of.proposed)) }),
  }),
});

const TermRef = builder.objectRef<StrengthTerm>('StrengthTerm').implement({
  fields: (t) => ({
    term: t.field({ type: StrengthTermEnum, resolve: ({ term }) => term }),
    label: t.field({ type: LabelRef, resolve: ({ term }) => labelOnly(STRENGTH_TERMS[term]) }),
    count: t.exposeInt('count'),
    value: t.exposeInt('value', { description: 'Thousandths.' }),
  }),
});

const StrengthRef = builder
  .objectRef<{ readonly total: number; readonly terms: readonly StrengthTerm[] }>('Strength')
  .implement({
    description: 'A sum of shown terms about what operates. Only where a register covers the cell.',
    fields: (t) => ({
      total: t.exposeInt('total', { description: 'Thousandths.' }),
      terms: t.field({ type: [TermRef], resolve: ({ terms }) => [...terms] }),
    }),
  });

const GroundsRef = builder.objectRef<Cell>('CellGrounds').implement({
  description: 'What the judgement counts, by all sources, whatever classes are shown.',
  fields: (t) => ({
    operating: t.int({ resolve: ({ grounds }) => grounds.actors }),
    building: t.int({
      description: 'Bodies that build and do not operate.',
      resolve: ({ grounds }) => grounds.building,
    }),
    recognised: t.int({ description: 'Of those that operate.', resolve: ({ grounds }) => grounds.recognised }),
    research: t.int({ resolve: ({ grounds }) => grounds.research }),
    unplaced: t.int({ description: 'Listed, not counted.', resolve: ({ facts }) => facts.unplaced.size }),
    publishers: t.int({ description: 'Behind what operates.', resolve: ({ grounds }) => grounds.publishers }),
  }),
});

const ReasonRef = builder.objectRef<Reason>('CellReason').implement({
  description: 'Why a state or a mark holds of a cell, or what keeps it from holding.',
  fields: (t) => ({
    about: t.field({ type: CellWordEnum, resolve: ({ about }) => about }),
    label: t.field({ type: LabelRef, resolve: ({ about }) => labelOnly(CELL_WORDS[about]) }),
    holds: t.exposeBoolean('holds'),
    reason: t.field({ type: LabelRef, resolve: ({ reason }) => reason }),
  }),
});

const ClassCountRef = builder
  .objectRef<{ readonly class: (typeof CLASSES)[number]; readonly count: number }>('SourceClassCount')
  .implement({
    fields: (t) => ({
      class: t.field({ type: SourceClassEnum, resolve: (one) => one.class }),
      count: t.exposeInt('count'),
    }),
  });
const CLASSES = wordsOf(SOURCE_CLASSES);

export const CellRef = builder.objectRef<CellShape>('BoardCell').implement({
  description: 'One segment in one region: what is seen first, then what may be judged from it.',
  fields: (t) => ({
    segment: t.field({ type: EntityRef, resolve: ({ at, cell }) => foundAtOnce(at, 'entity', cell.segment) }),
    region: t.field({ type: EntityRef, resolve: ({ at, cell }) => foundAtOnce(at, 'entity', cell.region) }),
    judgement: t.field({ type: JudgementRef, resolve: ({ cell }) => cell }),
    grounds: t.field({ type: GroundsRef, resolve: ({ cell }) => cell }),
    planned: t.field({
      type: [RelationRef],
      description: 'Who asks for it here: a plan, or a report of one.',
      resolve: (shape) => relationsAt(shape.at, idsOf(shown(shape).planned)),
    }),
    proposed: t.field({
      type: [RelationRef],
      description: 'Who wishes for it here.',
      resolve: (shape) => relationsAt(shape.at, idsOf(shown(shape).proposed)),
    }),
    requests: t.field({
      type: [RequestsRef],
      description: 'The same by the class of source that asks, in the order of the classes: only a policy is policy.',
      resolve: (shape) => requestsOf(shape.slice, shown(shape), shape.classes).map((of) => ({ at: shape.at, of })),
    }),
    operating: t.field({ type: [ActorRef], resolve: (shape) => actorsOf(shape.at, shown(shape).operating) }),
    building: t.field({
      type: [ActorRef],
      description: 'Bodies that build and do not operate.',
      resolve: (shape) => actorsOf(shape.at, shown(shape).building),
    }),
    unplaced: t.field({
      type: [ActorRef],
      description: 'Actors that no source places: they could be here. Listed, not counted.',
      resolve: (shape) => actorsOf(shape.at, shown(shape).unplaced),
    }),
    intended: t.field({
      type: [ActorRef],
      description: 'Bodies that plan to, or are wished to.',
      resolve: (shape) => actorsOf(shape.at, shown(shape).intended),
    }),
    research: t.field({ type: [ActorRef], resolve: (shape) => actorsOf(shape.at, shown(shape).research) }),
    areas: t.field({
      type: [RelationRef],
      description: 'An area is said to have it, without a body: seen, and not counted.',
      resolve: (shape) => relationsAt(shape.at, idsOf(shown(shape).areas)),
    }),
    judged: t.field({
      type: [RelationRef],
      description: 'What sources judge, as said, whoever they are.',
      resolve: (shape) => relationsAt(shape.at, idsOf(shown(shape).judged)),
    }),
    claimedMissing: t.field({
      type: [RelationRef],
      description: 'Who says that it is missing here whose word sets no state: shown as said.',
      resolve: ({ at, cell }) => relationsAt(at, idsOf(cell.claimedMissing)),
    }),
    covered: t.boolean({ description: 'A register covers the cell.', resolve: ({ cell }) => cell.grounds.covered }),
    registers: t.field({
      type: [SourceRef],
      resolve: ({ at, cell }) => foundAll(at, 'source', [...new Set(cell.registers.map(({ source }) => source))]),
    }),
    wantedRegister: t.field({
      type: LabelRef,
      nullable: true,
      description: 'The register that would settle the cell; null where one covers it.',
      resolve: ({ at, cell }) => (cell.grounds.covered ? null : wantedRegister(at, cell.region, cell.segment)),
    }),
    strength: t.field({ type: StrengthRef, nullable: true, resolve: ({ cell }) => cell.strength }),
    gap: t.field({
      type: GapKindEnum,
      nullable: true,
      description: 'What sort of gap it is, should a register find nobody; null where somebody operates.',
      resolve: ({ cell }) => cell.gap,
    }),
    action: t.field({ type: ActionEnum, resolve: ({ cell }) => cell.action }),
    changes: t.field({ type: [LeastChangeRef], resolve: ({ cell }) => [...cell.changes] }),
    settlements: t.field({
      type: [SettlementRef],
      description: 'Where sources contradict what is seen: what would settle it. Else empty.',
      resolve: ({ cell }) => [...cell.settlements],
    }),
    reasons: t.field({
      type: [ReasonRef],
      description: 'Each state in the order in which it is tried, then each mark: why, or why not.',
      resolve: ({ cell }) => [...explainCell(cell)],
    }),
    change: t.field({
      type: CellChangeRef,
      nullable: true,
      description: 'Since the earlier version; null where none is asked for, or where it left this segment out.',
      resolve: ({ at, slice, date, earlier, cell }) => {
        if (earlier === undefined || earlier.moment.slice.omitted.includes(cell.segment)) return null;
        const change = cellChange(earlier.moment, { slice, date }, cell.segment, cell.region);
        return { now: at, before: earlier.at, change };
      },
    }),
    newest: t.string({
      nullable: true,
      description: 'The newest day of a source that says anything here.',
      resolve: ({ cell }) => cell.newest,
    }),
    operatingFrom: t.string({
      nullable: true,
      description: 'The earliest start that sources give of what operates here; null when none says.',
      resolve: (shape) => timesOf(shown(shape)).operatingFrom,
    }),
    plannedFor: t.string({
      nullable: true,
      description: 'The earliest day that what is planned, proposed or being built is meant for; null when none says.',
      resolve: (shape) => timesOf(shown(shape)).plannedFor,
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'Those that say anything here, in order of id.',
      resolve: (shape) =>
        foundAll(
          shape.at,
          'source',
          sourcesShown(shape).map(({ id }) => id),
        ),
    }),
    sourceClasses: t.field({
      type: [ClassCountRef],
      description: 'Sources that say anything here, by class.',
      resolve: (shape) => {
        const sources = sourcesShown(shape);
        const counted = CLASSES.map((cls) => ({
          class: cls,
          count: sources.filter((source) => source.class === cls).length,
        }));
        return counted.filter(({ count }) => count > 0);
      },
    }),
  }),
});

/** Whom a cell shows, as whatever it does. */
export function bodiesOf(shape: CellShape): string[] {
  const { operating, building, unplaced, intended, research } = shown(shape);
  return [operating, building, unplaced, intended, research].flatMap((by) => [...by.keys()]);
}

/** What the cell shows of its facts. */
function shown({ slice, cell, classes }: CellShape): Cell['facts'] {
  return classes === undefined ? cell.facts : factsOfClasses(slice, cell.facts, classes);
}

/** Those that say anything of what it shows, in order of id. */
function sourcesShown(shape: CellShape): Cell['sources'] {
  return shape.classes === undefined ? shape.cell.sources : sourcesOf(shape.slice, allOf(shown(shape)));
}

/** In order of id. */
export function actorsOf(at: View, by: ReadonlyMap<string, readonly SliceFact[]>): ActorShape[] {
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, facts]) => ({ at, id, facts }));
}

/** Each once, in order of id. */
function idsOf(facts: readonly SliceFact[]): string[] {
  // Of nearly every actor one thing is said, and there are thousands of them.
  if (facts.length < 2) return facts.map(({ id }) => id);
  return [...new Set(facts.map(({ id }) => id))].sort();
}

/** The register that would settle a segment, or a chain, of a region. */
export function wantedRegister(at: View, region: string, segment: string): Label | Promise<Label> {
  const [where, what] = [nameLabelAtOnce(at, region), nameLabelAtOnce(at, segment)];
  if (!(where instanceof Promise) && !(what instanceof Promise)) return wantedLabel(where, what);
  return Promise.all([where, what]).then((both) => wantedLabel(...both));
}

function wantedLabel(where: Label, what: Label): Label {
  return { zh: `${where.zh}${what.zh}企业名录`, en: `Register of firms in ${what.en}, ${where.en}` };
}
