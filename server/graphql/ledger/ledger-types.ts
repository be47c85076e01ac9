import { CONTACT_STANDINGS, type Contact, type Contacts, type Signed } from '#server/analysis/ledger/contacts.ts';
import type { LedgerFirm } from '#server/analysis/ledger/ledger.ts';
import { LEDGER_STAGES, type LedgerStage } from '#server/analysis/ledger/stages.ts';
import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef } from '../label.ts';
import { EntityRef, RelationRef, SourceRef } from '../refs.ts';
import type { View } from '../view.ts';

export const LedgerStageEnum = vocabulary('LedgerStage', LEDGER_STAGES);
const StandingEnum = vocabulary('ContactStanding', CONTACT_STANDINGS);

type Shape<T> = { readonly at: View; readonly one: T };

export const ContactRef = builder.objectRef<Shape<Contact>>('Contact').implement({
  description: 'One step of an office with a firm.',
  fields: (t) => ({
    relation: t.field({
      type: RelationRef,
      description: 'The fact, with its evidence.',
      resolve: ({ at, one }) => found(at, 'relationship', one.relation),
    }),
    by: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.by) }),
    stage: t.field({
      type: LedgerStageEnum,
      nullable: true,
      description: 'Null: in contact, and no source says how far.',
      resolve: ({ one }) => one.stage,
    }),
    label: t.field({
      type: LabelRef,
      description: 'The stage, and whether it is over or still to come, in words.',
      resolve: ({ one }) => contactLabel(one),
    }),
    from: t.string({ nullable: true, resolve: ({ one }) => one.from }),
    to: t.string({ nullable: true, resolve: ({ one }) => one.to }),
    standing: t.field({ type: StandingEnum, resolve: ({ one }) => one.standing }),
    disputed: t.boolean({ resolve: ({ one }) => one.disputed }),
    sources: t.field({
      type: [SourceRef],
      description: 'Those that support it, in order of id.',
      resolve: ({ at, one }) => Promise.all(one.sources.map((id) => found(at, 'source', id))),
    }),
  }),
});

export function contactLabel({ stage, standing }: Contact) {
  const said =
    stage === undefined
      ? { zh: '对接，没有写到哪一步', en: 'in contact, how far is not written' }
      : LEDGER_STAGES[stage];
  if (standing === 'current') return { zh: said.zh, en: said.en };
  const { zh, en } = CONTACT_STANDINGS[standing];
  return { zh: `${said.zh}（${zh}）`, en: `${said.en} (${en})` };
}

const MayBeRef = builder.objectRef<Shape<Contacts['mayBe'][number]>>('LedgerMayBe').implement({
  description: 'Contacts under a name that may mean this one: nobody has confirmed it, so they are not its own.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.entity) }),
    contacts: t.field({
      type: [ContactRef],
      resolve: ({ at, one }) => one.contacts.map((contact) => ({ at, one: contact })),
    }),
  }),
});

const SignedRef = builder.objectRef<Shape<Signed>>('LedgerSigned').implement({
  description: 'Why a firm is none to visit anew.',
  fields: (t) => ({
    stage: t.field({ type: LedgerStageEnum, resolve: ({ one }): LedgerStage => one.stage }),
    since: t.string({
      nullable: true,
      description: 'The earliest day of a signature or a landing that stands; null when no source gives one.',
      resolve: ({ one }) => one.since,
    }),
    by: t.field({
      type: [EntityRef],
      description: 'In order of id.',
      resolve: ({ at, one }) => entitiesAt(at, one.by),
    }),
  }),
});

export const LedgerFirmRef = builder.objectRef<Shape<LedgerFirm>>('LedgerFirm').implement({
  fields: (t) => ({
    firm: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.firm) }),
    stage: t.field({
      type: LedgerStageEnum,
      nullable: true,
      description: 'How far it has come in what is current; null when nothing is, or nobody says how far.',
      resolve: ({ one }) => one.stage,
    }),
    newest: t.field({
      type: ContactRef,
      nullable: true,
      description: 'The last of what is current.',
      resolve: ({ at, one }) => (one.newest === undefined ? null : { at, one: one.newest }),
    }),
    contacts: t.field({
      type: [ContactRef],
      description: 'From the oldest to the newest; those without a day first.',
      resolve: ({ at, one }) => one.contacts.map((contact) => ({ at, one: contact })),
    }),
    signed: t.field({
      type: SignedRef,
      nullable: true,
      resolve: ({ at, one }) => (one.signed === undefined ? null : { at, one: one.signed }),
    }),
    mayBe: t.field({
      type: [MayBeRef],
      description: 'In order of id.',
      resolve: ({ at, one }) => one.mayBe.map((other) => ({ at, one: other })),
    }),
  }),
});
