import type { BoardCell } from '../api/board.ts';
import type { Named } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { faceOf, isChanged, isGap, marksOf, requestsOf } from './board-face.ts';
import type { Lens } from './board-words.ts';

type Board = Words['board'];

/** The judgement of a cell as sentences: what is seen, what the judgement rests on, what speaks against it. */
export function cellSentences(cell: BoardCell, words: Board): readonly string[] {
  const face = faceOf(cell.judgement);
  // Of all sources, whatever classes are shown: the judgement rests on these.
  const { operating, building, unplaced } = cell.grounds;
  const said = [words.sentences[face](operating, building)];
  if (face === 'strong' && cell.judgement.sole) said.push(words.soleToo);
  if (cell.covered) said.push(words.byRegister[face]);
  else if (face === 'strong' || face === 'present' || face === 'unsurveyed') said.push(words.noRegister[face]);
  else said.push(words.byWord[face]);
  if (unplaced > 0) said.push(words.unplacedToo(unplaced));
  if (cell.judgement.contradicted) said.push(words.contradictedMore);
  if (cell.claimedMissing.length > 0) said.push(words.claimedMore(cell.claimedMissing.length));
  return said;
}

/**
 * A cell for those who do not see it: the state, what the lens shows in words, then what stands beside them.
 * @param since the version that the board is compared with
 */
export function cellLabel(
  cell: BoardCell,
  lens: Lens | null,
  since: number | null,
  words: Board,
  nameOf: (entity: Named) => string,
): string {
  const face = faceOf(cell.judgement);
  const shown = lensWords(cell, lens, words, nameOf);
  const parts = [
    words.faces[face],
    ...(face === 'strong' && cell.judgement.sole ? [words.sole] : []),
    ...(cell.judgement.contradicted ? [words.contradicted] : []),
    ...(cell.claimedMissing.length > 0 ? [words.claimed] : []),
    ...(shown.length > 0 ? shown : [lens === 'firms' ? words.noFirm : words.markWords.none]),
    ...(since !== null && isChanged(cell) ? [words.changedSince(since)] : []),
  ];
  return parts.join(' · ');
}

function lensWords(
  cell: BoardCell,
  lens: Lens | null,
  words: Board,
  nameOf: (entity: Named) => string,
): readonly string[] {
  if (lens === 'firms') return firmLines(cell, words, nameOf);
  if (lens === 'time') return timeWords(cell, words);
  if (lens === 'gaps') return isGap(cell.judgement) ? gapWords(cell, words) : [words.noGap];
  const { request, firms, research, intended } = marksOf(cell);
  return [
    request && words.markWords[request],
    firms && words.markWords[firms.mark](firms.count),
    research > 0 && words.markWords.research(research),
    intended > 0 && words.markWords.intended(intended),
  ].filter((part) => typeof part === 'string');
}

/** The bodies of a cell by name; who only intends to is said to. */
export function firmLines(
  { operating, building, intended }: Pick<BoardCell, 'operating' | 'building' | 'intended'>,
  words: Board,
  nameOf: (entity: Named) => string,
): readonly string[] {
  return [
    ...[...operating, ...building].map(({ entity }) => nameOf(entity)),
    ...intended.map(({ entity }) => words.intends(nameOf(entity))),
  ];
}

/** Who asks for it: policies first, also where there is none; then the others by their class. */
export function askedWords(cell: Pick<BoardCell, 'requests'>, { board, classes }: Words): readonly string[] {
  if (cell.requests.length === 0) return [];
  const { policy } = requestsOf(cell);
  return [
    board.asksSeen(board.asks, policy.length),
    ...cell.requests.flatMap(({ class: cls, planned, proposed }) => {
      const count = cls === 'policy' ? proposed.length : planned.length + proposed.length;
      if (count === 0) return [];
      return [board.asksSeen(cls === 'policy' ? board.suggests : classes[cls], count)];
    }),
  ];
}

/** What would settle or change the judgement of a cell, each with what the cell would then be. */
export function becomesWords(
  { settlements, changes, grounds }: Pick<BoardCell, 'settlements' | 'changes' | 'grounds'>,
  words: Board,
): readonly string[] {
  const then = (text: string, { state, sole }: BoardCell['judgement']) =>
    `${text} → ${sole ? words.becomesSole(words.faces[state]) : words.faces[state]}`;
  return [
    ...settlements.map(({ settle, count, to }) => then(words.settleWords[settle](count), to)),
    ...changes.map(({ change, count, to }) => then(words.changeWords[change](count, grounds.operating), to)),
  ];
}

/** What would change a cell, by whether a register stands behind it; each group with its head. */
export function changeGroups(
  { covered, changes }: Pick<BoardCell, 'covered' | 'changes'>,
  { changeGroups: heads }: Board,
): readonly { readonly head: string; readonly changes: BoardCell['changes'] }[] {
  const byRegister = (of: BoardCell['changes'][number]) =>
    of.change === 'register' || of.change === 'register_and_actor';
  return [
    { head: heads.register, changes: changes.filter(byRegister) },
    { head: covered ? heads.covered : heads.seen, changes: changes.filter((one) => !byRegister(one)) },
  ].filter((group) => group.changes.length > 0);
}

/** What there is to do about a gap; what sort of gap only where nobody operates. */
export function gapWords({ gap, action }: Pick<BoardCell, 'gap' | 'action'>, words: Board): readonly string[] {
  return [...(gap === null ? [] : [words.gaps[gap]]), words.actions[action]];
}

/** The dates of a cell that sources give. */
export function timeWords(
  { newest, operatingFrom, plannedFor }: Pick<BoardCell, 'newest' | 'operatingFrom' | 'plannedFor'>,
  { times }: Board,
): readonly string[] {
  return [
    ...(newest === null ? [] : [times.newest(newest)]),
    ...(operatingFrom === null ? [] : [times.from(operatingFrom)]),
    ...(plannedFor === null ? [] : [times.plan(plannedFor)]),
  ];
}
