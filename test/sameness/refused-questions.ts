import { cursorOf } from '#server/graphql/cursor.ts';
import type { Asker, Question } from './asker.ts';

const NOBODY = `e${'a'.repeat(20)}`;

/** Questions that are answered with an error, by its code. */
export const REFUSED: Readonly<Record<string, (at: Asker) => Question>> = {
  BAD_USER_INPUT: (at) => {
    const { version } = at.sample;
    const { id } = at.entity();
    return at.question(
      at.turn('bad input', [
        `{ search(text: "a", version: ${version}, after: "no cursor") { truncated } }`,
        `{ node(id: "${id}", version: ${version}) { id ... on Entity { relations(after: "${cursorOf(version, NOBODY)}") { totalCount } } } }`,
        `{ nodes(ids: [${Array.from({ length: 101 }, () => `"${id}"`).join(' ')}], version: ${version}) { id } }`,
        `{ search(text: "${'长'.repeat(201)}", version: ${version}) { truncated } }`,
        `{ node(id: "${id}", version: ${version}) { id ... on Entity { aliases(first: -1) { totalCount } } } }`,
        `{ node(id: "${id}", version: ${version}) { id ... on Entity { relationCounts(filter: { asOf: "2024-13" }) { count } } } }`,
      ]),
    );
  },
  VERSION_UNKNOWN: (at) => {
    const version = at.turn('no version', [1_000_000, -1, 99]);
    return at.question(`{ node(id: "${at.entity().id}", version: ${version}) { id } }`);
  },
  CURSOR_EXPIRED: (at) => {
    const { id } = at.entity();
    const after = cursorOf(at.sample.version + 1, id);
    const list = at.turn('old cursor', ['relations', 'aliases']);
    const asked = `id: "${id}", version: ${at.sample.version}`;
    return at.question(`{ node(${asked}) { id ... on Entity { ${list}(after: "${after}") { totalCount } } } }`);
  },
  COST_LIMIT_EXCEEDED: (at) => {
    const versions = at.turn('too much', [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]);
    return at.question(`{ ${versions.map((v) => `v${v}: dataset(version: ${v}) { version }`).join(' ')} }`);
  },
  DEPTH_LIMIT_EXCEEDED: (at) => {
    const deep = Array.from({ length: 12 }).reduce((inner: string) => `place { ${inner} }`, 'id');
    return at.question(`{ node(id: "${at.entity().id}") { ... on Entity { ${deep} } } }`);
  },
};

/** Neighbourhoods and paths of an entity that is not there, and such as cannot be asked for so. */
export function impossible(at: Asker): Question {
  const { version, gone } = at.sample;
  const missing = gone.find((id) => id.startsWith('e')) ?? NOBODY;
  const { id } = at.entity();
  const [around, between] = at.turn('impossible', [
    ['ids: []', `from: ["${id}"], to: ["${id}"]`],
    [`ids: ["${id}"], limit: 0`, `from: [], to: ["${id}"]`],
    [`ids: ["${id}"], filter: { asOf: "2024-13" }`, `from: [], to: ["${id}"]`],
    [`ids: ["${id}"], limit: 2001`, `from: ["${id}"], to: ["${id}"], maxHops: 9`],
  ]);
  const said = `{ __typename
    ... on EntityNotFound { id message { zh en } }
    ... on InvalidConstraint { field message { zh en } } }`;
  const wrong = '{ __typename ... on InvalidConstraint { field message { zh en } } }';
  return at.question(`{
    noBoard: board(chain: "${missing}", regions: ["${id}"], version: ${version}) ${said}
    notAChain: board(chain: "${id}", regions: [], version: ${version}) ${said}
    noSurvey: survey(office: "${missing}", version: ${version}) ${said}
    notAnOffice: survey(limit: 0, version: ${version}) ${said}
    noNames: reconcile(names: [], version: ${version}) ${wrong}
    noOperation: estimateCost(operation: "{ nothing }") ${wrong}
    noLayout: layout(zones: ["${missing}"], version: ${version}) ${said}
    wrongLayout: layout(source: "${missing}", version: ${version}) ${said}
    noneAround: neighbourhood(input: { ids: ["${id}", "${missing}"] }, version: ${version}) ${said}
    nonePath: paths(input: { from: ["${missing}"], to: ["${id}"] }, version: ${version}) ${said}
    wrongAround: neighbourhood(input: { ${around} }, version: ${version}) ${said}
    wrongPath: paths(input: { ${between} }, version: ${version}) ${said}
  }`);
}
