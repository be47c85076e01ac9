import { print } from 'graphql';
import type { AskedQuestion } from './asker.ts';
import { asking, type Side } from './sides.ts';

export type Difference = {
  readonly question: string;
  readonly sides: readonly [string, string];
  /** Where the answers part first: `data.search.edges.0.cursor`. */
  readonly at: string;
  readonly values: readonly [string, string];
};

export type Comparison = { readonly asked: number; readonly differences: readonly Difference[] };

/**
 * Asks every side every question and holds the bytes of the answers against those of the baseline.
 * @param until ends after so many differences
 */
export async function compareAnswers(
  baseline: Side,
  others: readonly Side[],
  questions: readonly AskedQuestion[],
  until = Infinity,
): Promise<Comparison> {
  const asked = others.map((side) => [side, asking(side)] as const);
  const differences: Difference[] = [];
  let comparisons = 0;
  for (const { document, answer } of questions) {
    if (differences.length >= until) break;
    for (const [side, askOther] of asked) {
      comparisons++;
      const { text } = await askOther(document);
      if (text === answer.text) continue;
      const parting = firstDifference(JSON.parse(answer.text), JSON.parse(text));
      differences.push({ question: print(document), sides: [baseline.name, side.name], ...parting });
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
