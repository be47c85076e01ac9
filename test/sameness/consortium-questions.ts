import { LIST_STATES_SEEN } from '#server/analysis/consortia/list-state.ts';
import type { Asker, Question } from './asker.ts';
import { CHAIN } from './worked-chain.ts';
import { NARROW_TIE, WIDE_TIE } from './worked-consortium.ts';

/** Types of the page of a consortium in turn: the deeper ones are seldom met by chance. */
const OF_ONE = [
  'ConsortiumReading',
  'ReadingSegments',
  'SkillBringer',
  'ConsortiumRow',
  'SeenSegment',
  'UnseenSegment',
  'ConsortiumDoubt',
  'ConsortiumRole',
  'ConsortiumSkills',
  'ServedChain',
  'ConsortiumUnknown',
  'ConsortiumTie',
  'Attribute',
  'Indicator',
] as const;

const OF_LIST = [
  'ConsortiumFigure',
  'ConsortiumRegister',
  'ConsortiumStateCount',
  'ConsortiumTie',
  'Consortia',
  'ServedChain',
  'PageInfo',
] as const;

const STATES = [...Object.keys(LIST_STATES_SEEN), undefined, undefined];

/** One consortium in full, or the list of all, of a chain, of a state. */
export function aboutConsortia(at: Asker): Question {
  const known = at.sample.byKind.get('Consortium') ?? [];
  if (at.turn('sort of consortia', ['one', 'list', 'one']) === 'list' || known.length === 0) return theList(at);
  const named = (name: string) => known.find((one) => one.name === name);
  const worked = [named(WIDE_TIE.name), named(WIDE_TIE.name), named(NARROW_TIE.name)].filter(
    (one) => one !== undefined,
  );
  const one = at.turn('consortium', [...worked, at.draw.pick(known)]);
  return at.ask('consortium', { id: one.id }, at.turn('of a consortium', OF_ONE));
}

function theList(at: Asker): Question {
  const chains = at.sample.byKind.get('Chain') ?? [];
  const worked = chains.find(({ name }) => name === CHAIN.name) ?? chains[0];
  const chain = at.turn('chain of consortia', [undefined, worked?.id, undefined]);
  const state = at.turn('state of a list', STATES);
  return at.ask(
    'consortia',
    { chain, state, first: at.turn('consortia a page', [undefined, 2, 5]) },
    at.turn('of consortia', OF_LIST),
  );
}

const TIE = `chains { whole chain { __typename name } relations { id } } roles { role standing total rows { entity { __typename name } stands division also relations { id } does { id } passages { locator } } }
  unknown { what label { zh } } listSaid { value } figures { value } passages { locator }`;
const DEEP = `doubts { printed { __typename name } roles readings { reading { rank } relations listed hopsNow
    nearer { __typename name } fewer { __typename name }
    shows { chain { __typename name } seen { __typename name } seenNow looked } } }
  skills { chain { __typename name } named { __typename name } segments seen { __typename name } seenWays { ways byFirm segment { __typename name } } total registered
    unseen { segment { __typename name } total perhaps { __typename name } bringers { ways products { __typename name } through { __typename name } relations { id } } } }`;

/** What few consortia have, asked of the fullest of them at once; and the next page of the list. */
export async function aboutConsortiaInFull(at: Asker): Promise<readonly Question[]> {
  const { version, byKind, of } = at.sample;
  const fullness = (id: string) => of.get(id)?.length ?? 0;
  const known = (byKind.get('Consortium') ?? []).toSorted((a, b) => fullness(b.id) - fullness(a.id));
  const worked = known.filter(({ name }) => name === WIDE_TIE.name || name === NARROW_TIE.name);
  const asked = [...worked, ...known.filter((one) => !worked.includes(one))].slice(0, 3);
  const first = at.question(
    `{ consortia(first: 1, version: ${version}) { __typename ... on Consortia { edges { cursor node { state } } pageInfo { endCursor }
      wanted { place { __typename name } label { zh } keepers { __typename name } } figures { indicator { value } apart { zh } } } } }`,
  );
  type Answer = { consortia?: { edges?: { cursor: string }[] } };
  const after = ((await at.answer(first)) as Answer).consortia?.edges?.[0]?.cursor;
  const pages =
    after === undefined
      ? []
      : [
          `{ consortia(first: 2, after: "${after}", version: ${version}) { __typename ... on Consortia { totalCount edges { node { state } } } } }`,
        ];
  const states = Object.keys(LIST_STATES_SEEN)
    .map(
      (state) =>
        `${state}: consortia(state: ${state}, first: 1, version: ${version}) { __typename ... on Consortia { totalCount } }`,
    )
    .join(' ');
  const texts = asked.flatMap(({ id }) =>
    [TIE, DEEP].map(
      (fields) =>
        `{ consortium(id: "${id}", version: ${version}) { __typename ... on ConsortiumTie { state modality ${fields} } } }`,
    ),
  );
  return [first, ...[`{ ${states} }`, ...pages, ...texts].map((text) => at.question(text))];
}

/** No consortium, no chain. */
export function impossibleConsortia(at: Asker): Question {
  const { version, entities } = at.sample;
  const other = entities.find(({ kind }) => kind !== 'Consortium' && kind !== 'Chain')?.id ?? '';
  const refused = '{ __typename ... on InvalidConstraint { field } ... on EntityNotFound { id } }';
  const of = (id: string, name: string) =>
    `${name}: consortium(id: "${id}", version: ${version}) ${refused}
     ${name}s: consortia(chain: "${id}", version: ${version}) ${refused}`;
  return at.question(`{ ${of(other, 'wrong')} ${of(`e${'a'.repeat(20)}`, 'none')} }`);
}
