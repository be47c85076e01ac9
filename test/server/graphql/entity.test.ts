import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyWorld, loadWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

const entity = async (name: string, fields: string, version?: number) =>
  dataOf<{ node: unknown }>(ask, `query ($id: ID!) { node(id: $id) { ... on Entity { ${fields} } } }`, {
    id: await idByName(ask, name, version),
  }).then(({ node }) => node);

test('an id that was merged away leads to the entity that stayed, and says so', async () => {
  const old = await idByName(ask, '青石光电', 1);
  expect(await entity('青石光电', 'name redirectedFrom', 1)).toStrictEqual({
    name: '青石光电有限公司',
    redirectedFrom: old,
  });
  expect(await entity('青石光电有限公司', 'name redirectedFrom')).toStrictEqual({
    name: '青石光电有限公司',
    redirectedFrom: null,
  });
});

test('names come by type, each with the sources that bear it', async () => {
  const fields =
    'aliases { totalCount edges { node { value type lang provenance { sourceCount publisherCount sourceClasses since } } } }';
  expect(await entity('青石光电有限公司', fields)).toStrictEqual({
    aliases: {
      totalCount: 2,
      edges: [
        {
          node: {
            value: '青石光电有限公司',
            type: 'legal',
            lang: 'zh',
            provenance: { sourceCount: 1, publisherCount: 1, sourceClasses: ['policy'], since: 1 },
          },
        },
        {
          node: {
            value: '青石光电',
            type: 'short',
            lang: 'zh',
            provenance: { sourceCount: 1, publisherCount: 1, sourceClasses: ['project_note'], since: 2 },
          },
        },
      ],
    },
  });
});

test('two values of one functional attribute are both shown, as a conflict', async () => {
  const fields =
    'attributes { name label { zh } value confidence conflict refuted provenance { statements { edges { node { predicate value subject { name kind source { key } } } } } } }';
  const { attributes } = (await entity('青石光电有限公司', fields)) as { attributes: { name: string }[] };
  const said = (source: string, value: string) => ({
    statements: {
      edges: [
        {
          node: {
            predicate: 'founded',
            value,
            subject: { name: '青石光电有限公司', kind: 'Company', source: { key: source } },
          },
        },
      ],
    },
  });
  const shared = { name: 'founded', label: { zh: '成立' }, conflict: true, refuted: false };
  expect(attributes.filter(({ name }) => name === 'founded')).toStrictEqual([
    { ...shared, value: '2011', confidence: 900, provenance: said('plan', '2011') },
    { ...shared, value: '2012', confidence: 950, provenance: said('reg', '2012') },
  ]);
});

test('figures stand beside each other by measure, scope and period', async () => {
  expect(await entity('甲市', 'indicators { value period figure scope conflict }')).toStrictEqual({
    indicators: [
      { value: '118', period: '2023', figure: 'actual', scope: 'jia-laser', conflict: true },
      { value: '120', period: '2023', figure: 'actual', scope: 'jia-laser', conflict: true },
      { value: '300', period: '2027', figure: 'target', scope: 'jia-laser', conflict: false },
    ],
  });
});

test('a firm is in the innermost place that its sources name; with two places in none', async () => {
  expect(await entity('青石光电有限公司', 'place { name kind }')).toStrictEqual({
    place: { name: '青石高新区', kind: 'Park' },
  });
  expect(await entity('青石高新区', 'place { name }')).toStrictEqual({ place: { name: '甲市' } });
  expect(await entity('云岭省', 'place { name }')).toStrictEqual({ place: null });
});

test('a may-be reading shows its doubt from both of its ends', async () => {
  const fields = 'readings { from { name } to { name } rank reason decidedBy decidedAt }';
  const second = {
    from: { name: '岚大' },
    to: { name: '岚江大学' },
    rank: 2,
    reason: '岚江大学也简称岚大',
    decidedBy: 'curator',
    decidedAt: '2025-04-02',
  };
  expect(await entity('岚江大学', fields)).toStrictEqual({ readings: [second] });
});

test('a relationship says its sentence, its details and what carries it', async () => {
  const fields = `relations(filter: { types: [PRODUCES], modalities: [operating] }) { totalCount edges { node {
    type label { zh en } inverse { zh } sentence { zh en } modality confidence validFrom ended conflict
    from { name } to { name } context { name } details { name label { zh } value valueLabel { zh } }
    provenance { sourceCount publisherCount sourceClasses since } } } }`;
  expect(await entity('青石光电有限公司', fields)).toStrictEqual({
    relations: {
      totalCount: 1,
      edges: [
        {
          node: {
            type: 'PRODUCES',
            label: { zh: '生产', en: 'produces' },
            inverse: { zh: '生产单位' },
            sentence: {
              zh: '青石光电有限公司生产激光晶体（地点：青石高新区；阶段：量产）。',
              en: '青石光电有限公司 produces 激光晶体 (at: 青石高新区; stage: mass).',
            },
            modality: 'operating',
            confidence: 950,
            validFrom: null,
            ended: null,
            conflict: false,
            from: { name: '青石光电有限公司' },
            to: { name: '激光晶体' },
            context: { name: '青石高新区' },
            details: [{ name: 'stage', label: { zh: '阶段' }, value: 'mass', valueLabel: { zh: '量产' } }],
            provenance: {
              sourceCount: 3,
              publisherCount: 3,
              sourceClasses: ['policy', 'official_news', 'project_note'],
              since: 1,
            },
          },
        },
      ],
    },
  });
});

