import { builder } from './builder.ts';
import type { View } from './view.ts';

type AnswerCoverageShape = {
  readonly sources: number;
  readonly newestSource: string | null;
  readonly entities: number;
  readonly relations: number;
  readonly version: number;
};

export const AnswerCoverageRef = builder.objectRef<AnswerCoverageShape>('AnswerCoverage').implement({
  description: 'What an answer, above all an empty one, was looked for in.',
  fields: (t) => ({
    sources: t.exposeInt('sources', { description: 'Documents and tables; notes of the project are not counted.' }),
    newestSource: t.exposeString('newestSource', { nullable: true, description: 'Its date.' }),
    entities: t.exposeInt('entities'),
    relations: t.exposeInt('relations'),
    version: t.exposeInt('version'),
  }),
});

export async function coverageOfAnswer(at: View): Promise<AnswerCoverageShape> {
  const totals = await at.topology.totals();
  return { ...totals, newestSource: totals.newestSource ?? null, version: at.version };
}
