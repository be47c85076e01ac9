import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardOf } from '#server/analysis/board/board.ts';
import { CELL_WORDS, explainCell, reasonsOf, type CellWord } from '#server/analysis/board/explain-cell.ts';
import { settlements } from '#server/analysis/board/settlement.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';
import { judge } from '#server/analysis/board/state.ts';
import type { Grounds } from '#server/analysis/board/strength.ts';
import { chainOf, fact, firm, REGISTER } from './a-chain.ts';

/** The reasons of 阀 in 甲 in 2025, in Chinese: what holds is marked by a star. */
function told(slice: ChainSlice): Readonly<Record<CellWord, string>> {
  const cell = boardOf(slice, ['甲'], '2025-06').cells.find(({ segment }) => segment === '阀');
  if (cell === undefined) throw new Error('no cell');
  const lines = explainCell(cell).map(({ about, holds, reason }) => [about, `${holds ? '* ' : ''}${reason.zh}`]);
  return Object.fromEntries(lines) as Record<CellWord, string>;
}

const covered = { coverage: [REGISTER] };
const firms = (...names: readonly string[]) => names.map((id) => firm(id, '甲'));
const facts = (...names: readonly string[]) => names.map((id) => fact(id));
const says = (verdict: string, sources = ['news']) =>
  fact('省', { type: 'ASSESSED', verdict, sources, id: `v ${verdict}` });

test('to be surveyed: what each other state lacks', () => {
  expect(told(chainOf([], []))).toEqual({
    missing: '没有名录覆盖这一格，也没有可采信的资料说这里没有',
    strong: '没有见到在产的',
    weak: '没有见到在产或在建的',
    present: '没有见到在产或在建的',
    unsurveyed: '* 没有见到，也没有名录覆盖，有没有判断不了',
    sole: '在产 0 家，不是 1 家',
    only_building: '已见在产 0 家、在建 0 家',
    contradicted: '没有可采信的资料说空白或独家',
    claimed_missing: '没有这样的说法',
  });
});

test('missing by a register, by a word, and not while one of unknown place could be here', () => {
  const none = told(chainOf([], [], covered));
  expect([none.missing, none.strong]).toEqual([
    '* 名录覆盖这一格，在产、在建都是 0 家',
    '前面的空白已经成立，不再往下判',
  ]);
  expect(told(chainOf([], [says('missing')])).missing).toBe('* 资料明说这里没有，发布者的话可以采信');
  const open = told(chainOf([firm('一', undefined)], facts('一'), covered));
  expect([open.missing, open.unsurveyed]).toEqual(['有 1 家地点不明，可能就在这里', '* 有 1 家地点不明，可能就在这里']);
});

test('strong says its sum only where a register covers, and who told it where none does', () => {
  const five = ['一', '二', '三', '四', '五'];
  const honoured = five.map((id) => firm(id, '甲', true));
  expect(told(chainOf(honoured, facts(...five), covered)).strong).toBe('* 强度 800，达到 700，名录覆盖这一格');
  const twice = five.map((id) => fact(id, { sources: ['more', 'news'] }));
  expect(told(chainOf(honoured, twice)).strong).toBe('* 只按见到的算，强度达到 700，2 个发布者都说到');
  const once = told(chainOf(honoured, facts(...five)));
  expect([once.strong, once.weak, once.present]).toEqual([
    '强度够了，可只有 1 个发布者，也没有名录覆盖',
    '没有名录覆盖这一格，也没有可采信的资料说这里薄弱',
    '* 已见在产 5 家、在建 0 家',
  ]);
});

test('weak by a register or a word; sole by either; present says why neither', () => {
  const pair = told(chainOf(firms('一', '二'), facts('一', '二'), covered));
  expect([pair.strong, pair.weak, pair.sole]).toEqual([
    '强度 300，不到 700',
    '* 名录覆盖这一格，在产只有 2 家，强度 300，低于 400',
    '在产 2 家，不是 1 家',
  ]);
  const word = fact('甲', { type: 'ASSESSED', verdict: 'weak' });
  expect(told(chainOf(firms('一'), [...facts('一'), word])).weak).toBe('* 资料明说这里薄弱，发布者的话可以采信');
  expect(told(chainOf(firms('一'), facts('一'), covered)).sole).toBe('* 名录覆盖这一格，在产的只有 1 家');
  expect(told(chainOf(firms('一'), [...facts('一'), says('sole')])).sole).toBe(
    '* 资料明说这里只有一家，发布者的话可以采信',
  );
  const plain = told(chainOf(firms('一'), facts('一')));
  expect([plain.present, plain.sole]).toEqual([
    '* 已见在产 1 家、在建 0 家',
    '没有名录覆盖这一格，也没有可采信的资料说这里只有一家',
  ]);
  const three = told(chainOf(firms('一', '二', '三'), facts('一', '二', '三'), covered));
  expect(three.weak).toBe('在产 3 家，多于 2 家');
  const beside = told(chainOf(firms('一', '二'), [fact('一'), fact('二', { modality: 'building' })], covered));
  expect([beside.weak, beside.only_building]).toEqual(['另有 1 家在建', '已见在产 1 家、在建 1 家']);
  const honoured = told(chainOf([firm('一', '甲', true), firm('二', '甲', true)], facts('一', '二'), covered));
  expect(honoured.weak).toBe('强度 500，不低于 400');
});

