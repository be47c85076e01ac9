import type { Board, BoardCell } from '../api/board.ts';
import type { BriefFact } from '../api/brief.ts';
import type { Label, Modality, SourceLite } from '../api/fragments.ts';
import type { Named } from '../locale/use-words.ts';
import { factIdsOf, requestsOf } from './board-face.ts';
import { BRIEF_ROLES, type BriefRole } from './board-words.ts';

export type BriefPlace = { readonly id: string; readonly source: SourceLite; readonly locator: string };

/** One body, or one that asks, in one cell. */
export type BriefLine = {
  readonly role: BriefRole;
  /** Of what only is said of an area, and of judgements, the sentence; else who it is. */
  readonly what: (Named & { readonly id: string }) | { readonly sentence: Label };
  /** Of what is only meant, how firmly: planned or proposed. */
  readonly modality: Modality | null;
  /** Places that support it, each once. */
  readonly places: readonly BriefPlace[];
  /** Statements whose places are not among them. */
  readonly more: number;
};

export type BriefRow = { readonly cell: BoardCell; readonly lines: readonly BriefLine[] };

export type Brief = {
  /** Cells that something is said of, in the order of the board. */
  readonly rows: readonly BriefRow[];
  /** In the order in which the rows first name them: what a line names by number. */
  readonly sources: readonly SourceLite[];
  /** Facts of the board that were not fetched, and so are in no line. */
  readonly cut: number;
  /** Cells of which nothing is said. */
  readonly silent: number;
};

/** Facts of one cell that were not fetched. */
export function cutIn(cell: BoardCell, facts: ReadonlyMap<string, unknown>): number {
  return factIdsOf(cell).filter((id) => !facts.has(id)).length;
}

/** Every fact of the cells of a board, each once, in the order of the board. */
export function briefIds({ cells }: Pick<Board, 'cells'>): readonly string[] {
  return [...new Set(cells.flatMap(factIdsOf))];
}

/** The board cell by cell: who stands in it as what, who asks for it, and where each is written. */
export function briefOf(board: Pick<Board, 'cells'>, facts: ReadonlyMap<string, BriefFact>): Brief {
  const told = board.cells.filter((cell) => factIdsOf(cell).length > 0);
  const rows = told.map((cell) => ({ cell, lines: linesOf(cell, facts) }));
  const sources = new Map<string, SourceLite>();
  for (const { lines } of rows) {
    for (const { places } of lines) for (const { source } of places) sources.set(source.id, source);
  }
  return {
    rows,
    sources: [...sources.values()],
    cut: briefIds(board).filter((id) => !facts.has(id)).length,
    silent: board.cells.length - told.length,
  };
}

/** Who stands in a cell, in the order of the roles; of judgements and areas what is said. */
export function linesOf(cell: BoardCell, facts: ReadonlyMap<string, BriefFact>): readonly BriefLine[] {
  const requests = requestsOf(cell);
  return BRIEF_ROLES.flatMap((role): readonly BriefLine[] => {
    switch (role) {
      case 'areas':
      case 'judged':
        return known(cell[role], facts).map((fact) => line(role, { sentence: fact.sentence }, null, [fact]));
      case 'policy':
      case 'reported':
      case 'proposed': {
        const asking = known(requests[role], facts);
        const who = new Map(asking.map(({ from }) => [from.id, from]));
        return [...who.values()].map((from) =>
          line(
            role,
            from,
            null,
            asking.filter((fact) => fact.from.id === from.id),
          ),
        );
      }
      default:
        return cell[role].flatMap(({ entity, relations }) => {
          const own = known(relations, facts);
          if (own.length === 0) return [];
          return [line(role, entity, role === 'intended' ? firmest(own) : null, own)];
        });
    }
  });
}

function line(
  role: BriefRole,
  what: BriefLine['what'],
  modality: Modality | null,
  facts: readonly BriefFact[],
): BriefLine {
  const places = new Map<string, BriefPlace>();
  let more = 0;
  for (const { provenance } of facts) {
    const { edges, totalCount } = provenance.statements;
    more += totalCount - edges.length;
    for (const { stance, passage } of edges.flatMap(({ node }) => node.evidence)) {
      if (stance === 'supports') places.set(passage.id, passage);
    }
  }
  return { role, what, modality, places: [...places.values()], more };
}

function known(ids: readonly { readonly id: string }[], facts: ReadonlyMap<string, BriefFact>): readonly BriefFact[] {
  return ids.flatMap(({ id }) => facts.get(id) ?? []);
}

/** A plan is firmer than a wish. */
function firmest(facts: readonly BriefFact[]): Modality {
  return facts.some(({ modality }) => modality === 'planned') ? 'planned' : 'proposed';
}
