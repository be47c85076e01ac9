import { expect, test } from 'vitest';
import { shownBy, skillsOf } from '#server/analysis/consortia/skills.ts';
import type { ChainSlice, SliceEntity } from '#server/analysis/board/slice.ts';
import { chainOf, fact, firm, REGISTER, segment } from '../board/a-chain.ts';

const lab: SliceEntity = { ...firm('所', undefined), kind: 'Institute' };
const office: SliceEntity = { ...firm('局', undefined), kind: 'Agency' };
const other: SliceEntity = { ...firm('别的联合体', undefined), kind: 'Consortium' };
const NONE: ReadonlySet<string> = new Set();

const SEGMENTS = ['泵', '阀', '管', '表'].map((id, order) => segment(id, { order }));

function slice(facts: ChainSlice['facts'], patch: Partial<ChainSlice> = {}) {
  return chainOf([firm('员', undefined), firm('外', undefined), firm('另', undefined), lab, office, other], facts, {
    segments: SEGMENTS,
    parts: [],
    ...patch,
  });
}

const ask = (of: ChainSlice, named = NONE, perhaps = NONE) => skillsOf(of, named, new Set(['员']), perhaps);

test('what a body of the list makes, does or supports there is seen; what it only plans is not', () => {
  const { seen, unseen, order } = ask(
    slice([
      fact('员', { segment: '泵' }),
      fact('员', { segment: '阀', type: 'DEVELOPS', product: '阀芯' }),
      fact('员', { segment: '管', modality: 'planned' }),
      fact('员', { segment: '链' }),
    ]),
  );
  expect([seen, unseen.map((one) => one.segment), order]).toEqual([
    ['泵', '阀'],
    ['管', '表'],
    ['泵', '阀', '管', '表'],
  ]);
});

test('others come by name and by how real it is; offices and other consortia are not asked', () => {
  const { unseen } = ask(
    slice([
      fact('所', { segment: '管', type: 'SUPPORTS' }),
      fact('外', { segment: '管', type: 'PRODUCES', product: '钢管', stage: 'mass' }),
      fact('外', { segment: '管', type: 'PRODUCES', product: '铜管', stage: 'pilot' }),
      fact('另', { segment: '管', modality: 'building' }),
      fact('另', { segment: '表', modality: 'proposed' }),
      fact('局', { segment: '表' }),
      fact('别的联合体', { segment: '表' }),
    ]),
  );
  expect(unseen.map((one) => one.segment)).toEqual(['管', '泵', '阀', '表']);
  expect(unseen[0]?.bringers.map(({ entity, ways, products }) => [entity, ways, products])).toEqual([
    ['外', ['operating', 'research'], ['钢管', '铜管']],
    ['另', ['building'], []],
    ['所', ['research'], []],
  ]);
  expect(unseen.slice(1).flatMap(({ bringers }) => bringers)).toEqual([]);
});

test('whom a doubtful name may mean is neither of the list nor outside it', () => {
  const { unseen, seen } = ask(slice([fact('外', { segment: '泵' })]), NONE, new Set(['外']));
  expect(seen).toEqual([]);
  expect(unseen.find((one) => one.segment === '泵')).toEqual({ segment: '泵', perhaps: ['外'], bringers: [] });
});

test('what one reading would show stands in the order of the board, whoever else could bring it', () => {
  const facts = [
    fact('外', { segment: '泵' }),
    fact('另', { segment: '阀' }),
    fact('外', { segment: '表' }),
    fact('所', { segment: '表', type: 'SUPPORTS' }),
    fact('员', { segment: '管' }),
    fact('外', { segment: '管' }),
  ];
  const skills = ask(slice(facts), NONE, new Set(['外', '另']));
  expect(skills.unseen.map(({ segment: one }) => one)).toEqual(['表', '泵', '阀']);
  expect([shownBy(skills, '外'), shownBy(skills, '另'), shownBy(skills, '所')]).toEqual([['泵', '表'], ['阀'], []]);
});

test('where the consortium names segments, only these and what gives to them or takes from them are looked at', () => {
  const flows = [{ id: 'f', from: '管', to: '泵', flow: '水' }];
  const { named, order, unseen } = ask(slice([], { flows }), new Set(['泵', '远']));
  expect([named, order, unseen.map((one) => one.segment)]).toEqual([['泵'], ['泵', '管'], ['泵', '管']]);
});

test('a part counts for the whole, and only a register knows more than mentions', () => {
  const patch = { segments: [segment('泵'), segment('叶轮', { partOf: '泵' })], parts: [{ id: '叶轮', partOf: '泵' }] };
  const facts = [fact('员', { segment: '叶轮' })];
  expect(ask(slice(facts, patch))).toMatchObject({ seen: ['泵', '叶轮'], registered: false });
  expect(ask(slice(facts, { ...patch, coverage: [REGISTER] })).registered).toBe(true);
});
