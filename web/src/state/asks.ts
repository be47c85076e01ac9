import type { BoardCell } from '../api/board.ts';
import type { BriefFact } from '../api/brief.ts';
import type { SourceLite } from '../api/fragments.ts';
import type { Named } from '../locale/use-words.ts';
import { requestsOf } from './board-face.ts';
import { REQUESTS, type Request } from './board-words.ts';

export type BriefPlace = { readonly id: string; readonly source: SourceLite; readonly locator: string };

/** Whom something is asked of, or for where: a place or a park; else who is said to want it. */
export type AskedFor = Named & {
  readonly id: string;
  readonly isArea: boolean;
  readonly places: readonly BriefPlace[];
};

/** What one source asks for in one cell: it is the source that asks, never the place that it speaks of. */
export type Ask = {
  readonly role: Request;
  /** Null: no place that supports it was fetched. */
  readonly source: SourceLite | null;
  readonly of: readonly AskedFor[];
  /** Statements whose places are not among them. */
  readonly more: number;
};

/** Who asks for a cell, or for what stands beside it, firmest first: by source, each with the places it asks it for. */
export function asksOf(cell: Pick<BoardCell, 'requests'>, facts: ReadonlyMap<string, BriefFact>): readonly Ask[] {
  const requests = requestsOf(cell);
  return REQUESTS.flatMap((role) =>
    asksBy(
      role,
      requests[role].flatMap(({ id }) => facts.get(id) ?? []),
    ),
  );
}

/** The same of facts that are all asked for in one way. */
export function asksBy(role: Request, facts: readonly BriefFact[]): readonly Ask[] {
  const by = new Map<string, { source: SourceLite | null; of: Map<string, AskedFor>; more: number }>();
  for (const fact of facts) {
    const places = placesOf(fact);
    const sources = new Map(places.map(({ source }) => [source.id, source]));
    const told: readonly (SourceLite | null)[] = sources.size > 0 ? [...sources.values()] : [null];
    told.forEach((source, at) => {
      const key = source?.id ?? '';
      const ask = by.get(key) ?? { source, of: new Map<string, AskedFor>(), more: 0 };
      by.set(key, ask);
      const known = ask.of.get(fact.from.id);
      const own = places.filter((place) => place.source.id === source?.id);
      ask.of.set(fact.from.id, {
        ...fact.from,
        isArea: fact.from.kind === 'Place' || fact.from.kind === 'Park',
        places: [...(known?.places ?? []), ...own],
      });
      // Of several sources the first says what is left out, so that it is counted once.
      if (at === 0) ask.more += moreOf(fact);
    });
  }
  return [...by.values()].map(({ source, of, more }) => ({ role, source, of: [...of.values()], more }));
}

/** Places that support a fact, each once. */
export function placesOf({ provenance }: Pick<BriefFact, 'provenance'>): readonly BriefPlace[] {
  const evidence = provenance.statements.edges.flatMap(({ node }) => node.evidence);
  const supporting = evidence.filter(({ stance }) => stance === 'supports').map(({ passage }) => passage);
  return [...new Map(supporting.map((passage) => [passage.id, passage])).values()];
}

/** Statements of a fact that were not fetched. */
export function moreOf({ provenance: { statements } }: Pick<BriefFact, 'provenance'>): number {
  return statements.totalCount - statements.edges.length;
}
