import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { Asker, Question } from './asker.ts';
import { CHAIN } from './worked-chain.ts';

const BODIES: readonly Kind[] = KIND_SETS.body;

/** What leads a body to the board of a chain, the sorts of it by which it is seen there. */
const SORTS = {
  stands: (type: string, modality: string) => type === 'ACTIVE_IN' && modality === 'operating',
  builds: (type: string, modality: string) => type === 'ACTIVE_IN' && modality === 'building',
  intends: (type: string, modality: string) =>
    type === 'ACTIVE_IN' && (modality === 'planned' || modality === 'proposed'),
  studies: (type: string) => type === 'SUPPORTS' || type === 'DEVELOPS',
  makes: (type: string) => type === 'PRODUCES',
};

/** What few cells have, asked of all cells of a body at once. */
const ROWS = `body { __typename name } date regions { __typename name } omittedRegions chains { __typename name } omittedChains
  ofChain { id } coverage { version } cells { chain { __typename name } seen { as label { zh } relations { id } }
  cell { segment { name } region { name } judgement { state } } }`;

const NOBODY = 'eaaaaaaaaaaaaaaaaaaaa';
const SAID =
  '{ __typename ... on EntityNotFound { id message { zh en } } ... on InvalidConstraint { field message { zh en } } }';

/** Bodies by the sorts of what they do: those that do it in the worked chain, and all. */
function bodiesBySort(at: Asker) {
  const { relations, byId, byKind } = at.sample;
  const own = relations.filter(({ from }) => BODIES.includes(byId.get(from)?.kind ?? 'Place'));
  const doing = own.filter(({ type, modality }) => Object.values(SORTS).some((fits) => fits(type, modality)));
  const chain = byKind.get('Chain')?.find(({ name }) => name === CHAIN.name);
  const steps = relations.filter(({ type, to }) => type === 'SEGMENT_OF' && to === chain?.id);
  const worked = new Set<string>(steps.map(({ from }) => from));
  const sorts = Object.values(SORTS).map((fits) => {
    const all = doing.filter(({ type, modality }) => fits(type, modality));
    return { near: all.filter(({ to }) => worked.has(to)).map(({ from }) => from), all: all.map(({ from }) => from) };
  });
  const ofChain = doing.filter(({ to }) => byId.get(to)?.kind === 'Chain' && to !== chain?.id).map(({ from }) => from);
  const apart = doing.filter(({ context }) => context !== undefined).map(({ from }) => from);
  return { sorts, others: [ofChain, apart] };
}

function cellsOf(at: Asker, body: string): Question {
  const { version } = at.sample;
  return at.question(`{ bodyCells(body: "${body}", version: ${version}) { __typename ... on BodyCells { ${ROWS} } } }`);
}

/** Where a body of each sort stands: of the worked chain where one is there. */
export function aboutBodiesInFull(at: Asker): readonly Question[] {
  return bodiesBySort(at).sorts.flatMap(({ near, all }) => {
    const some = near.length > 0 ? near : all;
    return some.length > 0 ? [cellsOf(at, at.draw.pick(some))] : [];
  });
}

/** Where a body stands on the boards: one that operates, builds, intends, studies or makes, in turn; then whatever. */
export function aboutBodies(at: Asker): readonly Question[] {
  const { byKind, gone, version } = at.sample;
  const { sorts, others } = bodiesBySort(at);
  const ready = [...sorts.map(({ all }) => all), ...others].filter((bodies) => bodies.length > 0);
  const body = at.draw.pick(ready.length > 0 ? at.turn('sort of body', ready) : [at.entity().id]);
  const missing = gone.find((id) => id.startsWith('e')) ?? NOBODY;
  const place = byKind.get('Place')?.[0]?.id ?? missing;
  const focus = at.turn('of a body', ['BodyCell', 'SeenInCell', 'BodyCells']);
  return [
    cellsOf(at, body),
    at.ask('bodyCells', { body }, focus),
    at.question(
      `{ none: bodyCells(body: "${missing}", version: ${version}) ${SAID} other: bodyCells(body: "${place}", version: ${version}) ${SAID} }`,
    ),
  ];
}
