import type { ToldTie } from '#server/analysis/candidates/ground.ts';
import {
  INTRODUCTIONS,
  introductionTo,
  isByParent,
  isIntroduction,
  MOST_WAYS,
  type IntroductionState,
} from '#server/analysis/candidates/introduction.ts';
import { pathsBetween, type PathById } from '#server/analysis/path-answers.ts';
import { builder } from '../builder.ts';
import { vocabulary } from '../enums.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { PathRef } from '../path-types.ts';
import { EntityRef } from '../refs.ts';
import type { View } from '../view.ts';
import { TieRef } from './row.ts';

type IntroductionShape = Way & { readonly at: View; readonly body: string; readonly plans: readonly ToldTie[] };

const StateEnum = vocabulary('CandidateIntroductionState', INTRODUCTIONS);

export const IntroductionRef = builder.objectRef<IntroductionShape>('CandidateIntroduction').implement({
  description:
    'Through whom a candidate could be reached: by what operates or is being built. A plan or a location is none.',
  fields: (t) => ({
    to: t.field({ type: EntityRef, resolve: ({ at, body }) => found(at, 'entity', body) }),
    state: t.field({ type: StateEnum, resolve: ({ state }) => state }),
    label: t.field({ type: LabelRef, resolve: ({ state }) => labelOnly(INTRODUCTIONS[state]) }),
    plans: t.field({
      type: [TieRef],
      description: 'Ties to the candidate that are only planned or proposed: nobody is introduced by them.',
      resolve: ({ at, plans }) => plans.map((tie) => ({ at, tie })),
    }),
    path: t.field({
      type: PathRef,
      nullable: true,
      description:
        'Of least cost from the region, a part of it, or the body asked about; no introduction where only a parent is ' +
        'common. See its `weak`: what is merely shared.',
      resolve: ({ at, path }) => (path === undefined ? null : { at, path }),
    }),
  }),
});

type Way = { readonly state: IntroductionState; readonly path: PathById | undefined };

/** @param from the region and its parts, or the body asked about */
export async function readIntroduction(at: View, body: string, from: readonly string[]): Promise<Way> {
  const shortest = await pathsBetween(at.topology, introductionTo(body, from));
  const [first] = shortest.paths;
  if (first === undefined) return { state: shortest.truncated ? 'cut' : 'none', path: undefined };
  if ((await ledBy(at, first)) === 'way') return { state: 'way', path: first };
  const more = await pathsBetween(at.topology, introductionTo(body, from, MOST_WAYS));
  const ways = await Promise.all(more.paths.map(async (path) => ({ path, state: await ledBy(at, path) })));
  const best = ways.find(({ state }) => state === 'way') ?? ways.find(({ state }) => state === 'parent');
  return best ?? { state: 'here', path: undefined };
}

/** What a way comes to: an introduction, a common parent, or that a candidate is here. */
async function ledBy(at: View, { entities, steps }: PathById): Promise<'way' | 'parent' | 'here'> {
  const [relations, between] = await Promise.all([
    Promise.all(steps.map((step) => at.load.rows('relationship', new Set(step.relations)))),
    at.load.rows('entity', entities.slice(1, -1)),
  ]);
  const first = relations[0]?.map(({ type }) => type) ?? [];
  if (
    !isIntroduction(
      first,
      between.map(({ kind }) => kind),
    )
  )
    return 'here';
  return isByParent(entities, relations) ? 'parent' : 'way';
}