test('only being built, sources that disagree, and a lack that only a proposal states', () => {
  const built = told(chainOf(firms('一'), [fact('一', { modality: 'building' })]));
  expect([built.only_building, built.present]).toEqual(['* 已见在产 0 家、在建 1 家', '* 已见在产 0 家、在建 1 家']);
  const odd = told(chainOf(firms('一', '二'), [...facts('一', '二'), says('sole')]));
  expect(odd.contradicted).toBe('* 资料说独家，已见在产 2 家、在建 0 家');
  const wished = told(chainOf([], [says('missing', ['wish'])]));
  expect([wished.claimed_missing, wished.missing]).toEqual([
    '* 有 1 处这样说，出处的话不作判断的依据',
    '没有名录覆盖这一格，也没有可采信的资料说这里没有',
  ]);
});

const grounds = fc
  .record({
    actors: fc.nat(7),
    building: fc.nat(3),
    research: fc.nat(4),
    years: fc.constantFrom(0, 2, 9),
    publishers: fc.nat(3),
    covered: fc.boolean(),
    unplaced: fc.boolean(),
    verdicts: fc.subarray(['missing', 'sole', 'weak']),
  })
  .map(({ actors, years, verdicts, ...rest }): Grounds => ({
    ...rest,
    actors,
    recognised: Math.min(actors, rest.research),
    age: actors === 0 ? undefined : years,
    publishers: actors === 0 ? 0 : 1 + rest.publishers,
    verdicts: new Set(verdicts),
  }));

test('every word has one reason in both languages, and holds when the judgement says so', () => {
  fc.assert(
    fc.property(grounds, fc.nat(2), (of, claims) => {
      const reasons = reasonsOf({ grounds: of, unplaced: of.unplaced ? 1 : 0, claims });
      expect(reasons.map(({ about }) => about)).toEqual(Object.keys(CELL_WORDS));
      expect(reasons.every(({ reason }) => reason.zh !== '' && reason.en !== '')).toBe(true);
      const { state, sole, onlyBuilding, contradicted } = judge(of);
      expect(reasons.flatMap(({ about, holds }) => (holds ? [about] : []))).toEqual([
        state,
        ...(sole ? ['sole'] : []),
        ...(onlyBuilding ? ['only_building'] : []),
        ...(contradicted ? ['contradicted'] : []),
        ...(claims > 0 ? ['claimed_missing'] : []),
      ]);
      // A sum would pretend to know the whole where no register covers: none is told there.
      if (!of.covered) expect(reasons.filter(({ reason }) => /强度 \d/.test(reason.zh))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

test('what settles a contradiction leaves none, and where there is none nothing is to be settled', () => {
  fc.assert(
    fc.property(grounds, (of) => {
      const { contradicted } = judge(of);
      const told = settlements(of);
      expect(told.map(({ settle }) => settle)).toEqual(contradicted ? ['verdict_falls', 'actors_fall'] : []);
      for (const { settle, count, to } of told) {
        expect([to.contradicted, count > 0]).toEqual([false, settle === 'actors_fall']);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('sole against three: two would have to go, and the word is then right', () => {
  const three: Grounds = {
    actors: 3,
    building: 0,
    recognised: 0,
    research: 0,
    age: 0,
    publishers: 1,
    covered: false,
    unplaced: false,
    verdicts: new Set(['sole']),
  };
  expect(settlements(three).map(({ settle, count, to }) => [settle, count, to.state, to.sole])).toEqual([
    ['verdict_falls', 0, 'present', false],
    ['actors_fall', 2, 'present', true],
  ]);
});
