import type {
  ChainSlice,
  SliceCoverage,
  SliceEntity,
  SliceFact,
  SliceSegment,
  SliceSource,
} from '#server/analysis/board/slice.ts';

/** A chain of one segment 阀 with a part 芯, in a province with two cities. Ids are names. */
export const EMPTY_CHAIN: ChainSlice = {
  chain: { id: '链', name: '链' },
  segments: [segment('阀'), segment('芯', { partOf: '阀' })],
  omitted: [],
  parts: [{ id: '芯', partOf: '阀' }],
  flows: [],
  framework: { ties: 0, ofNotes: 0, notes: [] },
  meantAreas: new Map(),
  facts: [],
  entities: new Map(),
  around: new Map([
    ['省', new Set<string>()],
    ['甲', new Set(['省'])],
    ['乙', new Set(['省'])],
  ]),
  reach: new Map(),
  sources: new Map(
    (['news', 'more', 'wish', 'reg'] as const).map((id, i): [string, SliceSource] => [
      id,
      { id, class: i < 2 ? 'official_news' : i === 2 ? 'proposal' : 'register', publisher: id, date: '2025-02' },
    ]),
  ),
  coverage: [],
};

export function segment(id: string, patch: Partial<SliceSegment> = {}): SliceSegment {
  return { id, name: id, position: 'midstream', order: undefined, partOf: undefined, ...patch };
}

export function fact(from: string, patch: Partial<SliceFact> = {}): SliceFact {
  const { type = 'ACTIVE_IN', segment: of = '阀', modality = 'operating' } = patch;
  return {
    id: `${type} ${from} ${of} ${modality}`,
    type,
    modality,
    from,
    segment: of,
    product: undefined,
    at: undefined,
    stage: undefined,
    verdict: undefined,
    confidence: 900,
    validFrom: undefined,
    validTo: undefined,
    sources: ['news'],
    disputed: false,
    ...patch,
  };
}

export function firm(id: string, place: string | undefined, recognised = false): SliceEntity {
  return { id, kind: 'Company', name: id, place, meantPlace: undefined, recognised };
}

export const place = (id: string): SliceEntity => ({
  id,
  kind: 'Place',
  name: id,
  place: id,
  meantPlace: undefined,
  recognised: false,
});

export const REGISTER: SliceCoverage = { subject: '链', place: '省', date: '2025', extent: 'register', source: 'reg' };

export function chainOf(
  entities: readonly SliceEntity[],
  facts: readonly SliceFact[],
  patch: Partial<ChainSlice> = {},
): ChainSlice {
  const all = [place('省'), place('甲'), place('乙'), ...entities];
  return { ...EMPTY_CHAIN, entities: new Map(all.map((one) => [one.id, one])), facts, ...patch };
}
