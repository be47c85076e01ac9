import type { Label } from '#graph-model/ontology/label.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';

type Reading = RowOf<'reading'>;

/** Two ends that may be one thing, or of which one name in doubt may mean either. */
export type MayBeSame = {
  readonly from: string;
  readonly to: string;
  /** The name in doubt; undefined where one end may be the other. */
  readonly through: string | undefined;
  /** One between the two, or the two to what is between. */
  readonly readings: readonly Reading[];
};

/**
 * How unconfirmed readings join the ends of a question: directly first, then through one name, the likelier first.
 * @param readings that touch an end, by rank, then id
 */
export function mayBeSame(
  readings: readonly Reading[],
  from: readonly string[],
  to: readonly string[],
): readonly MayBeSame[] {
  const between = (a: string, b: string) =>
    readings.find((row) => (row.from === a && row.to === b) || (row.from === b && row.to === a));
  const others = new Set<string>(readings.flatMap((row) => [row.from, row.to]));
  const through = [...others].filter((id) => !from.includes(id) && !to.includes(id)).sort(compareText);
  const pairs = from.flatMap((a) => to.map((b) => [a, b] as const));
  const direct = pairs.flatMap(([a, b]): MayBeSame[] => {
    const row = between(a, b);
    return row === undefined ? [] : [{ from: a, to: b, through: undefined, readings: [row] }];
  });
  const joined = pairs.flatMap(([a, b]) =>
    through.flatMap((name): MayBeSame[] => {
      const [one, other] = [between(a, name), between(name, b)];
      return one === undefined || other === undefined
        ? []
        : [{ from: a, to: b, through: name, readings: [one, other] }];
    }),
  );
  const rank = (one: MayBeSame) => one.readings.reduce((sum, row) => sum + row.rank, 0);
  return [...direct.sort((a, b) => rank(a) - rank(b)), ...joined.sort((a, b) => rank(a) - rank(b))];
}

/** With the names of the ends and of what is between; the reasons are with the readings. */
export function mayBeSameWords(from: Label, to: Label, through: Label | undefined): Label {
  return through === undefined
    ? { zh: `${from.zh}可能就是${to.zh}，尚未确认。`, en: `${from.en} may be ${to.en}; not confirmed.` }
    : {
        zh: `${through.zh}可能是${from.zh}，也可能是${to.zh}，尚未确认。`,
        en: `${through.en} may be ${from.en}, and may be ${to.en}; not confirmed.`,
      };
}
