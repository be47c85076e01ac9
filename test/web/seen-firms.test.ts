import { expect, test } from 'vitest';
import { onlyOfChain } from '../../web/src/state/board-face.ts';
import { mayBeOne } from '../../web/src/state/doubts.ts';

test('of bodies seen, those that may mean another of them are counted and told; what may mean one elsewhere is not', () => {
  const body = (id: string, ...others: string[]) => ({
    id,
    readings: others.map((to) => ({ from: { id }, to: { id: to } })),
  });
  expect(mayBeOne([body('石', '兰石集团'), body('兰石集团'), body('大宏')])).toBe(2);
  expect(mayBeOne([body('石', '兰石集团'), body('大宏')])).toBe(0);
});

test('whoever is said to work in the chain and is in no cell here is told apart; a park is nobody', () => {
  const told = (id: string, kind: 'Company' | 'Park', modality: 'operating' | 'planned' = 'operating') => ({
    id: `f ${id}`,
    type: 'ACTIVE_IN' as const,
    modality,
    from: { id, kind, name: id, nameEn: null },
  });
  const ofChain = [
    told('甲厂', 'Company'),
    told('乙厂', 'Company'),
    told('园', 'Park'),
    told('丙厂', 'Company', 'planned'),
  ];
  const seen = {
    entity: { id: '甲厂', kind: 'Company' as const, name: '甲厂', nameEn: null, readings: [] },
    relations: [],
  };
  const cells = [{ operating: [seen], building: [] }];
  expect(onlyOfChain({ ofChain, cells }).map(({ id }) => id)).toStrictEqual(['乙厂']);
});
