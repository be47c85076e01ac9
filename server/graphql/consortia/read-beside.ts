import { compareText, sortedUnique } from '#graph-model/text.ts';
import { FIGURES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { countsConsortia } from '#server/analysis/consortia/counted.ts';
import { allAround, meantPlaceOf, placeOf, readAround } from '#server/analysis/place-of.ts';
import type { View } from '../view.ts';
import type { ReadConsortium } from './read-consortia.ts';

/** Figures looked through for counts of consortia; that there are more is said. */
export const MOST_FIGURES = 20_000;
/** Registers named; a list of consortia of more places than these is of a whole country. */
export const MOST_REGISTERS = 6;

const OF_CONSORTIA = /联合体|\bconsorti/iu;

/** Figures of how many consortia there are. By period, the newest first, then entity and id. */
export async function readCounts(at: View) {
  const rows = await at.reader.find('indicator', 'figure', wordsOf(FIGURES), { limit: MOST_FIGURES + 1 });
  const figures = rows
    .slice(0, MOST_FIGURES)
    .filter(({ measure }) => countsConsortia(measure))
    .sort((a, b) => compareText(b.period, a.period) || compareText(a.entity, b.entity) || compareText(a.id, b.id));
  return { figures, cut: rows.length > MOST_FIGURES };
}

export type WantedRegister = {
  readonly place: string;
  /** Who issued the rules for consortia that hold there, where a source says. In order of id. */
  readonly keepers: readonly string[];
};

/** The registers that would settle which consortia there are: of the outermost places that these ones are in. */
export async function readWanted(at: View, consortia: readonly ReadConsortium[]): Promise<readonly WantedRegister[]> {
  const ids = consortia.map(({ row }) => row.id as string);
  const places = await at.topology.analyse(ids, (projection) => {
    const rows = ids.map((id) => projection.entities.indexOf(id));
    readAround(projection, rows);
    const inner = rows.flatMap((entity) => placeOf(projection, entity) ?? meantPlaceOf(projection, entity) ?? []);
    const around = new Map(inner.map((place) => [place, allAround(projection, place)]));
    const outer = [...new Set(inner)].filter((place) => !inner.some((other) => around.get(place)?.has(other) === true));
    return outer.map((place) => projection.entities.at(place));
  });
  return Promise.all(
    sortedUnique(places)
      .slice(0, MOST_REGISTERS)
      .map(async (place) => ({ place, keepers: await readKeepers(at, place) })),
  );
}

async function readKeepers(at: View, place: string): Promise<readonly string[]> {
  const applied = (await at.load.by('relationship', 'to', place)).filter(({ type }) => type === 'APPLIES_TO');
  const policies: RowOf<'entity'>[] = await at.load.rows('entity', new Set(applied.map(({ from }) => from)));
  const issued = await Promise.all(
    policies.filter(({ name }) => OF_CONSORTIA.test(name)).map(({ id }) => at.load.by('relationship', 'to', id)),
  );
  return sortedUnique(issued.flat().flatMap(({ type, from }) => (type === 'ISSUES' ? [from as string] : [])));
}
