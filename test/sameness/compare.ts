import { print } from 'graphql';
import type { Question } from './asker.ts';
import { asking, type Answer, type Side } from './sides.ts';

export type Difference = {
  readonly question: string;
  readonly sides: readonly [string, string];
  /** Where the answers part first: `data.search.edges.0.cursor`. */
  readonly at: string;
  readonly values: readonly [string, string];
};

export type Comparison = { readonly asked: number; readonly differences: readonly Difference[] };

/**
 * Asks every side every question and holds the bytes of the answers against those of the first side.
 * @param how.heard is told what the first side answers
 * @param how.until ends after so many differences
 */
export async function compareAnswers(
  [baseline, ...others]: readonly [Side, ...Side[]],
  questions: readonly Question[],
  how: { readonly heard?: (question: Question, answer: Answer) => void; readonly until?: number } = {},
): Promise<Comparison> {
  const { heard, until = Infinity } = how;
  const ask = asking(baseline);
  const asked = others.map((side) => [side, asking(side)] as const);
  const differences: Difference[] = [];
  let comparisons = 0;
  for (const question of questions) {
    if (differences.length >= until) break;
    const expected = await ask(question.document);
    heard?.(question, expected);
    for (const [side, askOther] of asked) {
      comparisons++;
      const { text } = await askOther(question.document);
      if (text === expected.text) continue;
      const parting = firstDifference(JSON.parse(expected.text), JSON.parse(text));
      differences.push({ question: print(question.document), sides: [baseline.name, side.name], ...parting });
    }
  }
  return { asked: comparisons, differences };
}

/** Where two JSON values part first, and what stands there. Of equal values: their order of keys. */
export function firstDifference(a: unknown, b: unknown, at = ''): Pick<Difference, 'at' | 'values'> {
  const keysOf = (value: unknown) => (value !== null && typeof value === 'object' ? Object.keys(value) : undefined);
  const [left, right] = [keysOf(a), keysOf(b)];
  if (left !== undefined && right !== undefined && Array.isArray(a) === Array.isArray(b)) {
    const [x, y] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
    for (const key of new Set([...left, ...right])) {
      if (JSON.stringify(x[key]) !== JSON.stringify(y[key])) {
        return firstDifference(x[key], y[key], at === '' ? key : `${at}.${key}`);
      }
    }
  }
  return { at, values: [short(a), short(b)] };
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}
