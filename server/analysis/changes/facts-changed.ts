import { ATTRIBUTES } from '#graph-model/ontology/attributes.ts';
import { MODALITIES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { CloseReason, RowOf } from '#graph-model/rows.ts';
import { differingAspects } from './aspects.ts';
import { factIdUnder, type FactTable, type Moves } from './moves.ts';
import type { Net } from './net.ts';
import { toldOf, type ToldOf } from './told.ts';

/** Facts of the other version, by id: there is one where a fact that went goes on, or where one that came was before. */
export type Counterparts<T extends FactTable> = {
  readonly later: ReadonlyMap<string, RowOf<T>>;
  readonly earlier: ReadonlyMap<string, RowOf<T>>;
};

/** The ids to look for in the other version: of facts whose entities merged or split off. */
export function counterpartIds<T extends FactTable>(table: T, nets: readonly Net<T>[], moves: Moves) {
  const [later, earlier] = [new Set<string>(), new Set<string>()];
  for (const { before, after } of nets) {
    const row = before ?? after;
    if (row === undefined || (before !== undefined && after !== undefined)) continue;
    const id = factIdUnder(table, row, before === undefined ? moves.earlier : moves.later);
    if (id !== row.id) (before === undefined ? earlier : later).add(id);
  }
  return { later, earlier };
}

/**
 * What came, went and changed of the facts of one table. A fact that only follows its entity into a merge or out of it
 * is the same fact; one value in the place of another, or another modality of the same, is told together.
 */
export function factsChanged<T extends FactTable>(
  table: T,
  nets: readonly Net<T>[],
  moves: Moves,
  counterparts: Counterparts<T>,
): readonly ToldOf<T>[] {
  const gone = new Map<string, Net<T>>();
  const come = new Map<string, Net<T>>();
  const told: ToldOf<T>[] = [];
  for (const net of nets) {
    if (net.after === undefined) gone.set((net.before as RowOf<T>).id, net);
    else if (net.before === undefined) come.set(net.after.id, net);
    else told.push(toldOf(table, net));
  }
  const pair = (before: RowOf<T>, after: RowOf<T>, { version }: Net<T>, reason?: CloseReason) => {
    if (differingAspects(table, before, after).length === 0) return;
    const net = { before, after, ...(version === undefined ? {} : { version }) };
    told.push({ ...toldOf(table, net), ...(reason === undefined ? {} : { reason }) });
  };
  for (const [id, net] of gone) {
    const goesOn = factIdUnder(table, net.before as RowOf<T>, moves.later);
    const row = goesOn === id ? undefined : counterparts.later.get(goesOn);
    if (row === undefined) continue;
    gone.delete(id);
    // One that was there beside it before tells its own change.
    if (come.delete(goesOn)) pair(net.before as RowOf<T>, row, net);
  }
  for (const [id, net] of come) {
    const was = factIdUnder(table, net.after as RowOf<T>, moves.earlier);
    const row = was === id ? undefined : counterparts.earlier.get(was);
    if (row === undefined) continue;
    come.delete(id);
    if (gone.delete(was)) pair(row, net.after as RowOf<T>, net);
  }
  for (const [before, after] of replaced(table, [...gone.values()], [...come.values()], moves)) {
    gone.delete((before.before as RowOf<T>).id);
    come.delete((after.after as RowOf<T>).id);
    pair(before.before as RowOf<T>, after.after as RowOf<T>, after, before.reason);
  }
  return [...told, ...[...gone.values(), ...come.values()].map((net) => toldOf(table, net))];
}

/** What went and what came in its place, where that is plain. */
function replaced<T extends FactTable>(table: T, gone: Net<T>[], come: Net<T>[], moves: Moves): [Net<T>, Net<T>][] {
  const places = new Map<string, { gone: Net<T>[]; come: Net<T>[] }>();
  const put = (nets: readonly Net<T>[], into: 'gone' | 'come') => {
    for (const net of nets) {
      const key = placeOf(table, (net.before ?? net.after) as RowOf<T>, moves);
      if (key === undefined) continue;
      const place = places.get(key) ?? { gone: [], come: [] };
      place[into].push(net);
      places.set(key, place);
    }
  };
  put(gone, 'gone');
  put(come, 'come');
  return [...places.values()].flatMap((place) => {
    if (table === 'relationship') {
      const [left, right] = [inModalityOrder(place.gone), inModalityOrder(place.come)];
      return left.flatMap((one, at): [Net<T>, Net<T>][] => {
        const other = right[at];
        return other === undefined ? [] : [[one, other]];
      });
    }
    const [one, other] = [place.gone[0], place.come[0]];
    const isPlain = place.gone.length === 1 && place.come.length === 1;
    return isPlain && one !== undefined && other !== undefined ? [[one, other]] : [];
  });
}

/** What can only be one at a time: the same relationship in any modality, a functional attribute, a figure. */
function placeOf<T extends FactTable>(table: T, row: RowOf<T>, moves: Moves): string | undefined {
  const fact = { table, row } as { [F in FactTable]: { table: F; row: RowOf<F> } }[FactTable];
  switch (fact.table) {
    case 'relationship':
      return factIdUnder('relationship', { ...fact.row, modality: 'operating' }, moves.later);
    case 'attribute': {
      const { name, entity } = fact.row;
      return ATTRIBUTES[name].functional ? JSON.stringify([moves.later(entity), name]) : undefined;
    }
    case 'indicator': {
      const { entity, measure, scope, period, figure } = fact.row;
      return JSON.stringify([moves.later(entity), measure, scope, period, figure]);
    }
  }
}

const MODALITY_ORDER: readonly string[] = wordsOf(MODALITIES);

function inModalityOrder<T extends FactTable>(nets: readonly Net<T>[]): readonly Net<T>[] {
  const rank = ({ before, after }: Net<T>) =>
    MODALITY_ORDER.indexOf(((before ?? after) as RowOf<'relationship'>).modality);
  return [...nets].sort((a, b) => rank(a) - rank(b));
}
