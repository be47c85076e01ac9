import type { BoardCell } from '../api/board.ts';
import type { Words } from '../locale/zh.ts';
import { faceOf, marksOf } from './board-face.ts';

type Board = Words['board'];

/** The judgement of a cell as sentences: what is seen, what the judgement rests on, what speaks against it. */
export function cellSentences(cell: BoardCell, words: Board): readonly string[] {
  const face = faceOf(cell.judgement);
  const said = [words.sentences[face](cell.operating.length, cell.building.length)];
  if (face === 'strong' && cell.judgement.sole) said.push(words.soleToo);
  if (cell.covered) said.push(words.byRegister[face]);
  else if (face === 'strong' || face === 'present' || face === 'unsurveyed') said.push(words.noRegister[face]);
  else said.push(words.byWord[face]);
  if (cell.unplaced.length > 0) said.push(words.unplacedToo(cell.unplaced.length));
  if (cell.judgement.contradicted) said.push(words.contradictedMore);
  return said;
}

/** A cell for those who do not see it: state, then the marks in words. */
export function cellLabel(cell: BoardCell, words: Board): string {
  const { request, firms, research } = marksOf(cell);
  const face = faceOf(cell.judgement);
  const marks = [
    request && words.markWords[request],
    firms && words.markWords[firms.mark](firms.count),
    research > 0 && words.markWords.research(research),
  ].filter((part) => typeof part === 'string');
  const parts = [
    words.faces[face],
    ...(face === 'strong' && cell.judgement.sole ? [words.sole] : []),
    ...(cell.judgement.contradicted ? [words.contradicted] : []),
    ...(marks.length > 0 ? marks : [words.markWords.none]),
  ];
  return parts.join(' · ');
}
