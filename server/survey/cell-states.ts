import type { PartialDate } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { boardOf } from '#server/analysis/board/board.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import type { Judgement } from '#server/analysis/board/state.ts';
import { readSlice } from '#server/graphql/board/read-slice.ts';
import type { View } from '#server/graphql/view.ts';
import type { Doubt } from './same-firms.ts';

/** A cell of the board, before and after a sheet is accepted. */
export type CellChange = {
  readonly chain: string;
  readonly segment: string;
  readonly region: string;
  readonly before: Judged;
  readonly after: Judged;
  /** Where it would be another one if firms that may be one are: the state that stands claims neither. */
  readonly ifOne: Judged | null;
};
export type Judged = Pick<Judgement, 'state' | 'sole' | 'onlyBuilding'>;

/** One moment of the store: what is read, and the day that it speaks for. */
export type Moment = { readonly at: View; readonly date: PartialDate };

type Asked = {
  readonly isAnswered: (segment: string) => boolean;
  readonly doubts: readonly Doubt[];
};

/** Places around the office whose cells are looked at too. */
const MOST_AROUND = 5;

/**
 * What happens to the cells of a chain in an office and in what contains it: those that change, and those that were
 * answered for. Office first, then by name; segments in order of the board.
 */
export async function cellChanges(
  before: Moment,
  after: Moment,
  chain: RowOf<'entity'>,
  office: RowOf<'entity'>,
  { isAnswered, doubts }: Asked,
): Promise<readonly CellChange[]> {
  const slice = await readSlice(after.at, chain, [office.id], after.date);
  const containers = await after.at.load.rows('entity', slice.around.get(office.id) ?? []);
  containers.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const regions = [office, ...containers.slice(0, MOST_AROUND)];
  const ids = regions.map(({ id }) => id as string);
  const sliceAt = ({ at, date }: Moment) => readSlice(at, chain, ids, date);
  const cellsOf = (of: ChainSlice, { date }: Moment) =>
    boardOf(of, ids, date).cells.map((cell) => [`${cell.segment} ${cell.region}`, cell] as const);
  const next = await sliceAt(after);
  const [earlier, later] = [new Map(cellsOf(await sliceAt(before), before)), cellsOf(next, after)];
  const merged = new Map(doubts.length === 0 ? [] : cellsOf(asOne(next, doubts), after));
  const names = new Map([...slice.segments, ...regions].map(({ id, name }) => [id as string, name]));
  const changes = later.flatMap(([key, cell]) => {
    const { segment, region } = cell;
    const [was, is] = [judged(earlier.get(key)), judged(cell)];
    const isShown = JSON.stringify(was) !== JSON.stringify(is) || (region === office.id && isAnswered(segment));
    const said = { chain: chain.name, segment: names.get(segment) ?? '', region: names.get(region) ?? '' };
    const one = merged.get(key);
    const ifOne = one === undefined || JSON.stringify(judged(one)) === JSON.stringify(is) ? null : judged(one);
    return isShown ? [{ ...said, before: was, after: is, ifOne, place: ids.indexOf(region) }] : [];
  });
  return changes.sort((a, b) => a.place - b.place).map(({ place: _place, ...change }) => change);
}

/** The slice as it would be if each pair were one firm. */
function asOne(slice: ChainSlice, doubts: readonly Doubt[]): ChainSlice {
  const into = new Map<string, string>();
  const rootOf = (id: string): string => {
    const next = into.get(id);
    return next === undefined ? id : rootOf(next);
  };
  for (const { entities } of doubts) {
    const [one, other] = [rootOf(entities[0]), rootOf(entities[1])];
    if (one !== other) into.set(other, one);
  }
  return { ...slice, facts: slice.facts.map((fact) => ({ ...fact, from: rootOf(fact.from) })) };
}

/** A cell that is not on the board yet is to be surveyed, as one of which nothing is known. */
function judged(cell: Judgement | undefined): Judged {
  if (cell === undefined) return { state: 'unsurveyed', sole: false, onlyBuilding: false };
  const { state, sole, onlyBuilding } = cell;
  return { state, sole, onlyBuilding };
}
