import { identifySource, type Source } from '#graph-model/facts/source.ts';
import type { AttributeName } from '#graph-model/ontology/attributes.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { Thing } from './random-things.ts';
import type { Telling } from './telling.ts';
import { CHAIN, COATING, COUNTY } from './worked-chain.ts';

const NEWS: Source = identifySource({
  key: 'worked-consortia',
  title: '云岭样板联合体见闻',
  class: 'official_news',
  publisher: '云岭县报社',
  date: '2024-07',
  visibility: 'public',
});

const thing = (kind: Thing['kind'], name: string): Thing => ({ kind, name: `云岭样板${name}` });

/** Serves the worked chain as a whole; in every role somebody, its lead of a doubtful name. */
export const WIDE_TIE = thing('Consortium', '创新联合体');
/** Serves one segment of it alone. */
export const NARROW_TIE = thing('Consortium', '销售创新联合体');

/** Consortia in every state of a list, beside the worked chain: every sort of row, doubt and segment comes up in them. */
export function workedConsortia(telling: Telling): void {
  telling.source(NEWS);
  const record = (one: Thing) => telling.record(NEWS, one).id;
  const reading = { confidence: 900, stance: 'supports', locator: '¶3' } as const;
  const say = (
    from: Thing,
    predicate: RelationshipType,
    to: Thing,
    modality: Modality = 'operating',
    qualifiers: Readonly<Record<string, string>> = {},
  ) => {
    const ends = { subject: record(from), object: record(to) };
    telling.say(NEWS, { says: 'relationship', ...ends, predicate, modality, qualifiers }, reading);
  };
  const tell = (of: Thing, predicate: AttributeName, value: string) =>
    telling.say(NEWS, { says: 'attribute', subject: record(of), predicate, value, details: {} }, reading);
  const firm = (n: number) => thing('Company', `第${n}有限公司`);
  const lab = (n: number) => thing('Laboratory', `第${n}实验室`);
  const segment = (name: string): Thing => ({ kind: 'Segment', name: `样板${name}` });

  const [printed, institute, outsider] = [
    thing('Company', '公司'),
    thing('Institute', '研究院'),
    thing('Company', '外埠公司'),
  ];
  const [ours, theirs] = [thing('Product', '自研件'), thing('Product', '外埠件')];
  say(printed, 'LEADS', WIDE_TIE);
  say(institute, 'MEMBER_OF', WIDE_TIE, 'operating', { role: '总体设计' });
  say(lab(2), 'MEMBER_OF', WIDE_TIE);
  say(firm(21), 'PARTNER_OF', WIDE_TIE, 'planned');
  say(firm(22), 'PARTNER_OF', WIDE_TIE);
  for (const tester of [lab(2), thing('Institute', '检测所')]) say(tester, 'TESTS_FOR', WIDE_TIE);
  say(thing('Agency', '科技局'), 'FUNDS', WIDE_TIE);
  say(WIDE_TIE, 'DEVELOPS', thing('Product', '联合件'), 'operating', { stage: 'research' });
  say(WIDE_TIE, 'MEMBER_OF', thing('Project', '联合项目'));
  say(WIDE_TIE, 'COLLABORATES_WITH', outsider);
  say(WIDE_TIE, 'SUPPORTS', CHAIN);
  say(WIDE_TIE, 'LOCATED_IN', COUNTY);
  // The lead makes a part of the chain, and acts where one of those acts whom its name may mean.
  say(printed, 'DEVELOPS', ours);
  say(ours, 'IN_SEGMENT', segment('部件'));
  say(printed, 'ACTIVE_IN', segment('整机'));
  // A decision is about records that something is said of; who acts elsewhere changes no cell of the worked county.
  for (const meant of [firm(2), firm(6)]) say(meant, 'LOCATED_IN', COUNTY);
  for (const elsewhere of [printed, outsider]) say(elsewhere, 'LOCATED_IN', thing('Place', '邻县'));
  // Who could bring what: by a product, or through a member.
  say(outsider, 'PRODUCES', theirs, 'operating', { stage: 'mass' });
  say(theirs, 'IN_SEGMENT', segment('原矿'));
  say(institute, 'HOSTS', lab(1));
  say(lab(1), 'SUPPORTS', COATING);
  tell(WIDE_TIE, 'member_list', 'open');
  const rules = thing('Policy', '联合体管理办法');
  say(rules, 'APPLIES_TO', COUNTY);
  say(thing('Agency', '科技局'), 'ISSUES', rules);
  telling.scope({ id: 'worked-consortia', zh: '样板联合体', en: 'the worked consortia' });
  const counted = {
    says: 'indicator',
    predicate: 'indicator',
    figure: 'actual',
    period: '2024',
    scope: 'worked-consortia',
  } as const;
  telling.say(NEWS, { ...counted, subject: record(COUNTY), measure: '创新联合体数', value: '12', unit: '家' }, reading);
  telling.say(NEWS, { ...counted, subject: record(WIDE_TIE), measure: '评价批次', value: '30', unit: '批次' }, reading);
  for (const [rank, meant] of [firm(2), firm(6)].entries()) {
    telling.decide({
      owner: telling.owner,
      about: 'records',
      verdict: 'unsure',
      left: record(printed),
      right: record(meant),
      rank: rank + 1,
      reason: '只写了简称',
      who: 'curator',
      at: '2024-08-01',
    });
  }

  say(NARROW_TIE, 'SUPPORTS', segment('销售'));
  const [whole, led, forming, wished] = ['整装', '牵头', '筹建', '倡议'].map((name) =>
    thing('Consortium', `${name}联合体`),
  ) as [Thing, Thing, Thing, Thing];
  say(firm(23), 'MEMBER_OF', whole);
  tell(whole, 'member_list', 'complete');
  // Written of by others, and nothing that is drawn.
  for (const n of [23, 24]) tell(firm(n), 'event', `${thing('Agency', '科技局').name}来调研`);
  tell(firm(24), 'description', `与${printed.name}是两家`);
  say(firm(24), 'LEADS', led);
  say(forming, 'SUPPORTS', CHAIN, 'planned');
  say(wished, 'SUPPORTS', CHAIN, 'proposed');
}
