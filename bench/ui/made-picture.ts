import type { Page, Route } from 'playwright-core';
import { seeded } from '#graph-model/seeded.ts';
import type { EntityLite, Kind, RelationLite } from '../../web/src/api/fragments.ts';
import type { Neighbourhood } from '../../web/src/api/neighbourhood.ts';

/** A picture of any size, laid out: what plain Cytoscape is given, and what the service is made to say. */
export type MadePicture = {
  readonly nodes: readonly MadeNode[];
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[];
};
export type MadeNode = {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
};

const CLUSTER = 25;
const STEP = 90;
const KINDS: readonly Kind[] = [
  'Company',
  'Company',
  'Company',
  'University',
  'Institute',
  'Laboratory',
  'Consortium',
  'Fund',
];

/** Clusters of 25 in a square, four edges of five within one. */
export function madePicture(nodeCount: number, edgeCount: number, seed: number): MadePicture {
  const random = seeded(seed);
  const below = (most: number) => Math.floor(random() * most);
  const across = Math.ceil(Math.sqrt(nodeCount / CLUSTER));
  const nodes = Array.from({ length: nodeCount }, (_, at): MadeNode => {
    const [cluster, place] = [Math.floor(at / CLUSTER), at % CLUSTER];
    return {
      id: idOf('e', at),
      name: `样板第${at}号单位`,
      kind: KINDS[at % KINDS.length] ?? 'Company',
      x: ((cluster % across) * 7 + (place % 5) + random()) * STEP,
      y: (Math.floor(cluster / across) * 7 + Math.floor(place / 5) + random()) * STEP,
    };
  });
  const edges = Array.from({ length: edgeCount }, (_, at) => {
    const from = below(nodeCount);
    const near = Math.floor(from / CLUSTER) * CLUSTER + below(CLUSTER);
    const to = at % 5 === 0 || near >= nodeCount ? below(nodeCount) : near;
    const other = to === from ? (from + 1) % nodeCount : to;
    return { id: idOf('l', at), source: idOf('e', from), target: idOf('e', other) };
  });
  return { nodes, edges };
}

function idOf(letter: string, at: number): string {
  return letter + String(at).padStart(20, '0');
}

/**
 * The app draws the picture by itself: the service's answer about the first node's surroundings holds everything, and
 * the worker that lays out, for which so much is too much, knows the places already.
 */
export async function serveMade(page: Page, picture: MadePicture): Promise<void> {
  await page.route('**/graphql', (route) => answered(route, picture));
  const positions = Object.fromEntries(picture.nodes.map(({ id, x, y }) => [id, { x, y }]));
  await page.route('**/assets/layout-worker-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `const positions = ${JSON.stringify(positions)};
        self.onmessage = ({ data }) => self.postMessage({ key: data.key, positions });`,
    }),
  );
}

async function answered(route: Route, picture: MadePicture): Promise<void> {
  const { operationName, variables } = route.request().postDataJSON() as {
    operationName: string;
    variables: { ids?: string[]; input?: { ids: string[] } };
  };
  if (operationName === 'Names') {
    const wanted = picture.nodes.filter(({ id }) => variables.ids?.includes(id));
    return route.fulfill({ json: { data: { nodes: wanted.map(entityOf) } } });
  }
  if (operationName !== 'Neighbourhood') return route.continue();
  const isFirst = variables.input?.ids.length === 1;
  // The types are those of the explorer's own question: what it comes to ask for is missed here first.
  const neighbourhood: Neighbourhood = {
    __typename: 'Neighbourhood',
    entities: isFirst ? picture.nodes.map(entityOf) : [],
    relations: isFirst ? picture.edges.map(relationOf) : [],
    readings: [],
    omitted: 0,
    coverage: { sources: 1, newestSource: '2025', version: 1 },
  };
  return route.fulfill({ json: { data: { neighbourhood } } });
}

function entityOf({ id, kind, name }: MadeNode): EntityLite {
  return { __typename: kind, id, kind, name, nameEn: null, degree: 4, readings: [] };
}

function relationOf({ id, source, target }: MadePicture['edges'][number]): RelationLite {
  return {
    id,
    type: 'SUPPLIES',
    modality: 'operating',
    ended: null,
    confidence: 0.9,
    label: { zh: '供货', en: 'supplies' },
    from: { __typename: 'Company', id: source },
    to: { __typename: 'Company', id: target },
  };
}
