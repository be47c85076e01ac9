import { missWords, noPathWords, type Lone, type SaidMiss } from '#server/analysis/no-path-words.ts';
import type { MissById, NoPathById } from '#server/analysis/path-answers.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { messageOf, sameEnds } from './may-be-same.ts';
import { nameLabel } from './name.ts';
import type { MissShape, NoPathShape } from './path-types.ts';
import type { View } from './view.ts';

/** @param asked a no of NO_RELATIONS names all of its end that has none */
export function noPathInWords(
  at: View,
  none: NoPathById,
  asked: Pick<PathQuestion<string>, 'from' | 'to' | 'maxHops'>,
): NoPathShape {
  const message = async () => {
    const lone = none.end === undefined ? [] : asked[none.end];
    return noPathWords(none, await Promise.all(none.misses.map((miss) => said(at, miss))), {
      lone: await Promise.all(lone.map((id) => loneOf(at, id))),
      mayBeSame: await Promise.all((await sameEnds(at, asked)).map(({ same }) => messageOf(at, same))),
      maxHops: asked.maxHops,
    });
  };
  return { none, misses: none.misses.map((miss) => missShape(at, miss)), message };
}

export function missShape(at: View, miss: MissById): MissShape {
  return { at, miss, message: async () => missWords(await said(at, miss)) };
}

/** An end of which the graph has no relationship, and what its page has. */
export async function loneOf(at: View, id: string): Promise<Lone> {
  const [name, attributes, indicators] = await Promise.all([
    nameLabel(at, id),
    at.load.by('attribute', 'entity', id),
    at.load.by('indicator', 'entity', id),
  ]);
  return { name, attributes: attributes.filter((one) => one.name !== 'name').length, indicators: indicators.length };
}

async function said(at: View, { filters, pastPlaces, path }: MissById): Promise<SaidMiss> {
  const { hops, readings, weak, leastReal, entities } = path;
  const names = await Promise.all(entities.map((id) => nameLabel(at, id)));
  return { filters, pastPlaces, hops, readings, isWeak: weak.length > 0, leastReal, names };
}
