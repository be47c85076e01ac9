import type { Label } from '#graph-model/ontology/label.ts';
import type { Cell } from '../board/board.ts';
import { STATES } from '../board/terms.ts';
import type { Doing } from './lists.ts';

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

/** How many of the three lists are written to do what is asked for: being listed is no word of that. */
export function doingIn({ all, does, builds, studies, meant }: Doing, what: 'segment' | 'chain'): Label {
  const it = what === 'segment' ? { zh: '这个环节', en: 'this segment' } : { zh: '这条产业链', en: 'this chain' };
  return {
    zh:
      `三份名单共 ${all} 家，其中 ${does} 家写明在做${it.zh}` +
      (builds > 0 ? `，${builds} 家写明在建` : '') +
      (studies > 0 ? `，${studies} 家写明研究或开发` : '') +
      (meant > 0 ? `，${meant} 家只写到规划或建议` : '') +
      '。',
    en:
      `${all === 1 ? '1 body' : `${all} bodies`} in the three lists; ${does} said to do ${it.en}` +
      (builds > 0 ? `, ${builds} to be building it` : '') +
      (studies > 0 ? `, ${studies} to study or develop it` : '') +
      (meant > 0 ? `, ${meant} only planned or proposed to` : '') +
      '.',
  };
}

function firms(count: number): string {
  return count === 1 ? '1 firm' : `${count} firms`;
}
