import type { BriefRole } from '../state/board-words.ts';

/** Words of the printed brief of a board. */
export const zhBrief = {
  title: '简报：逐格所见与出处',
  lead: (told: number, silent: number) =>
    `${told} 格有记载${silent > 0 ? `；另外 ${silent} 格资料里什么都没有写，不等于没有` : ''}。方括号是出处的号，后面是日期和段落。`,
  cut: (facts: number) => `另有 ${facts} 条事实没有列出；少选几个地区就列得全。`,
  notMade: '这一页只有图，没有逐格的出处；要简报，用“导出”里的打印。',
  heads: { cell: '环节、地区', state: '判断', asked: '谁要求', who: '是谁', needs: '下判断还缺、补齐条件' },
  sources: '出处',
  roles: {
    policy: '文件要求',
    reported: '报道等说到规划',
    proposed: '建议',
    operating: '在产',
    building: '在建',
    intended: '拟',
    unplaced: '地点不明',
    research: '科研支撑',
    areas: '只说这一带有',
    judged: '资料的说法',
  } satisfies Record<BriefRole, string>,
  meant: (modality: string) => `拟（${modality}）`,
  more: (count: number) => `另有 ${count} 处`,
  cited: (who: string, places: string) => (places === '' ? who : `${who}（${places}）`),
};
