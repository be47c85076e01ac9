import type { EntityId } from '#graph-model/ids.ts';
import type { CloseReason, RowOf } from '#graph-model/rows.ts';
import { differingAspects, type ToldTable } from './aspects.ts';
import type { Net } from './net.ts';
import type { AspectName, ChangeName } from './words.ts';

/** One change as it is told. A fact that went on under another id, as after a merge, has both rows. */
export type Told = { readonly [T in ToldTable]: ToldOf<T> }[ToldTable];

export type ToldOf<T extends ToldTable> = {
  readonly table: T;
  readonly change: ChangeName;
  readonly before?: RowOf<T>;
  readonly after?: RowOf<T>;
  /** In what they differ, where both are there. */
  readonly aspects: readonly AspectName[];
  /** The version that did it, where it was looked for. */
  readonly version?: number;
  readonly reason?: CloseReason;
  /** What an entity merged into, or split off from. */
  readonly other?: EntityId;
};

const WORDS = {
  relationship: 'relation',
  attribute: 'attribute',
  indicator: 'indicator',
  name: 'name',
  source: 'source',
  coverage: 'coverage',
  decision: 'decision',
} as const satisfies { [T in Exclude<ToldTable, 'entity'>]: string };

/** What came, went or changed, as it is. */
export function toldOf<T extends Exclude<ToldTable, 'entity'>>(table: T, net: Net<T>): ToldOf<T> {
  const { before, after } = net;
  const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const aspects = before !== undefined && after !== undefined ? differingAspects(table, before, after) : [];
  return { table, change: `${WORDS[table]}_${how}` as ChangeName, aspects, ...net };
}
