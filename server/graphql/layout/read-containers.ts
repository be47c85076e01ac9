import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { sortedUnique } from '#graph-model/text.ts';
import type { Plan, PlanFact } from '#server/analysis/layout/plan.ts';
import { byIdOf } from './by-id.ts';
import type { View } from '../view.ts';

const AREAS: readonly Kind[] = ['Place', 'Park'];
const TIES: readonly PlanFact['type'][] = ['PART_OF', 'LOCATED_IN'];

type Entities = ReadonlyMap<string, RowOf<'entity'>>;

/**
 * What contains each area that the plan names, and what contains that. The plan's own word goes before that of others,
 * planned as well as standing; of what other sources say only what stands and has not ended.
 */
export async function readContainers(
  at: View,
  said: readonly PlanFact[],
  named: Entities,
): Promise<Pick<Plan, 'placedIn' | 'liesIn'> & { readonly rows: Entities }> {
  const rows = new Map([...named].filter(([, { kind }]) => AREAS.includes(kind)));
  const own = new Map<string, string[]>();
  for (const { type, from, to } of said) {
    if (TIES.includes(type) && rows.has(from) && rows.has(to)) own.set(from, [...(own.get(from) ?? []), to]);
  }
  const placedIn = new Map<string, readonly string[]>();
  const liesIn = new Map<string, readonly string[]>();
  for (let open = [...rows.keys()]; open.length > 0;) {
    const out = await Promise.all(open.map((area) => at.load.by('relationship', 'from', area)));
    const standing = out.map((ties) =>
      ties.filter(
        ({ type, modality, ended }) =>
          TIES.includes(type) && ended !== true && (modality === 'operating' || modality === 'building'),
      ),
    );
    const found = byIdOf(await at.load.rows('entity', new Set(standing.flat().map(({ to }) => to))));
    open.forEach((area, i) => {
      const known = (standing[i] ?? []).flatMap(({ to }) =>
        AREAS.includes(found.get(to)?.kind ?? 'Chain') ? [to] : [],
      );
      const bySource = own.get(area) ?? [];
      placedIn.set(area, sortedUnique(bySource.length > 0 ? bySource : known));
      liesIn.set(area, sortedUnique([...bySource, ...known]));
    });
    const next = [...found].filter(([id, { kind }]) => AREAS.includes(kind) && !rows.has(id));
    for (const [id, row] of next) rows.set(id, row);
    open = next.map(([id]) => id);
  }
  return { placedIn, liesIn, rows };
}
