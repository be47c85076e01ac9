import type { Cell } from '#server/analysis/board/board.ts';
import type { Change } from '#server/analysis/board/least-change.ts';
import type { ChainSlice, SliceFact } from '#server/analysis/board/slice.ts';
import type { Judgement } from '#server/analysis/board/state.ts';
import { sourcesOf, STRENGTH_TERMS, type StrengthTerm } from '#server/analysis/board/strength.ts';
import { ACTIONS, GAP_KINDS, STATES } from '#server/analysis/board/terms.ts';
import { allOf } from '#server/analysis/board/board.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { builder } from '../builder.ts';
import { relationsAt } from '../entity.ts';
import { SourceClassEnum, vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, RelationRef, SourceRef } from '../refs.ts';
import type { View } from '../view.ts';

export type CellShape = { readonly at: View; readonly slice: ChainSlice; readonly cell: Cell };

const StateEnum = vocabulary('BoardState', STATES);
const GapKindEnum = vocabulary('GapKind', GAP_KINDS);
const ActionEnum = vocabulary('ChainAction', ACTIONS);
const StrengthTermEnum = vocabulary('StrengthTermName', STRENGTH_TERMS);

const JudgementRef = builder.objectRef<Judgement>('Judgement').implement({
  fields: (t) => ({
    state: t.field({ type: StateEnum, resolve: ({ state }) => state }),
    label: t.field({ type: LabelRef, resolve: ({ state }) => labelOnly(STATES[state]) }),
    sole: t.exposeBoolean('sole', { description: 'One operating actor, by a register or by a source’s word.' }),
    onlyBuilding: t.exposeBoolean('onlyBuilding', { description: 'Nothing operates; something is being built.' }),
    contradicted: t.exposeBoolean('contradicted', {
      description: 'A source’s verdict stands against the actors that are seen; the state follows the actors.',
    }),
  }),
});

type ActorShape = { readonly at: View; readonly id: string; readonly facts: readonly SliceFact[] };

export const ActorRef = builder.objectRef<ActorShape>('BoardActor').implement({
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, id }) => found(at, 'entity', id) }),
    relations: t.field({ type: [RelationRef], resolve: ({ at, facts }) => relationsAt(at, idsOf(facts)) }),
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

const CHANGES = {
  register: { zh: '有一份覆盖这里的名录，结果同现在所见', en: 'a register covers it and finds what is seen now' },
  register_and_actor: { zh: '名录列出更多在产企业', en: 'a register finds more operating actors' },
  actors: { zh: '再见到在产企业', en: 'more operating actors are seen' },
  recognised: { zh: '在产企业再获认定', en: 'more operating actors are recognised' },
  research: { zh: '再有科研支撑', en: 'more research support' },
  place_actors: { zh: '查明地点不明的企业都不在这里', en: 'the unplaced actors turn out to be elsewhere' },
} as const;
const ChangeEnum = vocabulary('LeastChangeName', CHANGES);

