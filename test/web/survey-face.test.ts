import { expect, test } from 'vitest';
import {
  ANSWER_COLUMN,
  ANSWERS,
  ASIDES,
  FILLING_RULES,
  FIRM_COLUMN_NAMES,
  FIRM_COLUMNS,
  STATUSES,
  VISIBILITY_FIELD,
} from '#ingest/survey/form.ts';
import type { SheetDifference } from '#server/survey/difference.ts';
import type { FactLine } from '../../web/src/api/fact-lines.ts';
import type { SheetPreview } from '../../web/src/api/survey-files.ts';
import type { OpenRow, SurveyOffice } from '../../web/src/api/survey.ts';
import { enSurvey } from '../../web/src/locale/en-survey.ts';
import { surveyPaper as paper } from '../../web/src/locale/survey-paper.ts';
import { zhSurvey } from '../../web/src/locale/zh-survey.ts';
import {
  acceptCommand,
  addresseesOf,
  allRequests,
  citedOf,
  firstSheet,
  meantAreas,
  placeIn,
  requestKinds,
  sentTogether,
  sheetsAddress,
  sheetsOfCity,
  stageOf,
  subjectCount,
  withSheet,
} from '../../web/src/state/survey-face.ts';

const open = (chain: string, segment: string | null, planned: string[], proposed: string[] = []): OpenRow => ({
  chain: { id: chain, name: chain, nameEn: null },
  segment: segment === null ? null : { id: segment, name: segment, nameEn: null },
  requests: [
    ...(planned.length > 0 ? [{ class: 'policy' as const, planned: planned.map((id) => ({ id })), proposed: [] }] : []),
    ...(proposed.length > 0
      ? [{ class: 'proposal' as const, planned: [], proposed: proposed.map((id) => ({ id })) }]
      : []),
  ],
  meantFor: [],
  responsible: [],
  building: 0,
  unplaced: 0,
  research: [],
  wantedRegister: null,
  alsoAsked: [],
  cell: null,
});
const settled = { ...open('泵业', '轴承', ['l9']), registers: [{ id: 's1', title: '名录', date: '2025' }] };
const office = (of: Partial<SurveyOffice>): SurveyOffice => ({
  office: { id: 'e1', kind: 'Place', name: '甲市', nameEn: null },
  city: null,
  spans: [],
  parks: [],
  open: [],
  settled: [],
  seen: 0,
  cut: 0,
  ...of,
});

const asked = office({ open: [open('泵业', '泵体', ['l1'], ['l2']), open('泵业', null, ['l1'])] });
const done = office({ settled: [settled], seen: 1 });
const wholly = office({ cut: 3 });

test('how far an office is comes from its rows alone, those that were cut too', () => {
  expect(
    [asked, done, wholly, office({ seen: 2 }), office({ ...asked, settled: [settled] })].map(stageOf),
  ).toStrictEqual(['open', 'settled', 'open', 'seen', 'partly']);
  expect(withSheet([asked, done, wholly])).toStrictEqual([asked, wholly]);
});

test('a plan that only a report tells of is not asked for by a document', () => {
  const told = {
    ...open('泵业', '泵体', ['l1']),
    requests: [{ class: 'official_news' as const, planned: [{ id: 'l1' }], proposed: [] }],
  };
  expect(requestKinds(told)).toStrictEqual(['reported']);
  expect(requestKinds(open('泵业', '泵体', ['l1'], ['l2']))).toStrictEqual(['policy', 'proposed']);
});

test('areas that stand only as planned are named once, and agencies of several rows once, in order of id', () => {
  const [valley, agency, other] = ['谷', '乙局', '甲局'].map((id) => ({ id, name: id, nameEn: null }));
  if (!valley || !agency || !other) throw new Error('three');
  const row = {
    ...open('泵业', '泵体', ['l1']),
    meantFor: [valley],
    responsible: [
      { id: 'l8', from: other },
      { id: 'l9', from: agency },
    ],
  };
  expect(meantAreas([office({ open: [row] }), office({ open: [row] })])).toStrictEqual([valley]);
  expect(addresseesOf([row, row]).map(({ id }) => id)).toStrictEqual(['乙局', '甲局']);
  expect(addresseesOf([open('泵业', '泵体', ['l1'])])).toStrictEqual([]);
});

test('a zone over several cities is sent only by name, and a city with its parks', () => {
  const city = { id: 'e1', name: '甲市', nameEn: null };
  const park = office({ ...asked, office: { id: 'e2', kind: 'Park', name: '甲园', nameEn: null }, city });
  const zone = office({ ...asked, office: { ...park.office, id: 'e3' }, spans: [city, { ...city, id: 'e4' }] });
  const home = { ...asked, city };
  expect(sentTogether([home, park, zone])).toStrictEqual([home, park]);
  expect(sheetsOfCity([home, park, zone], home)).toStrictEqual([home, park]);
  expect(sheetsOfCity([home, park, zone], zone)).toStrictEqual([]);
});

