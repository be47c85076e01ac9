import type { RowOf, Table } from '#graph-model/rows.ts';
import { canonicalJson } from '#graph-model/text.ts';
import type { AspectName } from './words.ts';

/** The tables whose rows are told of. What the others hold shows in these, or is nobody's business. */
export type ToldTable =
  'entity' | 'relationship' | 'attribute' | 'indicator' | 'name' | 'source' | 'coverage' | 'decision';

type Aspects<T extends Table> = { readonly [A in AspectName]?: (row: RowOf<T>) => unknown };
type Supported = RowOf<'relationship'> | RowOf<'attribute'> | RowOf<'indicator'>;

/** How many statements say a thing is not among them: the same paper read anew says nothing new. */
const SUPPORT = {
  ended: (row: Supported) => row.ended,
  validity: (row: Supported) => [row.validFrom ?? '', row.validTo ?? ''],
  dispute: (row: Supported) => row.dispute,
  sources: (row: Supported) => row.sources,
  publishers: (row: Supported) => row.publishers,
  confidence: (row: Supported) => row.confidence,
} satisfies Aspects<'attribute'>;

/** What of a row counts as changed. Of two rows of one id the rest is the same, or of no weight. */
export const COUNTED_ASPECTS: { readonly [T in ToldTable]: Aspects<T> } = {
  entity: { name: (row) => row.name },
  relationship: { modality: (row) => row.modality, ...SUPPORT, details: (row) => row.details },
  attribute: { value: (row) => row.value, ...SUPPORT },
  indicator: { value: (row) => [row.value, row.unit], ...SUPPORT },
  name: { name_type: (row) => row.type },
  source: {
    title: (row) => row.title,
    class: (row) => row.class,
    publisher: (row) => row.publisher,
    date: (row) => row.date,
  },
  coverage: {},
  decision: {},
};

/** In what two rows differ, in the order in which it is told. */
export function differingAspects<T extends ToldTable>(
  table: T,
  before: RowOf<T>,
  after: RowOf<T>,
): readonly AspectName[] {
  const aspects = Object.entries(COUNTED_ASPECTS[table]) as [AspectName, (row: RowOf<T>) => unknown][];
  return aspects.flatMap(([name, of]) => (text(of(before)) === text(of(after)) ? [] : [name]));
}

function text(value: unknown): string {
  return canonicalJson(value ?? null);
}