const ChangeRef = builder.objectRef<Change>('LeastChange').implement({
  description: 'What would have to become known for the state to change: computed, the least of its sort.',
  fields: (t) => ({
    change: t.field({ type: ChangeEnum, resolve: ({ change }) => change }),
    label: t.field({ type: LabelRef, resolve: ({ change }) => labelOnly(CHANGES[change]) }),
    count: t.exposeInt('count', { description: 'How many; 0 where it is no number.' }),
    to: t.field({ type: JudgementRef, resolve: ({ to }) => to }),
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
    segment: t.field({ type: EntityRef, resolve: ({ at, cell }) => found(at, 'entity', cell.segment) }),
    region: t.field({ type: EntityRef, resolve: ({ at, cell }) => found(at, 'entity', cell.region) }),
    judgement: t.field({ type: JudgementRef, resolve: ({ cell }) => cell }),
    planned: t.field({
      type: [RelationRef],
      description: 'Who asks for it here: a plan, or a report of one.',
      resolve: ({ at, cell }) => relationsAt(at, idsOf(cell.facts.planned)),
    }),
    proposed: t.field({
      type: [RelationRef],
      description: 'Who wishes for it here.',
      resolve: ({ at, cell }) => relationsAt(at, idsOf(cell.facts.proposed)),
    }),
    operating: t.field({ type: [ActorRef], resolve: (shape) => actors(shape, shape.cell.facts.operating) }),
    building: t.field({
      type: [ActorRef],
      description: 'Bodies that build and do not operate.',
      resolve: (shape) => actors(shape, shape.cell.facts.building),
    }),
    unplaced: t.field({
      type: [ActorRef],
      description: 'Actors that no source places: they could be here. Listed, not counted.',
      resolve: (shape) => actors(shape, shape.cell.facts.unplaced),
    }),
    intended: t.field({
      type: [ActorRef],
      description: 'Bodies that plan to, or are wished to.',
      resolve: (shape) => actors(shape, shape.cell.facts.intended),
    }),
    research: t.field({ type: [ActorRef], resolve: (shape) => actors(shape, shape.cell.facts.research) }),
    areas: t.field({
      type: [RelationRef],
      description: 'An area is said to have it, without a body: seen, and not counted.',
      resolve: ({ at, cell }) => relationsAt(at, idsOf(cell.facts.areas)),
    }),
    judged: t.field({
      type: [RelationRef],
      description: 'What sources judge, as said, whoever they are.',
      resolve: ({ at, cell }) => relationsAt(at, idsOf(cell.facts.judged)),
    }),
    covered: t.boolean({ description: 'A register covers the cell.', resolve: ({ cell }) => cell.grounds.covered }),
    registers: t.field({
      type: [SourceRef],
      resolve: ({ at, cell }) =>
        Promise.all([...new Set(cell.registers.map(({ source }) => source))].map((id) => found(at, 'source', id))),
    }),
    wantedRegister: t.field({
      type: LabelRef,
      nullable: true,
      description: 'The register that would settle the cell; null where one covers it.',
      resolve: async ({ at, cell }) => {
        if (cell.grounds.covered) return null;
        return wantedRegister(at, cell.region, cell.segment);
      },
    }),
    strength: t.field({ type: StrengthRef, nullable: true, resolve: ({ cell }) => cell.strength }),
    gap: t.field({
      type: GapKindEnum,
      nullable: true,
      description: 'What sort of gap it is, should a register find nobody; null where somebody operates.',
      resolve: ({ cell }) => cell.gap,
    }),
    action: t.field({ type: ActionEnum, resolve: ({ cell }) => cell.action }),
    changes: t.field({ type: [ChangeRef], resolve: ({ cell }) => [...cell.changes] }),
    newest: t.string({ nullable: true, resolve: ({ cell }) => cell.newest }),
    sourceClasses: t.field({
      type: [ClassCountRef],
      description: 'Sources that say anything here, by class.',
      resolve: ({ slice, cell }) => {
        const sources = sourcesOf(slice, allOf(cell.facts));
        const counted = CLASSES.map((cls) => ({
          class: cls,
          count: sources.filter((source) => source.class === cls).length,
        }));
        return counted.filter(({ count }) => count > 0);
      },
    }),
  }),
});

/** In order of id. */
function actors({ at }: CellShape, by: ReadonlyMap<string, readonly SliceFact[]>): ActorShape[] {
  return [...by].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, facts]) => ({ at, id, facts }));
}

/** Each once, in order of id. */
function idsOf(facts: readonly SliceFact[]): string[] {
  return [...new Set(facts.map(({ id }) => id))].sort();
}

/** The register that would settle a segment, or a chain, of a region. */
export async function wantedRegister(at: View, region: string, segment: string): Promise<Label> {
  const [where, what] = await Promise.all(
    [region, segment].map(async (id) => (await found(at, 'entity', id)).row.name),
  );
  return { zh: `${where}${what}企业名录`, en: `Register of firms in ${what}, ${where}` };
}
