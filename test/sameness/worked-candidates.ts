import type { Source } from '#graph-model/facts/source.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { Thing } from './random-things.ts';
import type { Telling } from './telling.ts';
import { CHAIN, COUNTY } from './worked-chain.ts';

const thing = (kind: Thing['kind'], name: string): Thing => ({ kind, name: `云岭样板${name}` });
const segment = (name: string): Thing => ({ kind: 'Segment', name: `样板${name}` });

/** A register of its makers carries a ranking in the worked county. */
export const RANKED_SEGMENT = segment('整机');
/** A part of it, to which those who make the whole are near. */
export const NEAR_SEGMENT = segment('部件');

const PLANNED_NAME = '拟合作';
/** Nobody introduces it: it is only planned to work with the worked county. */
export const PLANNED_FIRM = thing('Company', `${PLANNED_NAME}有限公司`);
/** The worked county works with it. */
export const DEALING_FIRM = thing('Company', '往来有限公司');
/** With a firm of the worked county it has a parent in common, and nothing else. */
export const SISTER_FIRM = thing('Company', '同上级有限公司');

type How = {
  readonly modality?: Modality;
  readonly source?: Source;
  readonly at?: string;
  readonly qualifiers?: Readonly<Record<string, string>>;
};

/**
 * Candidates for 样板整机 in the worked county: every fit, silence, tie and reason to leave somebody out comes up, and the
 * register that covers it names firms with products, so that they are ranked.
 * @param sources of news twice, of a proposal and of a firm's own word
 */
export function workedCandidates(
  telling: Telling,
  [one, other, wish, own]: readonly [Source, Source, Source, Source],
): void {
  const say = (from: Thing, predicate: RelationshipType, to: Thing, how: How = {}) => {
    const { modality = 'operating', source = one, at = '¶1', qualifiers = {} } = how;
    const [subject, object] = [telling.record(source, from).id, telling.record(source, to).id];
    const saying = { says: 'relationship', subject, predicate, object, modality, qualifiers } as const;
    return telling.say(source, saying, { confidence: 900, stance: 'supports', locator: at });
  };
  const [whole, part, frame] = [RANKED_SEGMENT, NEAR_SEGMENT, segment('总成')];
  const [city, province] = [thing('Place', '协作市'), thing('Place', '协作省')];
  const firm = (name: string): Thing => {
    const made = thing('Company', `${name}有限公司`);
    say(made, 'LOCATED_IN', city);
    return made;
  };
  const product = (name: string, of = whole): Thing => {
    const made = thing('Product', name);
    say(made, 'IN_SEGMENT', of);
    return made;
  };
  const talksTo = (name: string): Thing => {
    const made = firm(name);
    say(made, 'COLLABORATES_WITH', COUNTY);
    return made;
  };
  say(COUNTY, 'PART_OF', province);
  say(whole, 'PART_OF', frame);
  const [device, kit] = [product('整机甲型'), product('部件甲型', part)];

  // Wanted, in a passage that asks for the chain.
  say(province, 'TARGETS', thing('Company', '引进有限公司'), { modality: 'proposed', source: wish, at: '¶9' });
  say(COUNTY, 'ACTIVE_IN', CHAIN, { modality: 'proposed', source: wish, at: '¶9' });

  // Makers elsewhere: tied in each way, or in none.
  const direct = talksTo('往来');
  say(direct, 'PRODUCES', device, { qualifiers: { stage: 'mass' } });
  say(direct, 'PRODUCES', device, { modality: 'building', source: other });
  say(COUNTY, 'ENGAGED_WITH', direct, { qualifiers: { engagement: 'talking' } });
  const joined = firm('同项目');
  const denied = say(joined, 'PRODUCES', device);
  telling.read(other, denied, { confidence: 900, stance: 'refutes', locator: '¶2' });
  const [project, consortium, line] = [
    thing('Project', '协作项目'),
    thing('Consortium', '协作体'),
    thing('Facility', '产线'),
  ];
  const local = thing('Company', '第2有限公司');
  for (const group of [project, consortium]) {
    say(joined, 'MEMBER_OF', group);
    say(local, 'LEADS', group);
  }
  say(joined, 'HOSTS', line);
  say(line, 'LOCATED_IN', COUNTY);
  const branch = firm('下属');
  say(branch, 'PRODUCES', device);
  say(branch, 'SUBSIDIARY_OF', local);
  const parent = thing('Company', '上级有限公司');
  for (const below of [SISTER_FIRM, thing('Company', '第3有限公司')]) say(below, 'SUBSIDIARY_OF', parent);
  say(SISTER_FIRM, 'LOCATED_IN', city);
  say(SISTER_FIRM, 'PRODUCES', device);
  say(firm('无往来'), 'PRODUCES', device, { source: own });
  const signed = talksTo('已签约');
  say(signed, 'PRODUCES', device);
  say(COUNTY, 'ENGAGED_WITH', signed, { qualifiers: { engagement: 'signed' } });
  const met = firm('只在台账');
  say(met, 'PRODUCES', device);
  say(COUNTY, 'ENGAGED_WITH', met, { qualifiers: { engagement: 'talking' } });
  say(talksTo('部件'), 'PRODUCES', kit);
  talksTo('别链');
  say(talksTo('自述'), 'ACTIVE_IN', whole, { source: own });

  // Meant to come; of no known place; here, and only the chain or a wider segment is written.
  const meant = firm('将来');
  const county = telling.record(one, COUNTY).id;
  say(meant, 'ACTIVE_IN', whole, { modality: 'planned', qualifiers: { at: county } });
  say(thing('Company', '无地点有限公司'), 'ACTIVE_IN', whole, { modality: 'planned' });
  for (const [name, does] of [
    ['只写链', CHAIN],
    ['更大环节', frame],
  ] as const) {
    const here = thing('Company', `${name}有限公司`);
    say(here, 'LOCATED_IN', COUNTY);
    say(here, 'ACTIVE_IN', does);
  }
  const wide = thing('Company', '更大地区有限公司');
  say(wide, 'LOCATED_IN', province);
  say(wide, 'ACTIVE_IN', whole);

  // Only planned to work with the county.
  const planned = firm(PLANNED_NAME);
  say(planned, 'ACTIVE_IN', whole);
  say(planned, 'COLLABORATES_WITH', COUNTY, { modality: 'planned' });

  // Results: with and without a stage, of another segment, and only meant.
  const studies = (name: string, what: Thing, how: How = {}) => say(thing('Institute', name), 'DEVELOPS', what, how);
  studies('第一研究所', device, { qualifiers: { stage: 'research' } });
  studies('第二研究所', device);
  studies('第三研究所', kit);
  studies('第四研究所', device, { modality: 'planned' });
  say(thing('Institute', '第一研究所'), 'LOCATED_IN', city);
}
