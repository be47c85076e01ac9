import type { SheetPlan } from '#server/survey/plan-sheets.ts';

/** A sheet of 甲市 that asks for two segments, made by hand: nothing of a store is needed to read it back. */
export const PLAN: SheetPlan = {
  office: { id: 'eaaaaaaaaaaaaaaaaaaaa', name: '甲市', isPark: false },
  book: { id: 'eaaaaaaaaaaaaaaaaaaaa', name: '甲市' },
  version: 3,
  date: '2025-03',
  options: [
    { chain: 'ecccccccccccccccccccc', segment: 'ebbbbbbbbbbbbbbbbbbbb', label: '泵体' },
    { chain: 'ecccccccccccccccccccc', segment: 'edddddddddddddddddddd', label: '轴承' },
  ],
  parks: ['甲高新区'],
  addressees: [],
  rows: [
    {
      chain: 'ecccccccccccccccccccc',
      segment: 'ebbbbbbbbbbbbbbbbbbbb',
      label: '泵体',
      chainName: '泵业',
      request: '文件要求',
      sources: '政策《丙省泵阀产业规划》2024-11，¶7',
    },
    {
      chain: 'ecccccccccccccccccccc',
      segment: 'edddddddddddddddddddd',
      label: '轴承',
      chainName: '泵业',
      request: '建议',
      sources: '建言《发展泵阀产业的建议》2025-01，¶1',
    },
  ],
};
