import { afterEach, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

const SPEC = `id: pumps
title: { zh: 泵阀, en: pumps }
asOf: 2025-06
sources:
  - { id: old, title: 陇报, class: official_news, publisher: 陇社, date: 2024-02 }
  - { id: new, title: 陇报又一期, class: official_news, publisher: 陇社, date: 2025-05 }
  - { id: ledger, title: 白市招商台账, class: project_note, publisher: 白市招商局, date: 2024-05, visibility: internal }
tables:
  - file: things.csv
    source: old
    passage: { is: "¶1" }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { column: source }
    passage: { is: "¶2" }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - relationship: { column: type }
        from: from
        to: to
        modality: { column: modality }
        qualifiers: { engagement: { column: engagement } }
`;
const FIRMS = ['近', '谈', '签', '划', '新', '无'].map((name) => `${name}泵有限公司`);
const TIES = [
  'SEGMENT_OF,泵,泵阀',
  'SEGMENT_OF,阀,泵阀',
  'SEGMENT_OF,轴承,泵阀',
  'LOCATED_IN,近泵有限公司,白市',
  'ACTIVE_IN,近泵有限公司,泵',
  'ACTIVE_IN,谈泵有限公司,泵',
  'ENGAGED_WITH,白市,谈泵有限公司,operating,ledger,talking',
  'ACTIVE_IN,签泵有限公司,泵',
  'ENGAGED_WITH,白市,签泵有限公司,operating,ledger,signed',
  'ACTIVE_IN,划泵有限公司,泵,planned',
  'ACTIVE_IN,新泵有限公司,泵,operating,new',
];

/** @param many firms that do both pumps and valves */
async function pumps(many: number): Promise<Ask> {
  const both = Array.from({ length: many }, (_, n) => `众${String(n).padStart(2, '0')}有限公司`);
  const lines = [...TIES, ...both.flatMap((firm) => [`ACTIVE_IN,${firm},泵`, `ACTIVE_IN,${firm},阀`])].map((line) => {
    const [type, from, to, modality = 'operating', source = 'old', engagement = ''] = line.split(',');
    return [type, from, to, modality, source, engagement].join(',');
  });
  const things = [
    'Place,白市',
    'Chain,泵阀',
    'Segment,泵',
    'Segment,阀',
    'Segment,轴承',
    ...[...FIRMS, ...both].map((firm) => `Company,${firm}`),
  ];
  world = await emptyWorld();
  await world.load(
    folderOf({
      'dataset.yml': SPEC,
      'things.csv': `kind,name\n${things.join('\n')}\n`,
      'ties.csv': `type,from,to,modality,source,engagement\n${lines.join('\n')}\n`,
    }),
  );
  return asker(world.store);
}

type Near = {
  rows: {
    entity: { name: string };
    score: number;
    terms: { term: string; value: number; rests: { name: string }[] }[];
    contacts: object[];
  }[];
  cut: number;
  leftOut: { reason: string; count: number; bodies: { name: string }[] }[];
  lack: { lack: string; count: number | null; label: { zh: string } } | null;
  measured: object | null;
};
const NEAR = `near { rows { entity { name } score terms { term value rests { name } } contacts { id } } cut
  leftOut { reason count bodies { name } } lack { lack count label { zh } }
  measured { measure reason groups hidden hit { value low high } plain { label { zh } hit { value } } } }`;

async function near(ask: Ask, names: Readonly<Record<string, string>>, rest = ''): Promise<Near> {
  const ids = await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await idByName(ask, name)]));
  const query = `query ($for: CandidatesFor!) { candidates(for: $for${rest}) { ... on Candidates { ${NEAR} } } }`;
  return (await dataOf<{ candidates: { near: Near } }>(ask, query, { for: Object.fromEntries(ids) })).candidates.near;
}

const VALVES = { segment: '阀', region: '白市' };
const namesOf = ({ rows }: Near) => rows.map(({ entity }) => entity.name).toSorted();

test('firms that do what is near are ranked with terms that add up; who signed is named, who is only planned is not', async () => {
  const ask = await pumps(20);
  const answer = await near(ask, VALVES);
  expect(answer.lack).toBeNull();
  expect(namesOf(answer)).toStrictEqual(['新泵有限公司', '谈泵有限公司', '近泵有限公司']);
  for (const { score, terms } of answer.rows) {
    expect(terms.reduce((sum, { value }) => sum + value, 0)).toBe(score);
    expect(terms.map(({ term, rests }) => [term, ...rests.map(({ name }) => name)])).toStrictEqual([
      ['presence', '泵'],
      ['flow'],
      ['stage', '泵'],
      ['chain', '泵'],
    ]);
  }
  expect(answer.rows.filter(({ contacts }) => contacts.length > 0).map(({ entity }) => entity.name)).toStrictEqual([
    '谈泵有限公司',
  ]);
  expect(answer.leftOut).toStrictEqual([{ reason: 'signed', count: 1, bodies: [{ name: '签泵有限公司' }] }]);
  expect(await near(ask, VALVES, ', limit: 1')).toMatchObject({ cut: 2, rows: [{}] });
});

test('on an earlier day only what was told by then counts', async () => {
  const answer = await near(await pumps(20), VALVES, ', date: "2024-12"');
  expect(namesOf(answer)).toStrictEqual(['谈泵有限公司', '近泵有限公司']);
});

test('its rate is measured on these very data, and given beside that by number alone', async () => {
  const { measured } = await near(await pumps(20), VALVES);
  expect(measured).toStrictEqual({
    measure: 'measured',
    reason: null,
    groups: 20,
    hidden: 20,
    hit: { value: 1000, low: 1000, high: 1000 },
    plain: { label: { zh: '只按多少排' }, hit: { value: 1000 } },
  });
});

test('of fewer than twenty firms that do two segments nothing is ranked or measured, and they are counted', async () => {
  expect(await near(await pumps(19), VALVES)).toStrictEqual({
    rows: [],
    cut: 0,
    leftOut: [],
    lack: { lack: 'few', count: 19, label: { zh: '写到做两个以上环节的企业不足 20 家，排不出' } },
    measured: null,
  });
});

test('a chain as a whole asks for one segment', async () => {
  expect((await near(await pumps(20), { chain: '泵阀', region: '白市' })).lack).toMatchObject({ lack: 'segment' });
});

test('of a firm the segments near what it does are ranked; of one that does none, that is said', async () => {
  const ask = await pumps(20);
  const answer = await near(ask, { body: '近泵有限公司' });
  expect(answer.rows.map(({ entity }) => entity.name)).toStrictEqual(['阀', '轴承']);
  expect(answer.measured).toMatchObject({ measure: 'measured', groups: 20 });
  expect((await near(ask, { body: '无泵有限公司' })).lack).toMatchObject({ lack: 'does' });
});
