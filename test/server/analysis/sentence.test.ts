import { expect, test } from 'vitest';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { sentenceOf, type Fact } from '#server/analysis/sentence.ts';

const produces: Fact = { type: 'PRODUCES', from: '甲公司', to: '晶体', modality: 'operating', identity: [] };

test('a relationship reads from both of its ends', () => {
  expect(sentenceOf(produces)).toStrictEqual({ zh: '甲公司生产晶体。', en: '甲公司 produces 晶体.' });
  expect(sentenceOf(produces, true)).toStrictEqual({ zh: '晶体由甲公司生产。', en: '晶体 is produced by 甲公司.' });
});

test('what is not there yet is said so', () => {
  const said = (modality: Fact['modality']) => sentenceOf({ ...produces, modality });
  expect(said('building')).toStrictEqual({
    zh: '在建：甲公司生产晶体。',
    en: 'Under construction: 甲公司 produces 晶体.',
  });
  expect(said('planned')).toStrictEqual({ zh: '按规划，甲公司生产晶体。', en: 'Planned: 甲公司 produces 晶体.' });
  expect(said('proposed')).toStrictEqual({ zh: '有建议提出，甲公司生产晶体。', en: 'Proposed: 甲公司 produces 晶体.' });
});

test('what makes it this relationship stands in brackets, and so does its end', () => {
  const fact: Fact = { ...produces, context: '高新区', identity: [{ name: 'stage', value: 'mass' }], ended: true };
  expect(sentenceOf(fact)).toStrictEqual({
    zh: '甲公司生产晶体（地点：高新区；阶段：量产；已结束）。',
    en: '甲公司 produces 晶体 (at: 高新区; stage: mass; ended).',
  });
});

test('a name that looks like a placeholder is a name', () => {
  expect(sentenceOf({ ...produces, from: '{to}$&' }).zh).toBe('{to}$&生产晶体。');
});

test('every type of the ontology fills both ends in both readings and languages', () => {
  for (const type of RELATIONSHIP_TYPES) {
    for (const reversed of [false, true]) {
      const { zh, en } = sentenceOf({ ...produces, type, from: '‹a›', to: '‹b›' }, reversed);
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
