import { noPathWords } from '#server/analysis/no-path-words.ts';
import { introductionTo } from '#server/analysis/candidates/introduction.ts';
import { noPathBetween, pathsBetween, type NoPathById, type PathById } from '#server/analysis/path-answers.ts';
import { builder } from '../builder.ts';
import { entitiesAt } from '../entity.ts';
import { found } from '../found.ts';
import { NoPathRef, PathRef } from '../path-types.ts';
import { EntityRef } from '../refs.ts';
import type { View } from '../view.ts';

type IntroductionShape = {
  readonly at: View;
  readonly body: string;
  readonly path: PathById | undefined;
  readonly none: NoPathById | undefined;
  readonly from: readonly string[];
  readonly maxHops: number;
};

export const IntroductionRef = builder.objectRef<IntroductionShape>('CandidateIntroduction').implement({
  description: 'How a candidate could be reached: the path of least cost by what operates or is being built.',
  fields: (t) => ({
    to: t.field({ type: EntityRef, resolve: ({ at, body }) => found(at, 'entity', body) }),
    path: t.field({
      type: PathRef,
      nullable: true,
      description: 'From the region, a part of it, or the body asked about. See its `weak`: what is merely shared.',
      resolve: ({ at, path }) => (path === undefined ? null : { at, path }),
    }),
    none: t.field({
      type: NoPathRef,
      nullable: true,
      description: 'Why no source ties them; null where one does, or where the search was cut before that was known.',
      resolve: ({ at, none, from, maxHops }) => {
        if (none === undefined) return null;
        const spoken = none.nearest?.entities ?? (none.end === undefined ? [] : none.end === 'from' ? from : []);
        const message = async () => {
          const named = await entitiesAt(at, spoken.slice(0, 8));
          return noPathWords(
            none,
            named.map(({ row }) => row.name),
            maxHops,
          );
        };
        return { at, none, message };
      },
    }),
  }),
});

/** @param from the region and its parts, or the body asked about */
export async function readIntroduction(at: View, body: string, from: readonly string[]): Promise<IntroductionShape> {
  const question = introductionTo(body, from);
  const shape = { at, body, from: question.from, maxHops: question.maxHops };
  const { paths, truncated } = await pathsBetween(at.topology, question);
  if (paths.length > 0 || truncated) return { ...shape, path: paths[0], none: undefined };
  const { none } = await noPathBetween(at.topology, question);
  return { ...shape, path: undefined, none };
}
