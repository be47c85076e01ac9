import type { Candidates } from '../api/candidates.ts';
import type { Named } from '../locale/use-words.ts';
import { rowsOf, type ListName } from './candidate-face.ts';

type Body = Candidates[ListName]['rows'][number]['body'];

/** By body: who else on the page may be the same, because the name of one may mean the other. */
export function twinsIn(
  candidates: Pick<Candidates, ListName> & {
    readonly ranking: { readonly rows: readonly { readonly body: Body }[] } | null;
    readonly partners: { readonly rows: readonly { readonly body: Body }[] } | null;
  },
): ReadonlyMap<string, readonly Named[]> {
  const { ranking, partners } = candidates;
  const bodies = [
    ...rowsOf(candidates).map(({ row }) => row.body),
    ...[...(ranking?.rows ?? []), ...(partners?.rows ?? [])].map(({ body }) => body),
  ];
  const known = new Map(bodies.map((body) => [body.id, body]));
  return new Map(
    [...known].map(([id, { readings }]) => {
      const others = new Set(readings.flatMap(({ from, to }) => [from.id, to.id]));
      others.delete(id);
      return [id, [...others].flatMap((other) => known.get(other) ?? [])];
    }),
  );
}
