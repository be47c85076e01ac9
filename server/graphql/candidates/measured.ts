import { LEAST_GROUPS, type Measured, type Rate } from '#server/analysis/candidates/measure/measure.ts';
import { MEASURES, PLAIN_LABELS, UNMEASURED } from '#server/analysis/candidates/measure/words.ts';
import { builder } from '../builder.ts';
import { vocabulary } from '../enums.ts';
import { LabelRef, labelOnly } from '../label.ts';
import type { View } from '../view.ts';

const MeasureEnum = vocabulary('CandidateMeasure', MEASURES);
const UnmeasuredEnum = vocabulary('CandidateUnmeasured', UNMEASURED);

const RateRef = builder.objectRef<Rate>('CandidateRate').implement({
  description: 'Thousandths of what was hidden, each group counting once; 95 % of 1,000 draws lie from low to high.',
  fields: (t) => ({
    value: t.exposeInt('value'),
    low: t.exposeInt('low'),
    high: t.exposeInt('high'),
  }),
});

type Shown = Extract<Measured, { measure: 'measured' }>;

const PlainRef = builder.objectRef<Shown['plain']>('CandidatePlainRate').implement({
  description: 'What a plain index over the same data would find: the best of those that apply.',
  fields: (t) => ({
    label: t.field({ type: LabelRef, resolve: ({ index }) => labelOnly(PLAIN_LABELS[index]) }),
    hit: t.field({ type: RateRef, resolve: ({ hit }) => hit }),
  }),
});

const shown = (measured: Measured) => (measured.measure === 'measured' ? measured : null);
const unknown = (measured: Measured) => (measured.measure === 'measured' ? null : measured);

export const MeasuredRef = builder.objectRef<Measured>('CandidatesMeasured').implement({
  description: 'How often a ranking finds among its first ten what was hidden from it, on this very data.',
  fields: (t) => ({
    measure: t.field({ type: MeasureEnum, resolve: ({ measure }) => measure }),
    label: t.field({ type: LabelRef, resolve: ({ measure }) => labelOnly(MEASURES[measure]) }),
    reason: t.field({
      type: UnmeasuredEnum,
      nullable: true,
      description: 'Why it is not measured.',
      resolve: (measured) => unknown(measured)?.reason ?? null,
    }),
    reasonLabel: t.field({
      type: LabelRef,
      nullable: true,
      resolve: (measured) => {
        const reason = unknown(measured)?.reason;
        return reason === undefined ? null : labelOnly(UNMEASURED[reason]);
      },
    }),
    groups: t.int({
      nullable: true,
      description: `Bodies or ties with something hidden; of fewer than ${LEAST_GROUPS} nothing is measured.`,
      resolve: ({ groups }) => groups ?? null,
    }),
    drawnFrom: t.int({
      nullable: true,
      description: 'Bodies or ties that the groups were drawn from, where they are too many to look at all of them.',
      resolve: (measured) => shown(measured)?.drawnFrom ?? null,
    }),
    hidden: t.int({
      nullable: true,
      description: 'What was to be found again: memberships, or pairs of a tie.',
      resolve: (measured) => shown(measured)?.hidden ?? null,
    }),
    hit: t.field({ type: RateRef, nullable: true, resolve: (measured) => shown(measured)?.hit ?? null }),
    plain: t.field({ type: PlainRef, nullable: true, resolve: (measured) => shown(measured)?.plain ?? null }),
  }),
});

/** Measured once a version and ranking. */
export async function measuredOnce(at: View, ranking: string, measure: () => Promise<Measured>): Promise<Measured> {
  const kept = at.kept?.measured.get(at.version, ranking);
  if (kept !== undefined) return kept;
  const measured = await measure();
  at.kept?.measured.set(at.version, ranking, measured);
  return measured;
}
