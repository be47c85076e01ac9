import type { PartnerBody, PartnerTie, PartnerView } from '#server/analysis/candidates/partner-view.ts';
import { seeded } from '#test/support/generated-folder.ts';

/** Why a body joins a consortium: what the generator knows, and no ranking is told. */
export const REASONS = [
  'same segment',
  'neighbour segment',
  'same city',
  'institute',
  'earlier partner',
  'chance',
] as const;
export type Reason = (typeof REASONS)[number];
export type Mix = Readonly<Partial<Record<Reason, number>>>;

/** Each reason alone beside a fifth of chance, all of them together, and chance alone, in which nothing can be ranked. */
export const MIXES: Readonly<Record<string, Mix>> = {
  'all reasons': {
    'same segment': 2,
    'neighbour segment': 2,
    'same city': 1,
    institute: 2,
    'earlier partner': 2,
    chance: 1,
  },
  'same segment': { 'same segment': 4, chance: 1 },
  'neighbour segment': { 'neighbour segment': 4, chance: 1 },
  'same city': { 'same city': 4, chance: 1 },
  institute: { institute: 4, chance: 1 },
  'earlier partner': { 'earlier partner': 4, chance: 1 },
  chance: { chance: 1 },
};

const CHAINS = 6;
const STAGES = 3;
const SEGMENTS = 4;
const CITIES = 12;

/** So many bodies and consortia; a third of the segments and a fifth of the places that bodies have is not told. */
export function madeConsortia(mix: Mix, seed: number, count = { bodies: 400, ties: 120 }): PartnerView {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[], lean = 1): T => list[Math.floor(random() ** lean * list.length)] as T;
  const partOf = new Map<string, string>();
  const chains = Array.from({ length: CHAINS }, (_, c) =>
    Array.from({ length: STAGES }, (_, s) =>
      Array.from({ length: SEGMENTS }, (_, n) => {
        const name = `segment ${c}.${s}.${n}`;
        partOf.set(name, `stage ${c}.${s}`).set(`stage ${c}.${s}`, `chain ${c}`);
        return { name, c, s };
      }),
    ),
  );
  const segments = chains.flat(2);
  const next = new Map(
    segments.map(({ name, c, s }) => {
      const ahead = chains[c]?.[(s + 1) % STAGES] ?? [];
      return [name, [pick(ahead).name, pick(ahead).name]];
    }),
  );
  const all = Array.from({ length: count.bodies }, (_, n) => ({
    id: `body ${String(n).padStart(4, '0')}`,
    institute: n % 8 === 0,
    city: pick(
      Array.from({ length: CITIES }, (_, c) => `city ${c}`),
      1.5,
    ),
    segments: [...new Set(Array.from({ length: 1 + Math.floor(random() ** 2 * 3) }, () => pick(segments, 1.3).name))],
  }));
  const weights = REASONS.flatMap((reason) => Array<Reason>(mix[reason] ?? 0).fill(reason));
  const partners = new Map<string, Set<string>>();
  const ties: PartnerTie[] = [];
  for (let n = 0; n < count.ties; n++) {
    const lead = pick(all, 1.5);
    const topic = pick(lead.segments);
    const members = new Set([lead.id]);
    const size = 3 + Math.floor(random() ** 2 * 8);
    for (let tries = 0; members.size < size && tries < 60; tries++) {
      const reason = pick(weights);
      const earlier = [...members].flatMap((id) => [...(partners.get(id) ?? [])]);
      const fits = all.filter(({ id, institute, city, segments: does }) => {
        if (members.has(id)) return false;
        if (reason === 'same segment') return does.includes(topic);
        if (reason === 'neighbour segment') return next.get(topic)?.some((name) => does.includes(name)) === true;
        if (reason === 'same city') return city === lead.city;
        if (reason === 'institute') return institute;
        if (reason === 'earlier partner') return earlier.includes(id);
        return true;
      });
      if (fits.length > 0) members.add(pick(fits, 1.5).id);
    }
    for (const a of members) partners.set(a, new Set([...(partners.get(a) ?? []), ...members]));
    ties.push({
      id: `tie ${String(n).padStart(4, '0')}`,
      members: [...members],
      segments: random() < 0.7 ? [topic] : [],
    });
  }
  const bodies: PartnerBody[] = all.map(({ id, institute, city, segments: does }) => ({
    id,
    traits: {
      segment: does.filter(() => random() > 1 / 3),
      place: random() > 0.2 ? [city] : [],
      kind: [institute ? 'Institute' : 'Company'],
    },
  }));
  const feeds = [...next].flatMap(([from, takers]) => takers.map((to) => [from, to] as const));
  return { bodies, ties, partOf, feeds };
}
