import type { Board, BoardCell, BoardFlow, Judgement } from '../api/board.ts';
import { BODY_KINDS } from './body-kinds.ts';
import { mayBeOne } from './doubts.ts';
import { REQUESTS, type Face, type Lens, type Request } from './board-words.ts';

export function faceOf({ state, sole }: Pick<Judgement, 'state' | 'sole'>): Face {
  return sole && (state === 'present' || state === 'weak') ? 'sole' : state;
}

type Ids = readonly { readonly id: string }[];

/** What is asked for, of a cell or otherwise: a plan is policy only where a policy says so itself. */
export function requestsOf({ requests }: Pick<BoardCell, 'requests'>): Readonly<Record<Request, Ids>> {
  return {
    policy: requests.flatMap((one) => (one.class === 'policy' ? one.planned : [])),
    reported: requests.flatMap((one) => (one.class === 'policy' ? [] : one.planned)),
    proposed: requests.flatMap((one) => one.proposed),
  };
}

/** What is seen of a cell, each at its fixed place. */
export type Marks = {
  /** The firmest. */
  readonly request: Request | null;
  readonly firms: { readonly mark: 'operating' | 'building'; readonly count: number } | null;
  readonly research: number;
  /** Bodies that only plan to, or are wished to: beside the others, and none of them. */
  readonly intended: number;
};

export function marksOf(cell: Pick<BoardCell, 'requests' | 'operating' | 'building' | 'research' | 'intended'>): Marks {
  const { operating, building, research, intended } = cell;
  const requests = requestsOf(cell);
  return {
    request: REQUESTS.find((request) => requests[request].length > 0) ?? null,
    firms:
      operating.length > 0
        ? { mark: 'operating', count: operating.length }
        : building.length > 0
          ? { mark: 'building', count: building.length }
          : null,
    research: research.length,
    intended: intended.length,
  };
}

export type RegionSum = {
  readonly region: Board['regions'][number];
  readonly faces: Readonly<Record<Face, number>>;
  /** Cells that a policy asks for; those that only a report or a proposal asks for. */
  readonly asked: number;
  readonly said: number;
  /** Actors in operation, each once however many segments it works in. */
  readonly firms: number;
  /** Of these, how many may be the same as another of them. */
  readonly doubtful: number;
  /** Bodies that build in some segment and operate in none; that only intend to. */
  readonly building: number;
  readonly intended: number;
  readonly research: number;
  readonly covered: number;
};

/** One line a region: how many cells of each state, and what is seen in them. */
export function sumsOf({ regions, cells }: Pick<Board, 'regions' | 'cells'>): readonly RegionSum[] {
  return regions.map((region) => {
    const own = cells.filter((cell) => cell.region.id === region.id);
    const faces = { strong: 0, present: 0, weak: 0, sole: 0, missing: 0, unsurveyed: 0 };
    for (const cell of own) faces[faceOf(cell.judgement)] += 1;
    const distinct = (actors: (cell: BoardCell) => BoardCell['operating']) =>
      new Map(own.flatMap((cell) => actors(cell).map(({ entity }) => [entity.id, entity] as const)));
    const operating = distinct((cell) => cell.operating);
    const building = [...distinct((cell) => cell.building).keys()].filter((id) => !operating.has(id));
    const intended = [...distinct((cell) => cell.intended).keys()].filter(
      (id) => !operating.has(id) && !building.includes(id),
    );
    return {
      region,
      faces,
      asked: own.filter((cell) => marksOf(cell).request === 'policy').length,
      said: own.filter((cell) => ['reported', 'proposed'].includes(marksOf(cell).request ?? '')).length,
      firms: operating.size,
      doubtful: mayBeOne([...operating.values()]),
      building: building.length,
      intended: intended.length,
      research: distinct((cell) => cell.research).size,
      covered: own.filter((cell) => cell.covered).length,
    };
  });
}

/** Bodies in operation in the chain as a whole that no cell of the board has: of no segment, and in no count. */
export function onlyOfChain({
  ofChain,
  cells,
}: Pick<Board, 'ofChain'> & {
  readonly cells: readonly Pick<BoardCell, 'operating' | 'building'>[];
}): readonly Board['ofChain'][number]['from'][] {
  const placed = new Set(cells.flatMap((cell) => [...cell.operating, ...cell.building].map(({ entity }) => entity.id)));
  const only = ofChain
    .filter(
      ({ type, modality, from }) => type === 'ACTIVE_IN' && modality === 'operating' && BODY_KINDS.includes(from.kind),
    )
    .map(({ from }) => from)
    .filter(({ id }) => !placed.has(id));
  return [...new Map(only.map((body) => [body.id, body])).values()];
}

/** The columns with the segments that have a cell of one of these states; without a state to show, all. */
export function columnsWith(
  { columns, cells }: Pick<Board, 'columns' | 'cells'>,
  faces: readonly Face[],
): Board['columns'] {
  if (faces.length === 0) return columns;
  const shown = new Set(
    cells.filter((cell) => faces.includes(faceOf(cell.judgement))).map(({ segment }) => segment.id),
  );
  return columns.flatMap((column) => {
    const segments = column.segments.filter(({ entity }) => shown.has(entity.id));
    return segments.length > 0 ? [{ ...column, segments }] : [];
  });
}

/** A gap: 空白, 薄弱 or 独家, this one also beside 优势. */
export function isGap({ state, sole }: Pick<Judgement, 'state' | 'sole'>): boolean {
  return state === 'missing' || state === 'weak' || sole;
}

/** What the cells show: of gaps there is nothing to show where no register covers a cell and no source tells of one. */
export function lensShown({ cells }: Pick<Board, 'cells'>, lens: Lens | null): Lens | null {
  const isIdle = lens === 'gaps' && !cells.some(({ covered, judgement }) => covered || isGap(judgement));
  return isIdle ? null : lens;
}

/** Is it otherwise than at the version it is compared with? */
export function isChanged({ change }: Pick<BoardCell, 'change'>): boolean {
  return change !== null && (change.moved || change.change === 'changed');
}

/** Where a segment gets from and what it gives to, each segment once. */
export function flowsOf(
  flows: readonly BoardFlow[],
  segment: string,
): { from: readonly string[]; to: readonly string[] } {
  return {
    from: [...new Set(flows.filter((flow) => flow.to === segment).map((flow) => flow.from))],
    to: [...new Set(flows.filter((flow) => flow.from === segment).map((flow) => flow.to))],
  };
}

/** Every fact of a cell, each once, in the order in which the panel shows them. */
export function factIdsOf(cell: BoardCell): readonly string[] {
  const actors = [cell.operating, cell.building, cell.unplaced, cell.intended, cell.research].flat();
  const asked = Object.values(requestsOf(cell)).flat();
  const facts = [...asked, ...actors.flatMap((actor) => actor.relations)];
  return [...new Set([...facts, ...cell.areas, ...cell.judged].map((fact) => fact.id))];
}
