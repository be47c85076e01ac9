import type { Asker, Question } from './asker.ts';
import { CHAIN, COUNTY } from './worked-chain.ts';
import { PLAN } from './worked-plan.ts';

/** What few cells have, asked of all cells of an answer at once: a question drawn by chance would seldom hit one. */
const MENTION = 'entity { name } relations { id } passages { locator }';
const LAYOUT_CELLS = [
  `zones { parks { named namedParts { name } } } industries { cells { zone { name } says label { zh } parks { ${MENTION} } } }`,
  `industries { cells { says segments { ${MENTION} } asked { ${MENTION} } } }`,
  'industries { cells { seen { operating { name } building { name } unplaced { name } } } }',
];

export function aboutLayoutCells(at: Asker): readonly Question[] {
  const planners = at.sample.sources.filter((source) => source.class === 'policy' || source.class === 'official_news');
  const worked = planners.find(({ key }) => key === PLAN.key);
  const source = at.turn('plan of cells', worked === undefined ? planners : [worked]);
  return LAYOUT_CELLS.map((cells) =>
    at.question(
      `{ layout(source: "${source?.id}", seen: true, version: ${at.sample.version}) { ... on Layout { ${cells} } } }`,
    ),
  );
}

const CELL = `judgement { state sole contradicted } building { entity { name } } intended { entity { name } }
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
  const regions = [...new Set([...(worked !== undefined && county ? [county.id] : []), ...areas])].slice(0, 3);
  const earlier = [...new Set([version - 1, 1])].filter((one) => one >= 1 && one < version);
  const named = regions.map((id) => `"${id}"`).join(', ');
  return [undefined, ...earlier].map((since) => {
    const than = since === undefined ? '' : `since: ${since}, `;
    return at.question(
      `{ board(chain: "${chain.id}", regions: [${named}], ${than}version: ${version}) { ... on Board { cells { ${CELL} } } } }`,
    );
  });
}

function judged(told: readonly { readonly type: string }[]): number {
  return told.filter(({ type }) => type === 'ASSESSED').length;
}
