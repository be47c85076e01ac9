import { EXPECTED_OF } from '#graph-model/ontology/expected.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import { FIGURES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { Asker, Question } from './asker.ts';
import { endCursorIn } from './node-questions.ts';

/** Kinds of which something is expected, and two of which nothing is. */
const LISTED = [...(Object.keys(EXPECTED_OF) as Kind[]), 'Place', 'Fund'] as const;

/** A page of one kind, and the next. */
export function kindsInPages(at: Asker): Promise<readonly Question[]> {
  return inPages(at, 'entities', { kind: at.turn('kind listed', LISTED) }, ['Unstated', 'Entity']);
}

/** A page of one sort of figure, and the next. */
export function figuresInPages(at: Asker): Promise<readonly Question[]> {
  return inPages(at, 'indicators', { figure: at.turn('figure listed', wordsOf(FIGURES)) }, ['Indicator', 'Label']);
}

/** What the sources disagree on, page after page. */
export function disputesInPages(at: Asker): Promise<readonly Question[]> {
  const sort = at.turn('sort of dispute', [undefined, 'indicator', 'attribute', 'relationship']);
  return inPages(at, 'disputes', { sort }, ['Dispute', 'Provenance']);
}

/** Targets, and what stands beside them: of all, and of an entity whose target has a baseline. */
export function aboutTargets(at: Asker): Question {
  const { aimed } = at.sample;
  const id = at.turn('aimed', [undefined, ...aimed]);
  if (id !== undefined) return at.ask('node', { id }, at.turn('of a target', ['Pace', 'YearGrowth']));
  return at.ask('indicators', { figure: 'target', first: at.turn('targets', [4, 7]) }, 'Pace');
}

async function inPages(
  at: Asker,
  root: string,
  args: Readonly<Record<string, unknown>>,
  [focus, next]: readonly [string, string],
): Promise<readonly Question[]> {
  const first = at.turn(`size of ${root}`, [1, 1, 3]);
  const start = at.ask(root, { ...args, first }, focus);
  const after = endCursorIn(await at.answer(start));
  return after === undefined ? [start] : [start, at.ask(root, { ...args, first, after }, next)];
}
