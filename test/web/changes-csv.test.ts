import { expect, test } from 'vitest';
import type { Changes } from '../../web/src/api/changes.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { changesOf, countGroups } from '../../web/src/state/change-words.ts';
import { comparedWords } from '../../web/src/state/compared-words.ts';
import { changesCsv } from '../../web/src/state/changes-csv.ts';

const CHANGES = {
  since: 1,
  sinceDate: '2025-01',
  version: 2,
  date: '2025-06',
  totalCount: 2,
  counts: [{ change: 'relation_removed', label: { zh: '不再见到的关系', en: 'relationship removed' }, count: 2 }],
  cuts: [{ label: { zh: '名称', en: 'names' }, before: 5, after: 9, listed: 4 }],
  edges: [
    {
      node: {
        change: 'relation_removed',
        sentence: { zh: '=甲,位于“乙”', en: 'a' },
        reason: { zh: '资料已撤下', en: 'source removed' },
        run: { version: 2, title: '示例', asOf: '2025-06' },
        entities: [{ gone: true, entity: { id: 'e1', kind: 'Company', name: '甲' } }],
        sources: [{ id: 's1', title: '某报', titleEn: null, class: 'official_news', date: '2025-01' }],
        sourceCount: 3,
      },
    },
  ],
} as unknown as Changes;

test('a file of changes: a line a change, no formula, each with what was compared and every cut', () => {
  expect(changesCsv(CHANGES, zh, 'zh')).toBe(
    [
      '\uFEFF变动,说明,原因,有关实体,运行,资料,关于本表',
      `不再见到的关系,"'=甲,位于“乙”",资料已撤下,甲 e1,版本 2 · 2025-06 · 示例,"某报 2025-01; 另有 2 份",版本 1（2025-01）与版本 2（2025-06）相比，列出 1 条，共 2 条 · 名称变动太多，只看了其中 4 条；旧版本有 5 条，新版本有 9 条。`,
      '',
    ].join('\r\n'),
  );
});

test('changes are counted by what they are about', () => {
  expect([...countGroups(CHANGES.counts)]).toStrictEqual([['relations', 2]]);
  expect(changesOf('coverage')).toStrictEqual(['coverage_added', 'coverage_removed']);
});

test('the first version is compared with nothing and lists what it loaded; older readers are told in words what came before it', () => {
  const first = { ...CHANGES, since: 0, sinceDate: null, version: 1, date: '2025-01' };
  expect(comparedWords(first, zh)).toBe(
    '数据版本 1（2025-01）是第一个版本，没有更早的可以比。下面是它装载的，列出 1 条，共 2 条',
  );
  expect(comparedWords({ ...first, version: 2, date: '2025-06' }, zh)).toBe(
    '装载之前与版本 2（2025-06）相比，列出 1 条，共 2 条',
  );
  expect(changesCsv(first, zh, 'zh').split('\r\n')[1]).toMatch(/^关系,/);
});
