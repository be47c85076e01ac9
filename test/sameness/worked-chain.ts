import type { Source } from '#graph-model/facts/source.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { Thing } from './random-things.ts';
import type { Telling } from './telling.ts';

/** More relationships than a chain of chance has: the one that questions about boards are asked of first. */
export const CHAIN: Thing = { kind: 'Chain', name: '云岭样板产业链' };
export const COUNTY: Thing = { kind: 'Place', name: '云岭样板县' };
/** Asked for, and to be surveyed. */
export const COATING: Thing = { kind: 'Segment', name: '样板涂层' };
/** Of no place: what it asks for is asked of nobody. */
const PROGRAMME: Thing = { kind: 'Policy', name: '云岭样板行动方案' };
const PARK: Thing = { kind: 'Park', name: '云岭样板园' };
const READING = { confidence: 900, stance: 'supports', locator: '¶1' } as const;

const firm = (n: number): Thing => ({ kind: 'Company', name: `云岭样板第${n}有限公司` });
const lab = (n: number): Thing => ({ kind: 'Laboratory', name: `云岭样板第${n}实验室` });
const segment = (name: string): Thing => ({ kind: 'Segment', name: `样板${name}` });

/**
 * A chain in which every state, mark and change of a board comes up, and every sort of row of a survey: in one county
 * and its park, told by three sources, covered by registers.
 */
export function workedChain(telling: Telling, [one, other, wish]: readonly [Source, Source, Source]): void {
  const [ore, material, part, whole] = [segment('原矿'), segment('材料'), segment('部件'), segment('整机')];
  const [clinic, sale, upkeep, packing] = [segment('应用'), segment('销售'), segment('运维'), segment('包装')];
  const say = (
    from: Thing,
    predicate: RelationshipType,
    to: Thing,
    modality: Modality = 'operating',
    qualifiers: Readonly<Record<string, string>> = {},
    source = one,
    validFrom?: string,
  ) => {
    const [subject, object] = [telling.record(source, from).id, telling.record(source, to).id];
    const since = validFrom === undefined ? {} : { validFrom };
    telling.say(source, { says: 'relationship', subject, predicate, object, modality, qualifiers, ...since }, READING);
  };
  const located = (thing: Thing, place: Thing) => say(thing, 'LOCATED_IN', place);

  say(PARK, 'PART_OF', { kind: 'Park', name: '云岭样板区' });
  located(PARK, COUNTY);
  const steps = [
    [ore, 'upstream'],
    [material, 'upstream'],
    [part, 'midstream'],
    [whole, 'midstream'],
    [clinic, 'downstream'],
    [sale, 'downstream'],
    [upkeep, 'service'],
    [packing, 'service'],
  ] as const;
  for (const [n, [step, position]] of steps.entries()) {
    say(step, 'SEGMENT_OF', CHAIN, 'operating', { position, order: String(n + 1) });
  }
  say(part, 'PART_OF', whole);
  say(material, 'FEEDS', whole, 'operating', { flow: '材料' });
  say(whole, 'FEEDS', clinic, 'operating', { flow: '整机' });
  say(upkeep, 'FEEDS', clinic, 'operating', { flow: '维护' });
  say(COUNTY, 'ACTIVE_IN', CHAIN, 'planned');

  for (let n = 1; n <= 5; n++) {
    located(firm(n), PARK);
    say(firm(n), 'ACTIVE_IN', n === 1 ? part : whole);
    say(firm(n), 'ACTIVE_IN', n === 1 ? part : whole, 'operating', {}, other);
  }
  const recognised = telling.record(one, firm(2)).id;
  const details = { issuer: '云岭省工业厅' };
  telling.say(
    one,
    { says: 'attribute', subject: recognised, predicate: 'recognition', value: '专精特新企业', details },
    READING,
  );
  for (const n of [1, 2]) {
    located(lab(n), COUNTY);
    say(lab(n), 'SUPPORTS', whole);
  }

  located(firm(6), COUNTY);
  say(firm(6), 'ACTIVE_IN', material);
  say(COUNTY, 'ASSESSED', material, 'operating', { verdict: 'missing' });
  say(COUNTY, 'ACTIVE_IN', material, 'planned');
  say(firm(10), 'ACTIVE_IN', sale);
  say(PARK, 'ACTIVE_IN', sale, 'proposed');
  say(COUNTY, 'ACTIVE_IN', sale);
  for (let n = 11; n <= 15; n++) {
    located(firm(n), PARK);
    say(firm(n), 'ACTIVE_IN', clinic);
    say(firm(n), 'ACTIVE_IN', clinic, 'operating', {}, other);
  }
  located(firm(7), COUNTY);
  say(firm(7), 'ACTIVE_IN', upkeep, 'building');
  say(firm(8), 'ACTIVE_IN', upkeep);
  located(firm(9), COUNTY);
  say(firm(9), 'ACTIVE_IN', upkeep, 'planned', {}, one, '2026');
  say(COUNTY, 'ASSESSED', clinic, 'operating', { verdict: 'missing' }, wish);
  say(firm(17), 'ACTIVE_IN', packing, 'operating', {}, one, '2019-05');
  located(firm(17), COUNTY);

  // Asked of the county and of its park, and by a policy of no place; only research stands behind it.
  const coating = COATING;
  say(coating, 'SEGMENT_OF', CHAIN, 'operating', { position: 'midstream', order: '8' });
  say(COUNTY, 'ACTIVE_IN', coating, 'proposed');
  say(PARK, 'ACTIVE_IN', coating, 'planned');
  say(PROGRAMME, 'TARGETS', coating, 'planned');
  say(lab(1), 'SUPPORTS', coating);

  // Of another chain, tied to this one, and asked for in the same places.
  const rig = segment('装备');
  say(rig, 'SEGMENT_OF', { kind: 'Chain', name: '云岭别家产业链' });
  say(whole, 'FEEDS', rig, 'operating', { flow: '整机' });
  say(COUNTY, 'ACTIVE_IN', rig, 'planned');
  say(PARK, 'ACTIVE_IN', rig, 'proposed');

  // What offices did about its firms: one has signed, and is to land.
  say(PARK, 'ENGAGED_WITH', firm(3), 'operating', { engagement: 'talking' }, one, '2022-11');
  say(PARK, 'ENGAGED_WITH', firm(3), 'operating', { engagement: 'signed' }, one, '2023');
  say(COUNTY, 'ENGAGED_WITH', firm(3), 'operating', { engagement: 'landed' }, one, '2035');

  for (const subject of [whole, sale, ore]) {
    const [covered, place] = [telling.record(one, subject).id, telling.record(one, COUNTY).id];
    telling.cover(one, { subject: covered, place, date: '2024', extent: 'register' });
  }
  // Too old from 2025-02 on: then time alone changes what was sole.
  const [old, county] = [telling.record(one, material).id, telling.record(one, COUNTY).id];
  telling.cover(one, { subject: old, place: county, date: '2023-01', extent: 'register' });
}

