import { expect, test } from 'vitest';
import { cellFacts } from '#server/analysis/board/cell-facts.ts';
import { groundOf } from '#server/analysis/board/ground.ts';
import type { ChainSlice, SliceFact } from '#server/analysis/board/slice.ts';
import { chainOf, fact, firm } from './a-chain.ts';

const PRODUCES: SliceFact = {
  id: 'l1',
  type: 'PRODUCES',
  modality: 'operating',
  from: '泵企',
  segment: '整机',
  product: '泵',
  at: undefined,
  stage: undefined,
  verdict: undefined,
  confidence: 900,
  validFrom: undefined,
  validTo: undefined,
  sources: ['报'],
  disputed: false,
};

function seen(...facts: readonly SliceFact[]) {
  const slice: ChainSlice = {
    chain: { id: '链', name: '链' },
    segments: [],
    omitted: [],
    parts: [],
    flows: [],
    framework: { ties: 0, ofNotes: 0, notes: [] },
    meantAreas: new Map(),
    facts,
    entities: new Map([
      ['泵企', { id: '泵企', kind: 'Company', name: '泵企', place: '市', meantPlace: undefined, recognised: false }],
    ]),
    around: new Map([['市', new Set<string>()]]),
    reach: new Map(),
    sources: new Map(),
    coverage: [],
  };
  const { operating, research } = cellFacts(slice, '整机', new Set(['整机', '叶轮']), '市');
  return { operating: operating.get('泵企')?.length ?? 0, research: research.get('泵企')?.length ?? 0 };
}

test('a product that is only studied or tried out is research behind the segment, and no actor', () => {
  expect(seen(PRODUCES)).toEqual({ operating: 1, research: 0 });
  expect(seen({ ...PRODUCES, stage: 'mass' })).toEqual({ operating: 1, research: 0 });
  expect(seen({ ...PRODUCES, stage: 'pilot' })).toEqual({ operating: 0, research: 1 });
});

test('a fact of a product that belongs to the whole and to its part is told once', () => {
  expect(seen(PRODUCES, { ...PRODUCES, segment: '叶轮' })).toEqual({ operating: 1, research: 0 });
});

test('research that is only being built stands behind the segment, and counts for nothing yet', () => {
  const supports = (from: string, modality: SliceFact['modality']) => fact(from, { type: 'SUPPORTS', modality });
  const slice = chainOf(
    [firm('甲所', '甲'), firm('乙所', '甲')],
    [supports('甲所', 'operating'), supports('乙所', 'building')],
  );
  const { facts, grounds } = groundOf(slice, '阀', '甲', '2025-02');
  expect([...facts.research.keys()]).toEqual(['甲所', '乙所']);
  expect(grounds.research).toBe(1);
});
