import type { PartnerTie, PartnerView } from '#server/analysis/candidates/partners/view.ts';
import { seeded } from '#graph-model/seeded.ts';

/** Why a body joins a consortium: what the generator knows, and no ranking is told. */
export const JOINS = ['same segment', 'fed or feeding', 'same city', 'institute', 'earlier partner', 'chance'] as const;
export type Join = (typeof JOINS)[number];

export type World = {
  readonly name: string;
  /** Parts of those who join for each reason, one reason each. */
  readonly joins: Readonly<Partial<Record<Join, number>>>;
  /** A reason that holds makes a body so many times likelier to join, and they multiply: then `joins` only names them. */
  readonly together?: number;
  /** Whether the sources tell what feeds what. */
  readonly flows: boolean;
  /** Of what bodies do and where they are, the part that no source tells. */
  readonly untold: number;
};

const ALL = { 'same segment': 2, 'fed or feeding': 2, 'same city': 1, institute: 2, 'earlier partner': 2, chance: 1 };

/** All reasons at once, four ways; each alone beside a fifth of chance; and chance alone, in which nothing can be told. */
export const WORLDS: readonly World[] = [
  { name: 'all reasons', joins: ALL, flows: true, untold: 0.25 },
  { name: 'all reasons, well told', joins: ALL, flows: true, untold: 0 },
  { name: 'all reasons, flows untold', joins: ALL, flows: false, untold: 0.25 },
  { name: 'all reasons, multiplied', joins: ALL, together: 6, flows: true, untold: 0.25 },
  ...JOINS.filter((join) => join !== 'chance').map((join) => ({
    name: `${join} alone`,
    joins: { [join]: 4, chance: 1 },
    flows: true,
    untold: 0.25,
  })),
  { name: 'chance alone', joins: { chance: 1 }, flows: true, untold: 0.25 },
];

const CHAINS = 6;
const STAGES = 3;
const SEGMENTS = 4;
const CITIES = 12;

/** A made region: nobody stands in it for a real one. Lower numbers take part oftener, as some bodies do everywhere. */
export function madeConsortia(world: World, seed: number, count = { bodies: 400, ties: 150 }): PartnerView {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[], lean = 1): T => list[Math.floor(random() ** lean * list.length)] as T;
  const several = <T>(list: readonly T[], most: number, lean = 1) => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() ** 2 * most) }, () => pick(list, lean))),
  ];
  const partOf = new Map<string, string>();
  const stages = Array.from({ length: CHAINS }, (_, chain) =>
    Array.from({ length: STAGES }, (_, stage) =>
      Array.from({ length: SEGMENTS }, (_, n) => {
        const name = `segment ${chain}.${stage}.${n}`;
        partOf.set(name, `stage ${chain}.${stage}`).set(`stage ${chain}.${stage}`, `chain ${chain}`);
        return name;
      }),
    ),
  );
  const segments = stages.flat(2);
  const flows = stages.flatMap((chain) =>
    chain.flatMap((stage, n) =>
      stage.flatMap((from) => several(chain[n + 1] ?? [from], 2).map((to) => [from, to] as const)),
    ),
  );
  const cities = Array.from({ length: CITIES }, (_, n) => `city ${n}`);
  const bodies = Array.from({ length: count.bodies }, (_, n) => ({
    id: `body ${String(n).padStart(4, '0')}`,
    institute: n % 8 === 0,
    city: pick(cities, 1.5),
    segments: several(segments, 3, 1.3),
  }));
  const partners = new Map(bodies.map(({ id }) => [id, new Set<string>()]));
  const fits = (join: Join, topic: string, lead: (typeof bodies)[number], members: ReadonlySet<string>) => {
    const beside = new Set(flows.flatMap(([from, to]) => (from === topic ? [to] : to === topic ? [from] : [])));
    const earlier = new Set([...members].flatMap((id) => [...(partners.get(id) ?? [])]));
    return ({ id, institute, city, segments: does }: (typeof bodies)[number]) =>
      join === 'same segment'
        ? does.includes(topic)
        : join === 'fed or feeding'
          ? does.some((name) => beside.has(name))
          : join === 'same city'
            ? city === lead.city
            : join === 'institute'
              ? institute
              : join === 'chance' || earlier.has(id);
  };
  const reasons = JOINS.flatMap((join) => Array<Join>(world.joins[join] ?? 0).fill(join));
  const ties: PartnerTie[] = [];
  for (let n = 0; n < count.ties; n++) {
    const lead = pick(bodies, 1.5);
    const topic = pick(lead.segments);
    const members = new Set([lead.id]);
    const size = 3 + Math.floor(random() ** 2 * 8);
    for (let tries = 0; members.size < size && tries < 60; tries++) {
      const open = bodies.filter(({ id }) => !members.has(id));
      if (world.together === undefined) {
        const fitting = open.filter(fits(pick(reasons), topic, lead, members));
        if (fitting.length > 0) members.add(pick(fitting, 1.5).id);
      } else {
        const tests = [...new Set(reasons)].filter((join) => join !== 'chance');
        const held = tests.map((join) => fits(join, topic, lead, members));
        const many = world.together;
        const weights = open.map((body) => many ** held.filter((test) => test(body)).length);
        members.add((open[drawn(weights, random)] as (typeof bodies)[number]).id);
      }
    }
    for (const a of members) for (const b of members) partners.get(a)?.add(b);
    ties.push({ id: `tie ${String(n).padStart(4, '0')}`, members: [...members], segments: told() ? [topic] : [] });
  }
  return {
    bodies: bodies.map(({ id, institute, city, segments: does }) => ({
      id,
      kind: institute ? 'Institute' : 'Company',
      segments: does.filter(told),
      places: told() ? [city] : [],
    })),
    ties,
    partOf,
    feeds: world.flows ? flows : [],
  };

  function told(): boolean {
    return random() >= world.untold;
  }
}

function drawn(weights: readonly number[], random: () => number): number {
  let left = random() * weights.reduce((a, b) => a + b, 0);
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) < 0),
  );
}
