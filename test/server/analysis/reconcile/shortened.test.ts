import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isShortFor, textsOfWhole } from '#server/analysis/reconcile/shortened.ts';

test('a name that leaves characters out and keeps their order may be short for another', () => {
  for (const [short, whole] of [
    ['中科院近代物理所', '中国科学院近代物理研究所'],
    ['中科院近物所', '中国科学院近代物理研究所'],
    ['甘肃省农科院', '甘肃省农业科学院'],
    ['甘肃农大', '甘肃农业大学'],
    ['兰大二院', '兰州大学第二医院'],
    ['岚山光电所', '岚山光电技术研究所'],
  ] as const) {
    expect([short, isShortFor(short, whole)]).toStrictEqual([short, true]);
  }
});

test('what leaves out the beginning of what tells a name from others, or all of a word, is not short for it', () => {
  for (const [short, whole] of [
    ['中科院物理所', '中国科学院近代物理研究所'],
    ['省农科院', '甘肃省农业科学院'],
    ['兰州理工', '兰州大学'],
    ['甘肃大学', '甘肃农业大学'],
    ['中科院近代物理所', '中国科学院近代史研究所'],
    ['近物所', '近代物理研究所'],
    ['岚山光电所', '岚山光电研究中心'],
    ['岚山光电公司', '岚山市光电公司'],
  ] as const) {
    expect([short, isShortFor(short, whole)]).toStrictEqual([short, false]);
  }
});

test('what is looked for is held by the whole name', () => {
  expect(textsOfWhole('中科院近代物理所')).toStrictEqual(['中科院近代物理', '近代物理', '中国科学院近']);
  expect(textsOfWhole('岚山光电所')).toStrictEqual(['岚山光电']);
  expect(textsOfWhole('abcdef')).toStrictEqual([]);
  expect(textsOfWhole('岚山所')).toStrictEqual([]);
});

const han = fc.string({ unit: fc.constantFrom(...'甲乙丙丁光电大学院所研究中国省'), maxLength: 12 });

test('whatever is short for a name is a subsequence of it with its first character, and never the name itself', () => {
  let yes = 0;
  fc.assert(
    fc.property(han, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (whole, keeps) => {
      const short = Array.from(whole)
        .filter((_, at) => keeps[at])
        .join('');
      expect(isShortFor(whole, whole)).toBe(false);
      if (!isShortFor(short, whole)) return;
      yes++;
      expect(short[0]).toBe(whole[0]);
      expect(short.length).toBeLessThan(whole.length);
    }),
    { numRuns: 20_000, seed: 7 },
  );
  expect(yes).toBeGreaterThan(100);
  fc.assert(
    fc.property(han, han, (a, b) => {
      if (isShortFor(a, b)) expect(new RegExp(Array.from(a).join('.*'), 'u').test(b)).toBe(true);
    }),
    { numRuns: 20_000, seed: 7 },
  );
});
