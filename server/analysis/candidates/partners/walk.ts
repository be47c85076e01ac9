import type { PartnerNumbers } from './numbers.ts';

type Walk = {
  /** By body: the chance that two steps end there, of those that end at somebody new; none where none does. */
  readonly reached: ReadonlyMap<number, number>;
  /** Who is in a tie with the body, itself among them. */
  readonly together: ReadonlySet<number>;
};

/** From a body to one of its ties, to another member, to another tie of that, to another member; one tie left out. */
export function walk({ tiesOf, membersOf }: PartnerNumbers, from: number, without?: number): Walk {
  const together = new Set([from]);
  const first = new Map<number, number>();
  step(from, 1, first);
  for (const at of first.keys()) together.add(at);
  const second = new Map<number, number>();
  for (const [at, weight] of first) step(at, weight, second);
  for (const at of together) second.delete(at);
  const sum = [...second.values()].reduce((a, b) => a + b, 0);
  return { reached: new Map([...second].map(([at, weight]) => [at, weight / sum])), together };

  function step(at: number, weight: number, into: Map<number, number>): void {
    const ties = (tiesOf[at] ?? []).filter((tie) => tie !== without);
    for (const tie of ties) {
      const members = membersOf[tie] ?? [];
      const each = weight / ties.length / (members.length - 1);
      for (const to of members) if (to !== at) into.set(to, (into.get(to) ?? 0) + each);
    }
  }
}

/** Bodies through whom a body comes to another: in a tie with both, in order. */
export function between({ tiesOf, membersOf }: PartnerNumbers, from: number, to: number): readonly number[] {
  const near = (at: number) => new Set(tiesOf[at]?.flatMap((tie) => membersOf[tie] ?? []));
  const mine = near(from);
  return [...near(to)].filter((at) => mine.has(at) && at !== from && at !== to).sort((a, b) => a - b);
}
