import { expect, test } from 'vitest';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { sentenceOf, type Fact } from '#server/analysis/sentence.ts';

const COMPANY = { zh: '甲公司', en: 'Company A' };
const CRYSTALS = { zh: '晶体', en: 'crystals' };
const produces: Fact = { type: 'PRODUCES', from: COMPANY, to: CRYSTALS, modality: 'operating', identity: [] };

const both = (text: string) => ({ zh: text, en: text });

test('a relationship reads from both of its ends', () => {
  expect(sentenceOf(produces)).toStrictEqual({ zh: '甲公司生产晶体。', en: 'Company A produces crystals.' });
  expect(sentenceOf(produces, true)).toStrictEqual({
    zh: '晶体由甲公司生产。',
    en: 'crystals is produced by Company A.',
  });
});

test('what is not there yet is said so', () => {
  const said = (modality: Fact['modality']) => sentenceOf({ ...produces, modality });
  expect(said('building')).toStrictEqual({
    zh: '在建：甲公司生产晶体。',
    en: 'Under construction: Company A produces crystals.',
  });
  expect(said('planned')).toStrictEqual({
    zh: '按规划，甲公司生产晶体。',
    en: 'Planned: Company A produces crystals.',
  });
  expect(said('proposed')).toStrictEqual({
    zh: '有建议提出，甲公司生产晶体。',
    en: 'Proposed: Company A produces crystals.',
  });
});

test('a thing that is being built is not said to stand where it will', () => {
  const hall = { ...produces, from: { zh: '乙园', en: 'Park B' }, to: { zh: '丙馆', en: 'Hall C' } };
  const hosts: Fact = { ...hall, type: 'HOSTS', modality: 'building' };
  expect(sentenceOf(hosts)).toStrictEqual({
    zh: '乙园承载建设中的丙馆。',
    en: 'Park B is the host of Hall C, which is being built.',
  });
  expect(sentenceOf(hosts, true)).toStrictEqual({
    zh: '丙馆正在建设，由乙园承载。',
    en: 'Hall C is being built, with Park B as its host.',
  });
  const located: Fact = { ...hosts, type: 'LOCATED_IN', from: hall.to, to: hall.from };
  expect(sentenceOf(located)).toStrictEqual({ zh: '丙馆正在乙园建设。', en: 'Hall C is being built in Park B.' });
  expect(sentenceOf({ ...located, modality: 'planned' }).zh).toBe('按规划，丙馆位于乙园。');
});

test('a place or a park does no business: it builds up a segment, and of what is planned or proposed that is said', () => {
  const park = { zh: '高新区', en: 'High-tech Zone' };
  const fact: Fact = { type: 'ACTIVE_IN', from: park, to: CRYSTALS, ofArea: true, modality: 'operating', identity: [] };
  expect(sentenceOf(fact)).toStrictEqual({ zh: '高新区发展晶体。', en: 'High-tech Zone builds up crystals.' });
  expect(sentenceOf({ ...fact, modality: 'planned' }).zh).toBe('按规划，高新区发展晶体。');
  expect(sentenceOf({ ...fact, modality: 'proposed' }, true).zh).toBe('有建议提出，发展晶体的有高新区。');
  expect(sentenceOf({ ...fact, from: COMPANY, ofArea: false }).zh).toBe('甲公司从事晶体。');
});

test('what makes it this relationship stands in brackets, and so does its end', () => {
  const fact: Fact = {
    ...produces,
    context: { zh: '高新区', en: 'High-tech Zone' },
    identity: [{ name: 'stage', value: 'mass' }],
    ended: true,
  };
  expect(sentenceOf(fact)).toStrictEqual({
    zh: '甲公司生产晶体（地点：高新区；阶段：量产；已结束）。',
    en: 'Company A produces crystals (at: High-tech Zone; stage: mass; ended).',
  });
});

test('a topic is said in the words of its document, which English quotes', () => {
  const topic = (value: string) => sentenceOf({ ...produces, identity: [{ name: 'topic', value }] });
  expect(topic('核技术研发')).toStrictEqual({
    zh: '甲公司生产晶体（主题：核技术研发）。',
    en: 'Company A produces crystals (topic: 「核技术研发」).',
  });
  expect(topic('AB-BNCT').en).toBe('Company A produces crystals (topic: AB-BNCT).');
});

test('a name that looks like a placeholder is a name', () => {
  expect(sentenceOf({ ...produces, from: { zh: '{to}$&', en: '' } }).zh).toBe('{to}$&生产晶体。');
});

test('each language has its own names, and a name that ends in a full stop is given no second one', () => {
  const maker = { zh: '乙公司', en: 'Second Co., Ltd.' };
  expect(sentenceOf({ ...produces, from: maker }, true)).toStrictEqual({
    zh: '晶体由乙公司生产。',
    en: 'crystals is produced by Second Co., Ltd.',
  });
  expect(sentenceOf({ ...produces, from: maker, ended: true }, true).en).toBe(
    'crystals is produced by Second Co., Ltd. (ended).',
  );
});

test('every type of the ontology fills both ends in both readings and languages', () => {
  for (const type of RELATIONSHIP_TYPES) {
    for (const [modality, reversed] of [
      ['operating', false],
      ['operating', true],
      ['building', false],
      ['building', true],
    ] as const) {
      const { zh, en } = sentenceOf({ ...produces, type, modality, from: both('‹a›'), to: both('‹b›') }, reversed);
      for (const text of [zh, en]) {
        expect(text).toMatch(/‹a›/);
        expect(text).toMatch(/‹b›/);
        expect(text).not.toMatch(/[{}]/);
      }
      expect(zh.endsWith('。')).toBe(true);
      expect(en.endsWith('.')).toBe(true);
    }
  }
});
