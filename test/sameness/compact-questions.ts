import type { Asker, Question } from './asker.ts';
import { CHAIN, COUNTY } from './worked-chain.ts';
import { PLAN } from './worked-plan.ts';

/** What few cells have, asked of all cells of an answer at once: a question drawn by chance would seldom hit one. */
const MENTION = 'entity { __typename name } relations { id } passages { locator }';
const LAYOUT_CELLS = [
  `zones { parks { named namedParts { __typename name } } } industries { cells { zone { __typename name } says label { zh } parks { ${MENTION} } } }`,
  `industries { elsewhere { ${MENTION} } partners { ${MENTION} } clusters { ${MENTION} } targets { id } }`,
  `zones { overview { locator } } industries { cells { says extent segments { ${MENTION} } asked { ${MENTION} } } }`,
  'industries { cells { seen { operating { __typename name } building { __typename name } unplaced { __typename name } } } }',
];

export function aboutLayoutCells(at: Asker): readonly Question[] {
  const { sources, byKind, version } = at.sample;
  const policies = sources.filter((source) => source.class === 'policy');
  const source = sources.find(({ key }) => key === PLAN.key) ?? policies[0] ?? sources[0];
  const of = `source: "${source?.id}", version: ${version}`;
  const zones = (byKind.get('Place') ?? []).slice(0, 6).map(({ id }) => `"${id}"`);
  return [
    ...LAYOUT_CELLS.map((cells) =>
      at.question(`{ layout(${of}, seen: true) { __typename ... on Layout { ${cells} } } }`),
    ),
    at.question(
      `{ layout(${of}, zones: [${zones.join(', ')}]) { __typename ... on Layout { industries { cells { zone { __typename name } says label { zh } } } } } }`,
    ),
  ];
}

const CELL = `judgement { state sole contradicted } judged { id } proposed { id }
  requests { class planned { id } proposed { id } } building { entity { __typename name } } intended { entity { __typename name } }
  settlements { settle label { zh } to { state } } changes { change to { state } }
  change { change before { state } causes { cause relation { id } source { title } } others }`;

/** Cells of a chain that a source judges, where it is judged and where its actors are. */
export function aboutBoardCells(at: Asker): readonly Question[] {
  const { byId, byKind, of, version } = at.sample;
  const into = (id: string) => (of.get(id) ?? []).filter(({ to }) => to === id);
  const stepsOf = (id: string) => into(id).flatMap(({ type, from }) => (type === 'SEGMENT_OF' ? [from] : []));
  const toldOf = (id: string) => [id, ...stepsOf(id)].flatMap(into);
  const chains = (byKind.get('Chain') ?? []).toSorted(
    (a, b) => judged(toldOf(b.id)) - judged(toldOf(a.id)) || toldOf(b.id).length - toldOf(a.id).length,
  );
  const worked = chains.find(({ name }) => name === CHAIN.name);
  const chain = worked ?? chains[0];
  if (chain === undefined) return [];
  const county = byKind.get('Place')?.find(({ name }) => name === COUNTY.name);
  const near = toldOf(chain.id).flatMap(({ from, context }) => [context, from]);
  const around = near.flatMap((id) =>
    (of.get(id ?? '') ?? []).flatMap(({ type, from, to }) => (type === 'LOCATED_IN' && from === id ? [to] : [])),
  );
  const areas = [...around, ...near].filter((id) => ['Place', 'Park'].includes(byId.get(id ?? '')?.kind ?? ''));
  const regions = [...new Set([...(worked !== undefined && county ? [county.id] : []), ...areas])].slice(0, 6);
  const earlier = [...new Set([version - 1, 1])].filter((one) => one >= 1 && one < version);
  const named = regions.map((id) => `"${id}"`).join(', ');
  return [undefined, ...earlier].map((since) => {
    const than = since === undefined ? '' : `since: ${since}, `;
    return at.question(
      `{ board(chain: "${chain.id}", regions: [${named}], ${than}version: ${version}) { __typename ... on Board { since { came { __typename name } went { __typename name } } cells { ${CELL} } } } }`,
    );
  });
}

/** What is stated of few: what a kind lacks, and what stands beside a target. */
export function aboutFew(at: Asker): readonly Question[] {
  const of = `first: 40, version: ${at.sample.version}`;
  const kind = at.turn('kind of few', ['Consortium', 'Project', 'Product', 'Policy', 'Consortium']);
  return [
    at.question(
      `{ entities(kind: ${kind}, ${of}) { edges { node { __typename unstated { what meant label { zh } } } } } }`,
    ),
    at.question(
      `{ indicators(figure: target, ${of}) { edges { node { pace { elsewhere { value } composition { value } gaps } } } } }`,
    ),
  ];
}

function judged(told: readonly { readonly type: string }[]): number {
  return told.filter(({ type }) => type === 'ASSESSED').length;
}

const REQUESTS = 'class planned { id } proposed { id }';
const BESIDE = `requests { ${REQUESTS} }
  operating { entity { __typename name } } building { entity { __typename name } } intended { entity { __typename name } }`;

/** What a board asks for of the whole chain and in tied segments of others, and whom it sees there, where most bodies are: in turn of all chains, four at once. */
export function aboutAlongside(at: Asker): readonly Question[] {
  const { byKind, of, version } = at.sample;
  const within = (id: string) => (of.get(id) ?? []).filter(({ type, to }) => type === 'LOCATED_IN' && to === id).length;
  const places = (byKind.get('Place') ?? []).toSorted((a, b) => within(b.id) - within(a.id)).slice(0, 6);
  const regions = places.map(({ id }) => `"${id}"`).join(', ');
  const chains = byKind.get('Chain') ?? [];
  return Array.from({ length: Math.min(chains.length, 4) }, () => at.turn('chain beside others', chains)).map(
    ({ id }) =>
      at.question(
        `{ board(chain: "${id}", regions: [${regions}], version: ${version}) { __typename ... on Board { requestsOfChain { ${REQUESTS} } alongside { ${BESIDE} } } } }`,
      ),
  );
}
