import { ledgerOf, type Ledger } from '#server/analysis/ledger/ledger.ts';
import { LEDGER_STAGES } from '#server/analysis/ledger/stages.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import {
  entityNotFound,
  EntityNotFoundRef,
  invalidConstraint,
  InvalidConstraintRef,
  outside,
} from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef } from '../label.ts';
import { entityAt } from '../nodes.ts';
import { EntityRef, SourceRef } from '../refs.ts';
import { BEFORE_ALL, versionDate, wrongDate } from '../version-date.ts';
import type { View } from '../view.ts';
import { LedgerFirmRef, LedgerStageEnum } from './ledger-types.ts';
import { isLedgerLoaded, readLedger, type ReadLedger } from './read-ledger.ts';

/** Firms asked for by name, and firms of one answer; the rest is counted. */
const MOST_FIRMS = 500;
const USUAL_FIRMS = 100;

type LedgerShape = {
  readonly outcome: 'Ledger';
  readonly at: View;
  readonly date: string;
  readonly ledger: Ledger;
  readonly left: Omit<ReadLedger, 'contacts'>;
};
type NotLoadedShape = { readonly outcome: 'LedgerNotLoaded'; readonly at: View };

const StageCountRef = builder.objectRef<Ledger['counts'][number]>('LedgerStageCount').implement({
  fields: (t) => ({
    stage: t.expose('stage', { type: LedgerStageEnum }),
    label: t.field({ type: LabelRef, resolve: ({ stage }) => ({ ...LEDGER_STAGES[stage] }) }),
    firms: t.exposeInt('firms'),
  }),
});

const LedgerRef = builder.objectRef<LedgerShape>('Ledger').implement({
  description: 'What offices have done about firms: what is in the ledger that is loaded, and nothing else.',
  fields: (t) => ({
    date: t.exposeString('date'),
    firms: t.field({
      type: [LedgerFirmRef],
      description: 'The further ones first, then the newer, then by name and id.',
      resolve: ({ at, ledger }) => ledger.firms.map((one) => ({ at, one })),
    }),
    total: t.int({ description: 'Firms before the limit.', resolve: ({ ledger }) => ledger.total }),
    cut: t.int({ description: 'Firms that the limit left out.', resolve: ({ ledger }) => ledger.cut }),
    counts: t.field({
      type: [StageCountRef],
      description: 'Firms by how far they have come, each once; before the limit.',
      resolve: ({ ledger }) => [...ledger.counts],
    }),
    unstated: t.int({
      description: 'Firms in contact of which no source says how far.',
      resolve: ({ ledger }) => ledger.unstated,
    }),
    notCurrent: t.int({
      description: 'Firms of which every contact is over, or still to come.',
      resolve: ({ ledger }) => ledger.notCurrent,
    }),
    without: t.field({
      type: [EntityRef],
      description: 'Of the firms asked for, those without a contact that is asked for. In order of id.',
      resolve: ({ at, ledger }) => entitiesAt(at, ledger.without),
    }),
    unplaced: t.field({
      type: [EntityRef],
      description: 'Left out: no source says where their offices are, so they could be of the region.',
      resolve: ({ at, left }) => entitiesAt(at, left.unplaced),
    }),
    unsorted: t.field({
      type: [EntityRef],
      description: 'Left out: no source says of which chain they are.',
      resolve: ({ at, left }) => entitiesAt(at, left.unsorted),
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'Those that the given firms rest on, in order of id.',
      resolve: ({ at, ledger }) =>
        Promise.all(
          sortedUnique(
            ledger.firms.flatMap(({ contacts, mayBe }) =>
              [...contacts, ...mayBe.flatMap((one) => one.contacts)].flatMap(({ sources }) => sources),
            ),
          ).map((id) => found(at, 'source', id)),
        ),
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const NotLoadedRef = builder.objectRef<NotLoadedShape>('LedgerNotLoaded').implement({
  description: 'The data hold no contact of any office: whether a firm was spoken to is unknown, not denied.',
  fields: (t) => ({
    never: t.boolean({
      description: 'The store is public: it takes no internal source, so it never holds a ledger.',
      resolve: ({ at }) => at.visibility === 'public',
    }),
    message: t.field({
      type: LabelRef,
      resolve: ({ at }) =>
        at.visibility === 'public'
          ? {
              zh: '公开库不收台账：是否已经接触，要看本单位的内部库',
              en: 'A public store takes no ledger: whether a firm was spoken to, only an internal store can say.',
            }
          : {
              zh: '没有导入台账：是否已经接触，现有资料说不了',
              en: 'No ledger is loaded: the data cannot say whether a firm was spoken to.',
            },
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const LedgerResult = builder.unionType('LedgerResult', {
  types: [LedgerRef, NotLoadedRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('ledger', (t) =>
  t.field({
    type: LedgerResult,
    description: 'Whom offices have spoken to, how far it has come, since when and by whom.',
    args: {
      firms: t.arg.idList({ description: `Only these, at most ${MOST_FIRMS}; all where not said.` }),
      region: t.arg.id({ description: 'Only what an office in this place or park did, itself too.' }),
      subject: t.arg.id({ description: 'Only firms of this chain or segment, its parts too.' }),
      limit: t.arg.int({ defaultValue: USUAL_FIRMS, description: `Firms, 1 to ${MOST_FIRMS}.` }),
      date: t.arg.string({ description: 'As known on that day; the date of the data version where not said.' }),
      version: t.arg.int(),
    },
    resolve: async (_, { firms, region, subject, limit, date, version }, { view }) => {
      const most = limit ?? USUAL_FIRMS;
      const wrong =
        outside('limit', most, 1, MOST_FIRMS) ?? wrongDate(date) ?? outside('firms', firms?.length ?? 1, 1, MOST_FIRMS);
      if (wrong !== undefined) return wrong;
      const at = await view(version);
      const asked: string[] = [];
      for (const id of firms ?? []) {
        const firm = await entityAt(at, String(id));
        if (firm === undefined) return entityNotFound(String(id));
        asked.push(firm.row.id);
      }
      const area = await entityOf(at, region);
      if (area === 'unknown') return entityNotFound(String(region));
      if (area !== undefined && area.kind !== 'Place' && area.kind !== 'Park') {
        return invalidConstraint('region', '应是地区或园区', 'It must be a place or a park.');
      }
      const about = await entityOf(at, subject);
      if (about === 'unknown') return entityNotFound(String(subject));
      if (about !== undefined && about.kind !== 'Chain' && about.kind !== 'Segment') {
        return invalidConstraint('subject', '应是产业链或环节', 'It must be a chain or a segment.');
      }
      if (!(await isLedgerLoaded(at))) return { outcome: 'LedgerNotLoaded' as const, at };
      const day = date ?? (await versionDate(at)) ?? BEFORE_ALL;
      const { contacts, ...left } = await readLedger(at, {
        firms: firms === undefined || firms === null ? undefined : asked,
        region: area?.id,
        subject: about,
        date: day,
      });
      const names = new Map(
        (await at.load.rows('entity', contacts.keys())).map(({ id, name }) => [id as string, name]),
      );
      return { outcome: 'Ledger' as const, at, date: day, ledger: ledgerOf(contacts, names, asked, most), left };
    },
  }),
);

async function entityOf(at: View, id: string | null | undefined): Promise<RowOf<'entity'> | 'unknown' | undefined> {
  if (id === undefined || id === null) return undefined;
  return (await entityAt(at, id))?.row ?? 'unknown';
}
