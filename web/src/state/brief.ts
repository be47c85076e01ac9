import type { Beside, Board, BoardCell } from '../api/board.ts';
import type { BriefFact } from '../api/brief.ts';
import type { Label, Modality, SourceLite } from '../api/fragments.ts';
import type { Named } from '../locale/use-words.ts';
import { asksOf, moreOf, placesOf, type Ask, type BriefPlace } from './asks.ts';
import { BESIDE_ACTORS, besideIds } from './beside.ts';
import { factIdsOf } from './board-face.ts';
import { SEEN_ROLES, type SeenRole } from './board-words.ts';
import { chainGroups, type ChainGroup } from './chain-groups.ts';

/** One body in one cell, or what is said of it. */
export type BriefLine = {
  readonly role: SeenRole;
  /** Of areas, research and judgements the sentence, which says how; else who it is. */
  readonly what: (Named & { readonly id: string }) | { readonly id: string; readonly sentence: Label };
  /** Of what is only meant, how firmly: planned or proposed. */
  readonly modality: Modality | null;
  /** Places that support it, each once. */
  readonly places: readonly BriefPlace[];
  /** Statements whose places are not among them. */
  readonly more: number;
};

/** Who asks, and who stands there. */
export type Told = { readonly asks: readonly Ask[]; readonly lines: readonly BriefLine[] };
export type BriefRow = Told & { readonly cell: BoardCell };
export type BesideRow = Told & { readonly beside: Beside };

export type Brief = {
  /** Cells that something is said of, in the order of the board. */
  readonly rows: readonly BriefRow[];
  /** Segments of other chains: in no count. */
  readonly beside: readonly BesideRow[];
  /** What is said of the chain as a whole: in no count. */
  readonly ofChain: readonly ChainGroup[];
  /** In the order in which the rows first name them: what a line names by number. */
  readonly sources: readonly SourceLite[];
  /** Facts of the board that were not fetched, and so are in no line. */
  readonly cut: number;
  /** Cells of which nothing is said. */
  readonly silent: readonly BoardCell[];
};

type OfBoard = Pick<Board, 'cells' | 'alongside' | 'ofChain' | 'requestsOfChain'>;

/** Facts of one cell that were not fetched. */
export function cutIn(cell: BoardCell, facts: ReadonlyMap<string, unknown>): number {
  return factIdsOf(cell).filter((id) => !facts.has(id)).length;
}

/** Every fact that a brief of a board tells, each once: of its cells in their order, beside them, then of the chain. */
export function briefIds({ cells, alongside, ofChain }: OfBoard): readonly string[] {
  return [...new Set([...cells.flatMap(factIdsOf), ...besideIds(alongside), ...ofChain.map(({ id }) => id)])];
}

/** The board cell by cell: who stands in it as what, who asks for it, and where each is written. */
export function briefOf(board: OfBoard, facts: ReadonlyMap<string, BriefFact>): Brief {
  const told = board.cells.filter((cell) => factIdsOf(cell).length > 0);
  const rows = told.map((cell) => ({ cell, ...asksAndLines(cell, facts) }));
  const beside = board.alongside.map((one) => ({ beside: one, ...besideTold(one, facts) }));
  const ofChain = chainGroups(board, facts);
  const sources = new Map<string, SourceLite>();
  const name = (places: readonly BriefPlace[]) => {
    for (const { source } of places) sources.set(source.id, source);
  };
  for (const { asks, lines } of [...rows, ...beside]) {
    for (const { of } of asks) for (const { places } of of) name(places);
    for (const { places } of lines) name(places);
  }
  for (const group of ofChain) for (const fact of group.facts) name(placesOf(fact));
  return {
    rows,
    beside,
    ofChain,
    sources: [...sources.values()],
    cut: briefIds(board).filter((id) => !facts.has(id)).length,
    silent: board.cells.filter((cell) => !told.includes(cell)),
  };
}

/** Who asks for a cell, and who stands in it in the order of the roles. */
export function asksAndLines(cell: BoardCell, facts: ReadonlyMap<string, BriefFact>): Told {
  return { asks: asksOf(cell, facts), lines: linesOf(cell, facts) };
}

function linesOf(cell: BoardCell, facts: ReadonlyMap<string, BriefFact>): readonly BriefLine[] {
  return SEEN_ROLES.flatMap((role): readonly BriefLine[] => {
    switch (role) {
      case 'areas':
      case 'judged':
        return said(
          role,
          known(
            cell[role].map(({ id }) => id),
            facts,
          ),
        );
      case 'research':
        return said(
          role,
          known(
            cell.research.flatMap(({ relations }) => relations.map(({ id }) => id)),
            facts,
          ),
        );
      default:
        return cell[role].flatMap(({ entity, relations }) =>
          bodyLine(
            role,
            entity,
            relations.map(({ id }) => id),
            facts,
          ),
        );
    }
  });
}

/** Who asks for a segment of another chain, and who stands in it. */
export function besideTold(beside: Beside, facts: ReadonlyMap<string, BriefFact>): Told {
  return {
    asks: asksOf(beside, facts),
    lines: BESIDE_ACTORS.flatMap((role) =>
      beside[role].flatMap(({ entity, relationIds }) => bodyLine(role, entity, relationIds, facts)),
    ),
  };
}

function said(role: SeenRole, facts: readonly BriefFact[]): readonly BriefLine[] {
  return facts.map((fact) => factLine(role, fact));
}

/** One fact in its own words. */
export function factLine(role: SeenRole, fact: BriefFact): BriefLine {
  return line(role, { id: fact.id, sentence: fact.sentence }, null, [fact]);
}

function bodyLine(
  role: SeenRole,
  body: Named & { readonly id: string },
  ids: readonly string[],
  facts: ReadonlyMap<string, BriefFact>,
): readonly BriefLine[] {
  const own = known(ids, facts);
  return own.length === 0 ? [] : [line(role, body, role === 'intended' ? firmest(own) : null, own)];
}

function line(
  role: SeenRole,
  what: BriefLine['what'],
  modality: Modality | null,
  facts: readonly BriefFact[],
): BriefLine {
  const places = new Map(facts.flatMap(placesOf).map((place) => [place.id, place]));
  return { role, what, modality, places: [...places.values()], more: facts.reduce((sum, one) => sum + moreOf(one), 0) };
}

function known(ids: readonly string[], facts: ReadonlyMap<string, BriefFact>): readonly BriefFact[] {
  return ids.flatMap((id) => facts.get(id) ?? []);
}

/** A plan is firmer than a wish. */
function firmest(facts: readonly BriefFact[]): Modality {
  return facts.some(({ modality }) => modality === 'planned') ? 'planned' : 'proposed';
}