test('without a chosen office the first sheet is shown; of a segment the first that asks for it, and else none', () => {
  const other = office({ office: { ...asked.office, id: 'e2' }, open: [open('泵业', '轴承', ['l3'])] });
  expect(firstSheet([done, asked, other], null)).toBe('e1');
  expect(firstSheet([done], null)).toBe('e1');
  expect(firstSheet([asked, other], '轴承')).toBe('e2');
  expect(firstSheet([asked, done], '轴承')).toBe(null);
  expect(firstSheet([], null)).toBe(null);
});

test('every request is asked for once, those of settled rows too; a chain as a whole is one subject', () => {
  expect(allRequests([asked, done])).toStrictEqual(['l1', 'l2', 'l9']);
  expect(subjectCount([asked, asked, done])).toBe(2);
});

test('the sheets are fetched of the chains, offices and version on screen', () => {
  expect(sheetsAddress({ chains: ['ea', 'eb'], offices: ['ec'], version: 3 })).toBe(
    '/survey.xlsx?chain=ea&chain=eb&office=ec&version=3',
  );
  expect(sheetsAddress({ chains: [], offices: [], city: 'ed', version: 1 })).toBe('/survey.xlsx?city=ed&version=1');
  expect(sheetsAddress({ chains: [], offices: [], version: 1 })).toBe('/survey.xlsx?version=1');
});

test('a sheet prints three passages that support a request, each once, and counts the rest', () => {
  const at = (id: string, stance: string) => ({
    stance,
    passage: { id, locator: `¶${id}`, source: { class: 'policy', title: '规划', date: '2024' } },
  });
  const fact = (...evidence: unknown[]) =>
    ({ provenance: { statements: { edges: [{ node: { evidence } }] } } }) as unknown as FactLine;
  const facts = new Map([
    ['l1', fact(at('1', 'supports'), at('2', 'supports'), at('3', 'contradicts'))],
    ['l2', fact(at('1', 'supports'), at('4', 'supports'), at('5', 'supports'))],
  ]);
  const { cited, more } = citedOf(open('泵业', '泵体', ['l1'], ['l2', 'l3']), facts);
  expect([cited.map(({ locator }) => locator), more]).toStrictEqual([['¶1', '¶2', '¶4'], 1]);
});

test('a mistake is placed in the file as its reader knows it, whatever that is called', () => {
  expect(placeIn('survey.xlsx 白银市!C6', '白银$&.xlsx')).toBe('白银$&.xlsx 白银市!C6');
  expect(placeIn('survey.xlsx', '回填.xlsx')).toBe('回填.xlsx');
});

test('the command that accepts a file quotes what a shell would take apart', () => {
  expect(acceptCommand('白银.xlsx')).toBe('npx longlian survey import 白银.xlsx --accept');
  expect(acceptCommand("a b'c;$(x).xlsx")).toBe(String.raw`npx longlian survey import './a b'\''c;$(x).xlsx' --accept`);
  expect(acceptCommand('--accept.xlsx')).toBe("npx longlian survey import './--accept.xlsx' --accept");
});

test('the sheet on screen has the words of the sheet that is exported', () => {
  const { answers } = zhSurvey;
  expect(paper.firmHeads).toStrictEqual(FIRM_COLUMN_NAMES.map((key) => FIRM_COLUMNS[key].zh));
  expect(paper.heads.at(-1)).toBe(ANSWER_COLUMN.zh);
  expect([paper.issuer, paper.sentTo, paper.due, paper.seal]).toStrictEqual(Object.values(ASIDES));
  expect(paper.visibility).toBe(VISIBILITY_FIELD.zh);
  expect(paper.rules).toStrictEqual(FILLING_RULES);
  for (const key of ['register', 'list', 'none'] as const) {
    expect([answers[key], enSurvey.answers[key]]).toStrictEqual([ANSWERS[key].zh, ANSWERS[key].en]);
  }
});

test('a preview is read in the shape in which the service tells it', () => {
  const told: Pick<SheetDifference, 'counts' | 'firms' | 'answers' | 'cells' | 'rows'> = {
    counts: { rows: 1, used: 1, repeated: 0, blank: 0, ignored: [{ column: '电话', values: 1, personal: true }] },
    firms: { fresh: ['丙厂'], changed: [], unchanged: [], gone: [], maybeOne: [] },
    rows: [],
    answers: [{ label: '泵体', answer: 'register' }],
    cells: [],
  };
  // Types alone: each field of the one is taken for that of the other.
  const read = told satisfies Pick<SheetPreview, 'counts' | 'firms' | 'answers' | 'cells' | 'rows'>;
  expect(Object.keys(read.firms)).toStrictEqual([...Object.keys(zhSurvey.fates), 'maybeOne']);
  expect(Object.values(zhSurvey.firmStatuses)).toStrictEqual(Object.values(STATUSES).map(([word]) => word));
});
