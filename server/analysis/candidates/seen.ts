import type { Label } from '#graph-model/ontology/label.ts';
import type { Cell } from '../board/board.ts';
import { STATES } from '../board/terms.ts';

/** What is seen of it here, and why that is a gap or not yet one. */
export function seenOf(operating: number, cell: Cell | undefined): Label {
  if (cell !== undefined && cell.state !== 'unsurveyed') {
    const { zh, en } = STATES[cell.state];
    const by = cell.grounds.covered
      ? { zh: '名录覆盖', en: 'a register covers it' }
      : { zh: '没有名录覆盖', en: 'no register covers it' };
    return {
      zh: `在产企业已见 ${operating} 家，${by.zh}，判断为${zh}。`,
      en: `${firms(operating)} seen to operate; ${by.en}; judged ${en}.`,
    };
  }
  return {
    zh: `写明环节的在产企业已见 ${operating} 家，资料不足以判断缺口。`,
    en: `${firms(operating)} seen to operate in a written segment; the data do not tell whether that is a gap.`,
  };
}

function firms(count: number): string {
  return count === 1 ? '1 firm' : `${count} firms`;
}
