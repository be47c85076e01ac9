import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasHan } from '../../web/src/locale/use-words.ts';
import { breakLabel, MAX_LINE, widthOf } from '../../web/src/canvas/label.ts';

describe('a label on the canvas', () => {
  test.each([
    ['兰州大学', ['兰州大学']],
    ['甘肃省人民医院', ['甘肃省人民医院']],
    ['中国科学院近代物理研究所', ['中国科学院', '近代物理研究所']],
    ['甘肃省离子放射治疗技术创新联合体', ['甘肃省离子放射治疗', '技术创新联合体']],
    ['兰州科近泰基新技术有限责任公司', ['兰州科近泰基新技术', '有限责任公司']],
    ['兰州大学附属第一医院', ['兰州大学', '附属第一医院']],
  ])('%s is broken at a word', (name, lines) => {
    expect(breakLabel(name)).toStrictEqual(lines);
  });

  test('a name of more than two lines ends in an ellipsis', () => {
    const lines = breakLabel('兰白国家自主创新示范区和科技创新改革试验区发展规划纲要');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.endsWith('…')).toBe(true);
  });

  test('a Latin name is broken at a space, never inside a word', () => {
    expect(breakLabel('Institute of Modern Physics')).toStrictEqual(['Institute of', 'Modern Physics']);
    expect(breakLabel('Lanzhou Taiji Company (as printed)')).toStrictEqual([
      'Lanzhou Taiji',
      'Company (as',
      'printed)',
    ]);
    expect(breakLabel('Gansu Innovation Consortium for Ion Radiotherapy Technology')).toStrictEqual([
      'Gansu Innovation',
      'Consortium for',
      'Ion Radiothera…',
    ]);
  });

  test('no line is wider than nine Han characters, and there are at most two, three of Latin letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甘', '肃', '省', 'A', 'b', ' ', '3'), minLength: 1, maxLength: 60 }),
        (name) => {
          const lines = breakLabel(name);
          expect(lines.length).toBeLessThanOrEqual(hasHan(name) ? 2 : 3);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(MAX_LINE + 0.001);
        },
      ),
    );
  });
});
