import type { PartialDate } from '#graph-model/dates.ts';
import { KIND_SETS } from '#graph-model/ontology/kinds.ts';
import { boardOf, type Board, type Cell } from '../board/board.ts';
import { isRequest, RESEARCH } from '../board/cell-facts.ts';
import { wholeOf } from '../board/columns.ts';
import { registersOf } from '../board/covered.ts';
import { localityOf } from '../board/locality.ts';
import type { ChainSlice, SliceCoverage, SliceFact } from '../board/slice.ts';

/** Open: to be filled. Settled: a register covers it. Seen: somebody operates there, so nothing is asked. */
export type AskedState = 'open' | 'settled' | 'seen';

/** A segment of a chain that sources ask of one place or park, or the chain as a whole. */
export type Asked = {
  readonly slice: ChainSlice;
  /** Undefined: the chain as a whole is asked for, without a segment. */
  readonly segment: string | undefined;
  /** The place or park that is asked: not one inside it or around it. */
  readonly office: string;
  readonly state: AskedState;
  /** Who asks for it there, in order of id. */
  readonly planned: readonly SliceFact[];
  readonly proposed: readonly SliceFact[];
  /** Areas among those that ask which stand only as meant: this office plans them. In order of id. */
  readonly meantFor: readonly string[];
  /** What the board shows there; for the chain as a whole the board has no cell. */
  readonly cell: Cell | undefined;
  readonly building: number;
  readonly unplaced: number;
  /** Bodies whose research stands behind it, wherever they are: what could be transferred. */
  readonly research: ReadonlyMap<string, readonly SliceFact[]>;
  readonly registers: readonly SliceCoverage[];
};

export type AskedOfChain = {
  /** In order of the board, what is asked of the chain as a whole first, by office. */
  readonly asked: readonly Asked[];
  /** Requests that name no place: they are asked of nobody. In order of id. */
  readonly placeless: readonly SliceFact[];
};

/**
 * What is asked of each place or park of a chain, as the board of that chain and date has it: a cell is in the list
 * where a source asks for this segment of this very place.
 */
export function askedOf(slice: ChainSlice, date: PartialDate): AskedOfChain {
  const requests = slice.facts.filter((fact) => isRequest(slice, fact));
  const byOffice = new Map<string, SliceFact[]>();
  for (const fact of requests) {
    const office = officeOf(slice, fact);
    if (office === undefined) continue;
    const known = byOffice.get(office);
    if (known === undefined) byOffice.set(office, [fact]);
    else known.push(fact);
  }
  const offices = [...byOffice.keys()].sort();
  const board = boardOf(slice, offices, date);
  const asked = offices.flatMap((office) => askedOfOffice(slice, board, office, byOffice.get(office) ?? [], date));
  return { asked, placeless: inOrderOfId(requests.filter((fact) => officeOf(slice, fact) === undefined)) };
}

/**
 * The place or park that the fact names, else the one its subject is in: a facility has no office of its own, and an
 * area that stands only as planned has nobody yet, so that who plans it is asked.
 */
function officeOf(slice: ChainSlice, fact: SliceFact): string | undefined {
  const at = slice.entities.get(fact.at ?? fact.from);
  if (at === undefined) return undefined;
  const area = at.kind === 'Place' || at.kind === 'Park' ? at.id : at.place;
  return area === undefined ? undefined : (slice.meantAreas.get(area) ?? area);
}

/** Areas that stand only as meant, of those that ask. */
function meantFor(slice: ChainSlice, requests: readonly SliceFact[]): readonly string[] {
  const areas = requests.map(({ at, from }) => at ?? from).filter((id) => slice.meantAreas.has(id));
  return [...new Set(areas)].sort();
}

function askedOfOffice(
  slice: ChainSlice,
  board: Board,
  office: string,
  requests: readonly SliceFact[],
  date: PartialDate,
): readonly Asked[] {
  const cells = board.cells.filter(({ region }) => region === office);
  const ofChain = requests.filter(({ segment }) => segment === slice.chain.id);
  const whole = ofChain.length === 0 ? [] : [wholeChain(slice, cells, office, ofChain, date)];
  const single = cells.flatMap((cell) => {
    const here = requests.filter(({ segment }) => segment === cell.segment);
    return here.length === 0 ? [] : [oneSegment(slice, cell, here)];
  });
  return [...whole, ...single];
}

function oneSegment(slice: ChainSlice, cell: Cell, requests: readonly SliceFact[]): Asked {
  const { facts, registers, segment, region } = cell;
  return {
    slice,
    segment,
    office: region,
    state: stateOf(registers.length > 0, facts.operating.size),
    ...sorted(requests),
    meantFor: meantFor(slice, requests),
    cell,
    building: facts.building.size,
    unplaced: facts.unplaced.size,
    research: researchOf(slice, wholeOf(slice, segment)),
    registers,
  };
}

/** Seen where anybody operates in any of its segments, or in the chain without a segment. */
function wholeChain(
  slice: ChainSlice,
  cells: readonly Cell[],
  office: string,
  requests: readonly SliceFact[],
  date: PartialDate,
): Asked {
  const operating = new Set(cells.flatMap(({ facts }) => [...facts.operating.keys()]));
  const building = new Set(cells.flatMap(({ facts }) => [...facts.building.keys()]));
  const unplaced = new Set(cells.flatMap(({ facts }) => [...facts.unplaced.keys()]));
  for (const fact of slice.facts) {
    const kind = slice.entities.get(fact.from)?.kind;
    if (fact.segment !== slice.chain.id || fact.type !== 'ACTIVE_IN' || kind === undefined) continue;
    if (!KIND_SETS.body.some((body) => body === kind)) continue;
    if (fact.modality !== 'operating' && fact.modality !== 'building') continue;
    const locality = localityOf(slice, fact, office);
    if (locality === 'open') unplaced.add(fact.from);
    if (locality === 'local') (fact.modality === 'operating' ? operating : building).add(fact.from);
  }
  for (const body of operating) building.delete(body);
  // Only a register of the chain itself covers all of it.
  const registers = registersOf(slice, new Set(), office, date);
  return {
    slice,
    segment: undefined,
    office,
    state: stateOf(registers.length > 0, operating.size),
    ...sorted(requests),
    meantFor: meantFor(slice, requests),
    cell: undefined,
    building: building.size,
    unplaced: unplaced.size,
    research: researchOf(slice, new Set([slice.chain.id])),
    registers,
  };
}

function stateOf(covered: boolean, operating: number): AskedState {
  if (covered) return 'settled';
  return operating > 0 ? 'seen' : 'open';
}

function sorted(requests: readonly SliceFact[]): Pick<Asked, 'planned' | 'proposed'> {
  const inOrder = inOrderOfId(requests);
  return {
    planned: inOrder.filter(({ modality }) => modality === 'planned'),
    proposed: inOrder.filter(({ modality }) => modality === 'proposed'),
  };
}

function researchOf(slice: ChainSlice, segments: ReadonlySet<string>): ReadonlyMap<string, readonly SliceFact[]> {
  const facts = slice.facts.filter(
    ({ type, modality, segment }) =>
      segments.has(segment) && RESEARCH.includes(type) && (modality === 'operating' || modality === 'building'),
  );
  const by = new Map<string, SliceFact[]>();
  for (const fact of inOrderOfId(facts)) by.set(fact.from, [...(by.get(fact.from) ?? []), fact]);
  return new Map([...by].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inOrderOfId(facts: readonly SliceFact[]): readonly SliceFact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
