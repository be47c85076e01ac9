import type { Measured } from '#server/analysis/candidates/measure/measure.ts';
import { UNLISTED, UNLISTED_NAMES, type Unlisted } from '#server/analysis/candidates/partners/ground.ts';
import { REASONS, type Reason } from '#server/analysis/candidates/partners/reasons.ts';
import type { PartnerRanking, PartnerScore, PartnerTerm } from '#server/analysis/candidates/partners/scores.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, RelationRef } from '../refs.ts';
import type { View } from '../view.ts';
import { MeasuredRef } from './measured.ts';

export type PartnersShape = {
  readonly at: View;
  readonly ranking: PartnerRanking;
  readonly contacts: ReadonlyMap<string, readonly string[]>;
  readonly measured: () => Promise<Measured>;
};

const ReasonEnum = vocabulary('PartnerReason', REASONS);

const PartnerTermRef = builder.objectRef<{ readonly at: View; readonly term: PartnerTerm }>('PartnerTerm').implement({
  fields: (t) => ({
    reason: t.field({ type: ReasonEnum, resolve: ({ term }): Reason => term.term }),
    label: t.field({ type: LabelRef, resolve: ({ term }) => labelOnly(REASONS[term.term]) }),
    value: t.int({
      description: 'Thousandths; they add up to the score.',
      resolve: ({ term }) => term.value,
    }),
    known: t.boolean({
      description: 'Something is known of both; where not, the value is that of chance and speaks for nobody.',
      resolve: ({ term }) => term.known,
    }),
    rests: t.field({
      type: [EntityRef],
      description: 'What it rests on, in order of id: ties, go-betweens, segments or places.',
      // A kind is no entity: the term itself says which reason it is.
      resolve: ({ at, term }) => entitiesAt(at, term.term === 'kind' ? [] : term.rests),
    }),
  }),
});

const PartnerRef = builder
  .objectRef<{ readonly at: View; readonly one: PartnerScore; readonly contacts: readonly string[] }>('RankedPartner')
  .implement({
    fields: (t) => ({
      body: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.body) }),
      score: t.int({
        description: 'Thousandths: 1000 is as likely as an average body by chance.',
        resolve: ({ one }) => one.score,
      }),
      terms: t.field({ type: [PartnerTermRef], resolve: ({ at, one }) => one.terms.map((term) => ({ at, term })) }),
      contacts: t.field({
        type: [RelationRef],
        description: 'What the office’s own ledger says of it, in order of id.',
        resolve: ({ at, contacts }) => relationsAt(at, contacts),
      }),
    }),
  });

const UnlistedEnum = vocabulary('PartnerUnlistedReason', UNLISTED);

const UnlistedRef = builder
  .objectRef<{ readonly reason: Unlisted; readonly count: number }>('PartnersUnlisted')
  .implement({
    description: 'Bodies that were weighed and are counted, not listed.',
    fields: (t) => ({
      reason: t.field({ type: UnlistedEnum, resolve: ({ reason }) => reason }),
      label: t.field({ type: LabelRef, resolve: ({ reason }) => labelOnly(UNLISTED[reason]) }),
      count: t.exposeInt('count'),
    }),
  });

export const PartnersRef = builder.objectRef<PartnersShape>('PartnerRanking').implement({
  description:
    'Who could join a body in a consortium or project, and what ties the two: the likeliest first, equals by id.',
  fields: (t) => ({
    rows: t.field({
      type: [PartnerRef],
      description:
        'Each has a ground of the two: a go-between, or a segment, stage or chain. A place is none by itself.',
      resolve: ({ at, ranking, contacts }) =>
        ranking.partners.map((one) => ({ at, one, contacts: contacts.get(one.body) ?? [] })),
    }),
    cut: t.int({ description: 'Rows beyond the limit.', resolve: ({ ranking }) => ranking.cut }),
    weighed: t.int({
      description: 'Bodies that were weighed: rows, those cut, and those that are not listed.',
      resolve: ({ ranking }) => ranking.weighed,
    }),
    unlisted: t.field({
      type: [UnlistedRef],
      description: 'Of whom nothing is known that ties the two, by reason; in the order of the reasons.',
      resolve: ({ ranking: { unlisted } }) =>
        UNLISTED_NAMES.flatMap((reason) => (unlisted[reason] > 0 ? [{ reason, count: unlisted[reason] }] : [])),
    }),
    measured: t.field({ type: MeasuredRef, resolve: ({ measured }) => measured() }),
  }),
});