/**
 * News of the worked chain: a segment, a fact, a source of a known fact, a register, a place, a recognition and a part
 * that were not there. All from one source, which is withdrawn later, so that each goes again.
 */
export function workedNews(telling: Telling, source: Source): void {
  const [material, whole, clinic, sale] = ['材料', '整机', '应用', '销售'].map(segment) as [Thing, Thing, Thing, Thing];
  const [upkeep, packing, reuse] = [segment('运维'), segment('包装'), segment('回收')];
  const say = (from: Thing, predicate: RelationshipType, to: Thing) => {
    const [subject, object] = [telling.record(source, from).id, telling.record(source, to).id];
    const qualifiers = predicate === 'SEGMENT_OF' && from === reuse ? { position: 'service', order: '9' } : {};
    telling.say(
      source,
      { says: 'relationship', subject, predicate, object, modality: 'operating', qualifiers },
      READING,
    );
  };
  for (const step of [material, whole, clinic, sale, upkeep, packing, reuse]) say(step, 'SEGMENT_OF', CHAIN);
  say(upkeep, 'PART_OF', sale);
  say(firm(16), 'LOCATED_IN', COUNTY);
  say(firm(16), 'ACTIVE_IN', material);
  say(firm(2), 'ACTIVE_IN', whole);
  say(firm(10), 'LOCATED_IN', COUNTY);
  const details = { issuer: '云岭省工业厅' };
  const subject = telling.record(source, firm(3)).id;
  telling.say(
    source,
    { says: 'attribute', subject, predicate: 'recognition', value: '高新技术企业', details },
    READING,
  );
  for (const step of [clinic, packing]) {
    const [covered, place] = [telling.record(source, step).id, telling.record(source, COUNTY).id];
    telling.cover(source, { subject: covered, place, date: '2024-11', extent: 'register' });
  }
}
