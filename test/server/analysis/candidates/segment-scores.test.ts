import { expect, test } from 'vitest';
import { segmentScores, type ScoredBody, type ScoredRegion } from '#server/analysis/candidates/segment-scores.ts';

const NOBODY: ScoredBody = {
  products: [],
  segments: new Set(),
  ties: [],
  signals: [],
  publishers: 0,
  ownWord: false,
};
const REGION: ScoredRegion = {
  operates: new Set(['电芯', '正极', '壳体']),
  flows: [
    { from: '电解液', to: '电芯' },
    { from: '矿', to: '正极' },
  ],
  date: '2025-06',
};

const made = (stage?: string, modality: 'operating' | 'building' | 'planned' = 'operating') => ({
  modality,
  stage,
  made: true,
});

test('of whom nothing is written every term is missing, none is 0', () => {
  expect(segmentScores(NOBODY, { ...REGION, operates: new Set() })).toStrictEqual({});
});

test('fit goes by how far a named product is made, of several the furthest', () => {
  const fit = (...products: ScoredBody['products'][number][]) => segmentScores({ ...NOBODY, products }, REGION).fit;
  expect([
    fit(made('mass')),
    fit(made('registered')),
    fit(made()),
    fit(made(undefined, 'building')),
    fit(made('mass', 'planned')),
    fit({ ...made('research'), made: false }),
    fit(made('mass', 'planned'), made()),
    fit(),
  ]).toStrictEqual([1000, 900, 800, 600, 300, 200, 800, undefined]);
});

test('complement is the share of what operates here, as far as a flow is written of it, that a flow joins to it', () => {
  const complement = (segments: string[], region = REGION) =>
    segmentScores({ ...NOBODY, segments: new Set(segments) }, region).complement;
  // 壳体 operates here and has no flow: it says neither yes nor no.
  expect([complement(['电解液']), complement(['电解液', '矿']), complement(['别的'])]).toStrictEqual([500, 1000, 0]);
  expect(complement(['电解液'], { ...REGION, flows: [] })).toBe(undefined);
});

test('closeness is that of the closest tie, and what is only planned of it counts half', () => {
  const close = (...ties: ScoredBody['ties'][number][]) => segmentScores({ ...NOBODY, ties }, REGION).closeness;
  const consortium = { kind: 'consortium', modality: 'operating' } as const;
  expect([
    close(consortium, consortium, consortium),
    close({ kind: 'direct', modality: 'operating' }, consortium),
    close({ kind: 'direct', modality: 'planned' }),
    close(),
  ]).toStrictEqual([600, 1000, 500, undefined]);
});

test('that one belongs to the other is no dealing: it makes nobody closer', () => {
  const close = (...kinds: ('affiliation' | 'project')[]) =>
    segmentScores({ ...NOBODY, ties: kinds.map((kind) => ({ kind, modality: 'operating' })) }, REGION).closeness;
  expect([close('affiliation'), close('affiliation', 'project')]).toStrictEqual([undefined, 600]);
});

test('the fourth shared project says no more than the third', () => {
  const projects = (count: number) =>
    segmentScores(
      { ...NOBODY, ties: Array.from({ length: count }, () => ({ kind: 'project', modality: 'operating' }) as const) },
      REGION,
    ).projects;
  expect([0, 1, 2, 3, 4].map(projects)).toStrictEqual([undefined, 500, 750, 1000, 1000]);
});

test('what it builds or plans is a signal within three years of the date, and stale after', () => {
  const signals = (...said: string[]) => segmentScores({ ...NOBODY, signals: said }, REGION).signals;
  expect([
    signals('2024-06-30'),
    signals('2024-06-29'),
    signals('2022-06'),
    signals('2022-05'),
    signals('2022', '2025-01'),
  ]).toStrictEqual([1000, 500, 500, undefined, 1000]);
});

test('evidence goes by independent publishers; a firm’s own word alone counts least', () => {
  const evidence = (publishers: number, ownWord = false) =>
    segmentScores({ ...NOBODY, publishers, ownWord }, REGION).evidence;
  expect([evidence(0), evidence(1), evidence(2), evidence(9), evidence(2, true)]).toStrictEqual([
    undefined,
    400,
    700,
    1000,
    200,
  ]);
});