test('evidence stands for and against, with the text only where the project may keep it', async () => {
  const fields = `relations { edges { node { modality refuted provenance { statements { edges { node { evidence {
    stance confidence owner passage { locator text source { key class date } } } } } } } } } }`;
  const { relations } = (await entity('白鹿激光有限公司', fields)) as {
    relations: { edges: { node: { modality: string; refuted: boolean; provenance: Statements } }[] };
  };
  type Statements = { statements: { edges: { node: { evidence: { stance: string }[] } }[] } };
  const evidenceOf = (index: number) =>
    relations.edges[index]?.node.provenance.statements.edges.flatMap(({ node }) => node.evidence);
  expect(relations.edges.map(({ node }) => [node.modality, node.refuted])).toStrictEqual([
    ['operating', true],
    ['building', false],
    ['planned', false],
    ['proposed', false],
  ]);
  expect(
    evidenceOf(0)
      ?.map(({ stance }) => stance)
      .sort(),
  ).toStrictEqual(['refutes', 'supports']);
  expect(evidenceOf(2)).toStrictEqual([
    {
      stance: 'supports',
      confidence: 900,
      owner: 'data/golden',
      passage: { locator: '¶7', text: null, source: { key: 'plan', class: 'policy', date: '2024-03' } },
    },
  ]);
  expect(evidenceOf(3)).toStrictEqual([
    {
      stance: 'supports',
      confidence: 500,
      owner: 'data/golden',
      passage: {
        locator: '¶2',
        text: '可以请白鹿激光有限公司考虑进入激光器件环节。',
        source: { key: 'note', class: 'project_note', date: '2025-02' },
      },
    },
  ]);
});

test('counts by type and side say what an expand would bring', async () => {
  const fields = 'degree relationCounts { type direction label { zh } count }';
  expect(await entity('云岭激光创新联合体', fields)).toStrictEqual({
    degree: 4,
    relationCounts: [
      { type: 'LEADS', direction: 'IN', label: { zh: '牵头单位' }, count: 1 },
      { type: 'MEMBER_OF', direction: 'IN', label: { zh: '成员单位' }, count: 3 },
    ],
  });
});

test('a source says what it covers', async () => {
  const { dataset } = await dataOf<{ dataset: { sources: { key: string; coverage: unknown }[] } }>(
    ask,
    '{ dataset { sources { key coverage { extent date subject { kind name } place { name } source { key } } } } }',
  );
  expect(dataset.sources.map(({ key }) => key)).toStrictEqual(['reg', 'note', 'news2', 'news', 'plan']);
  expect(dataset.sources[0]?.coverage).toStrictEqual([
    {
      extent: 'register',
      date: '2025-03',
      subject: { kind: 'Segment', name: '晶体材料' },
      place: { name: '甲市' },
      source: { key: 'reg' },
    },
  ]);
});

test('a data set counts what it holds, at its own date', async () => {
  const fields =
    '{ version date visibility entityCount relationCount statementCount kinds { kind count } runs { version title asOf } }';
  const { dataset } = await dataOf<{ dataset: { kinds: { kind: string; count: number }[]; entityCount: number } }>(
    ask,
    `{ dataset(version: 1) ${fields} }`,
  );
  expect(dataset).toMatchObject({
    version: 1,
    date: '2025-02-28',
    visibility: 'internal',
    runs: [{ version: 1, title: '云岭小世界', asOf: '2025-02-28' }],
  });
  expect(dataset.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(dataset.entityCount);
});

test('an empty store is an empty answer, not an error', async () => {
  const empty = await emptyWorld();
  const query =
    '{ dataset { version date entityCount kinds { kind } } search(text: "光") { edges { cursor } coverage { sources newestSource } } }';
  expect(await dataOf(asker(empty.store), query)).toStrictEqual({
    dataset: { version: 0, date: null, entityCount: 0, kinds: [] },
    search: { edges: [], coverage: { sources: 0, newestSource: null } },
  });
  await empty.dispose();
});

test('the name to show in English is the one a source gives, in sentences too; without one there is none', async () => {
  const fields = 'nameEn relations(first: 1) { edges { node { sentence { en } } } }';
  expect(await entity('云岭光学研究所', fields)).toStrictEqual({
    nameEn: 'Yunling Institute of Optics',
    relations: {
      edges: [{ node: { sentence: { en: 'Yunling Institute of Optics is a member of 云岭激光创新联合体.' } } }],
    },
  });
  expect(await entity('青石光电有限公司', 'nameEn')).toStrictEqual({ nameEn: null });
});
