import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

const FIRM = '兰州泰基公司';
const CONSORTIUM = '甘肃省离子放射治疗技术创新联合体';
const INSTITUTE = '中国科学院近代物理研究所';
const UNIVERSITY = '兰州大学';
const FIRST_READING = '兰州科近泰基新技术有限责任公司';
const OTHER_READING = '兰州泰基离子技术有限公司';

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

async function idOf(name: string): Promise<string> {
  const query = 'query ($text: String!) { search(text: $text, first: 1) { edges { node { entity { id name } } } } }';
  type Answer = { search: { edges: { node: { entity: { id: string; name: string } } }[] } };
  const hit = (await gansu.ask<Answer>(query, { text: name })).search.edges[0]?.node.entity;
  expect(hit?.name).toBe(name);
  return hit?.id ?? '';
}

type Path = {
  readonly hops: number;
  readonly readings: number;
  readonly entities: readonly { readonly name: string }[];
  readonly steps: readonly {
    readonly sentences: readonly { readonly zh: string }[];
    readonly relations: readonly {
      readonly type: string;
      readonly provenance: {
        readonly statements: {
          readonly edges: readonly {
            readonly node: {
              readonly evidence: readonly {
                readonly passage: { readonly locator: string; readonly source: { readonly key: string } };
              }[];
            };
          }[];
        };
      };
    }[];
  }[];
};

const PATHS = `query ($from: [ID!]!, $to: [ID!]!, $k: Int, $maxHops: Int) {
  paths(input: { from: $from, to: $to, k: $k, maxHops: $maxHops }) {
    ... on PathSet { truncated paths { hops readings entities { name } steps {
      sentences { zh }
      relations { type provenance { statements { edges { node { evidence { passage { locator source { key } } } } } } } }
    } } }
  }
}`;

async function pathsBetween(from: string, to: string, k = 5, maxHops = 4): Promise<readonly Path[]> {
  const variables = { from: [await idOf(from)], to: [await idOf(to)], k, maxHops };
  return (await gansu.ask<{ paths: { paths: Path[] } }>(PATHS, variables)).paths.paths;
}

test.each([INSTITUTE, UNIVERSITY])(
  'from the firm as printed to %s the first way leads through the consortium',
  async (end) => {
    const [first] = await pathsBetween(FIRM, end);
    expect(first?.entities.map(({ name }) => name)).toEqual([FIRM, CONSORTIUM, end]);
    expect(first?.readings).toBe(0);
    expect(first?.steps.map(({ sentences }) => sentences[0]?.zh)).toEqual([
      `${FIRM}牵头${CONSORTIUM}。`,
      `${CONSORTIUM}的成员单位有${end}。`,
    ]);
  },
);

test('each hop of each way says which passage of which source shows it', async () => {
  for (const path of await pathsBetween(FIRM, INSTITUTE, 20)) {
    for (const { relations } of path.steps) {
      for (const { provenance } of relations) {
        const passages = provenance.statements.edges.flatMap(({ node }) => node.evidence.map(({ passage }) => passage));
        expect(passages.length).toBeGreaterThan(0);
        for (const { locator, source } of passages) expect(`${source.key} ${locator}`).toMatch(/^\S+ ¶\d+$/);
      }
    }
  }
});

test('the firm as printed may be one of two firms, the one named just before first, and both stay apart', async () => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Company { readings { rank reason to { name } } } } }`;
  type Answer = { node: { readings: { rank: number; reason: string; to: { name: string } }[] } };
  const { node } = await gansu.ask<Answer>(query, { id: await idOf(FIRM) });
  expect(node.readings.map(({ rank, to }) => [rank, to.name])).toEqual([
    [1, FIRST_READING],
    [2, OTHER_READING],
  ]);
  expect(await idOf(FIRST_READING)).not.toBe(await idOf(OTHER_READING));
});

test.each([FIRST_READING, OTHER_READING])(
  'from %s the consortium is found as a may-be, after every sure way',
  async (firm) => {
    const found = await pathsBetween(firm, CONSORTIUM, 20, 2);
    const readings = found.map((path) => path.readings);
    expect(readings).toEqual([...readings].sort((a, b) => a - b));
    const doubtful = found.filter((path) => path.readings === 1 && path.hops === 1);
    expect(doubtful.map(({ entities }) => entities.map(({ name }) => name))).toEqual([[firm, FIRM, CONSORTIUM]]);
  },
);

test('the first slice holds thirty-five entities and fifty relationships or more, each with a source', async () => {
  type Answer = { dataset: { entityCount: number; relationCount: number; date: string } };
  const { dataset } = await gansu.ask<Answer>('{ dataset { entityCount relationCount date } }');
  expect(dataset.entityCount).toBeGreaterThanOrEqual(35);
  expect(dataset.relationCount).toBeGreaterThanOrEqual(50);
  expect(dataset.date).toBe('2025-02');
});

test('the list of members is said to be open', async () => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Consortium { attributes { name value } } } }`;
  type Answer = { node: { attributes: { name: string; value: string }[] } };
  const { node } = await gansu.ask<Answer>(query, { id: await idOf(CONSORTIUM) });
  expect(node.attributes.filter(({ name }) => name === 'member_list')).toEqual([
    { name: 'member_list', value: 'open' },
  ]);
});
