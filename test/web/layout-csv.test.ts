import { expect, test } from 'vitest';
import type { Layout } from '../../web/src/api/layout.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { layoutCsv } from '../../web/src/state/layout-csv.ts';

const inModality = (modality: string | null, name: string, ...locators: readonly string[]) => ({
  ...mention(name, ...locators),
  relations: modality === null ? [] : [{ modality }],
});
const mention = (name: string, ...locators: readonly string[]) => ({
  entity: { id: name, kind: 'Park', name },
  relations: [],
  passages: locators.map((locator) => ({ id: locator, locator })),
});
const cell = (says: string, more: object = {}) => ({ says, parks: [], asked: null, segments: [], seen: null, ...more });

test('a line an industry, each thing with its places; what a spreadsheet would run is text', () => {
  const layout = {
    source: { title: '甲规划', date: '2024' },
    zones: [{ zone: { name: '北区' } }, { zone: { name: '南区' } }, { zone: { name: '东区' } }],
    industries: [
      {
        chain: { name: '=泵业' },
        group: null,
        passages: [{ locator: '¶4' }],
        cells: [
          cell('park', { parks: [mention('北一园', '¶4'), mention('北,二"园', '¶4', '¶5')] }),
          cell('listed', { asked: mention('南区', '¶2'), seen: { operating: [{}], building: [], unplaced: [{}] } }),
          cell('segment', { segments: [mention('泵体', '¶6')] }),
        ],
        bodies: [
          inModality('operating', '泵业实验室', '¶4'),
          inModality('planned', '泵业中心', '¶4'),
          inModality('proposed', '泵业院', '¶5'),
        ],
        elsewhere: [],
        partners: [],
      },
    ],
    coverage: { version: 3 },
  } as unknown as Layout;
  expect(layoutCsv(layout, zh).split('\r\n')).toEqual([
    '\uFEFF产业,北区,南区,东区,平台、联合体与单位,协作市,出处,关于本表',
    '\'=泵业,"北一园 ¶4、北,二""园 ¶4 ¶5",只在总述列出 ¶2；已见在产 1 家，在建 0 家（写到环节的、只说到整条链的都算）；另有 1 家地点不明,只点到环节：泵体 ¶6,泵业实验室 ¶4、泵业中心 [规划] ¶4、泵业院 [建议] ¶5,,¶4,甲规划 2024 · 数据版本 3',
    '',
  ]);
});
