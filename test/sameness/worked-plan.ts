import { identifySource, type Source } from '#graph-model/facts/source.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { Thing } from './random-things.ts';
import type { Telling } from './telling.ts';
import { CHAIN, COUNTY } from './worked-chain.ts';

/** A plan of its own beside the worked chain: every sort of cell and of what stands beside a row comes up in it. */
export const PLAN: Source = identifySource({
  key: 'worked-plan',
  title: '云岭样板规划',
  class: 'policy',
  publisher: '云岭县政府',
  date: '2024-06',
  visibility: 'public',
});

const thing = (kind: Thing['kind'], name: string): Thing => ({ kind, name: `云岭样板${name}` });

/** Two zones with parks, two industries of a group and two beside it, research, a park outside, a city, a cluster. */
export function workedPlan(telling: Telling): void {
  telling.source(PLAN);
  const [north, south] = [thing('Park', '北部工业区'), thing('Park', '南部工业区')];
  const [first, part, second] = [
    thing('Park', '北部第一园'),
    thing('Park', '北部第一分园'),
    thing('Park', '北部第二园'),
  ];
  const [outside, city] = [thing('Park', '域外产业园'), thing('Place', '协作市')];
  const [other, listed, future] = [thing('Chain', '第二产业'), thing('Chain', '第三产业'), thing('Chain', '远期产业')];
  const [group, policy] = [thing('Chain', '产业体系'), thing('Policy', '规划纲要')];
  const [cluster, step] = [thing('Project', '产业集群'), { kind: 'Segment', name: '样板整机' } as const];
  const say = (
    paragraph: number,
    from: Thing,
    predicate: RelationshipType,
    to: Thing,
    modality: Modality = 'planned',
    qualifiers: Readonly<Record<string, string>> = {},
  ) => {
    const [subject, object] = [telling.record(PLAN, from).id, telling.record(PLAN, to).id];
    const reading = { confidence: 900, stance: 'supports', locator: `¶${paragraph}` } as const;
    telling.say(PLAN, { says: 'relationship', subject, predicate, object, modality, qualifiers }, reading);
  };

  for (const zone of [north, south, COUNTY]) say(1, policy, 'APPLIES_TO', zone, 'operating');
  for (const park of [first, second]) say(2, park, 'PART_OF', north, 'operating');
  say(7, part, 'PART_OF', first, 'operating');
  for (const chain of [CHAIN, other, listed]) say(2, north, 'ACTIVE_IN', chain);
  for (const chain of [CHAIN, other]) say(3, chain, 'PART_OF', group, 'operating');
  say(8, future, 'PART_OF', group, 'operating');
  say(5, part, 'ACTIVE_IN', CHAIN);
  say(5, COUNTY, 'ACTIVE_IN', CHAIN);
  say(5, south, 'ACTIVE_IN', step);
  say(5, outside, 'ACTIVE_IN', CHAIN);
  say(5, city, 'COLLABORATES_WITH', COUNTY, 'planned', { topic: '样板产业' });
  say(5, COUNTY, 'RESPONSIBLE_FOR', cluster);
  say(5, thing('Laboratory', '第九实验室'), 'SUPPORTS', CHAIN, 'operating');
  say(6, south, 'ACTIVE_IN', other);
  say(8, city, 'ACTIVE_IN', future, 'proposed');

  // No one city can answer for a zone with a park in each of two.
  const zone = thing('Park', '跨市工业区');
  say(9, zone, 'ACTIVE_IN', CHAIN);
  for (const name of ['东', '西']) {
    const park = thing('Park', `跨市工业区${name}园`);
    say(9, park, 'PART_OF', zone, 'operating');
    say(9, park, 'LOCATED_IN', thing('Place', `${name}市`), 'operating');
    say(9, park, 'ACTIVE_IN', CHAIN);
  }

  const subject = telling.record(PLAN, CHAIN).id;
  const aim = { says: 'indicator', predicate: 'indicator', measure: '产值', figure: 'target' } as const;
  telling.scope({ id: 'worked-plan', zh: '样板产业', en: 'the worked industry' });
  telling.say(
    PLAN,
    { ...aim, subject, value: '100', unit: '亿元', period: '2027', scope: 'worked-plan' },
    { confidence: 900, stance: 'supports', locator: '¶5' },
  );
  for (const extent of ['list', 'mention'] as const) {
    const place = telling.record(PLAN, extent === 'list' ? COUNTY : north).id;
    telling.cover(PLAN, { subject, place, date: '2024-06', extent });
  }
}
