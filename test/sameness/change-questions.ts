import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { CHANGES, type ChangeName } from '#server/analysis/changes/words.ts';
import type { Asker, Question } from './asker.ts';
import { endCursorIn } from './node-questions.ts';

const NAMES = Object.keys(CHANGES) as ChangeName[];
const HALF = NAMES.length / 2;

const ROW = `__typename ... on Relation { id } ... on Attribute { id } ... on Indicator { id } ... on ChangedName { alias { value } }
  ... on Source { id } ... on Coverage { id } ... on Decision { id verdict label { zh } reason decidedBy decidedAt }`;
const CHANGE = `change sentence { zh en } reason { zh en } run { version } statements { id } sources { id }
  aspects { aspect label { zh } before { zh en } after { zh en } } before { ${ROW} } after { ${ROW} }`;

/** What changed since the version before, an older one, or since nothing was there: all of it, and under any filter. */
export async function aboutVersions(at: Asker): Promise<readonly Question[]> {
  const { draw } = at;
  const { version, hubs, gone } = at.sample;
  const wanted = at.turn('since', [version - 1, 0, version - 1, 1, version - 2]);
  const since = wanted < 0 || wanted >= version ? version - 1 : wanted;
  const near = [
    ...draw.some(hubs, 2),
    ...draw.some(
      gone.filter((id) => id.startsWith('e')),
      1,
    ),
  ];
  const filter = at.turn('filter of changes', [
    undefined,
    { entities: near },
    { kinds: [at.entity().kind, at.turn('kind of a change', KIND_NAMES)] },
    { types: [at.turn('type of a change', RELATIONSHIP_TYPES), 'ACTIVE_IN', 'LOCATED_IN'] },
  ]);
  const focus = at.turn('of changes', ['Change', 'ChangeAspect', 'ChangedEntity', 'Change', 'ChangeCount', 'Decision']);
  const halves = [NAMES.slice(0, HALF), NAMES.slice(HALF)].map((names) =>
    at.question(`{ changes(since: ${since}, version: ${version}, first: 60, filter: { changes: [${names.join(', ')}] }) {
      __typename ... on Changes { counts { change label { zh } count } edges { node { ${CHANGE} } } } } }`),
  );
  const first = at.ask('changes', { since, filter, first: at.turn('changes at once', [3, 20, 5]) }, focus);
  const after = endCursorIn(await at.answer(first));
  const next = after === undefined ? [] : [at.ask('changes', { since, filter, first: 5, after, version }, 'Changes')];
  return [...halves, first, ...next];
}

/** Changes of one sort among those that there are since an older version, whole. */
export async function aboutOneChange(at: Asker): Promise<Question> {
  const { version } = at.sample;
  const since = at.turn('since when', [version - 1, 0]);
  const counts = at.question(`{ changes(since: ${since}, version: ${version}, first: 1) {
    ... on Changes { counts { change } } } }`);
  const found = (await at.answer(counts)) as {
    readonly changes?: { readonly counts?: readonly { readonly change: ChangeName }[] };
  };
  const sorts = found.changes?.counts?.map(({ change }) => change) ?? [];
  const sort = at.turn(`sort of change since ${since} of ${version}`, sorts.length > 0 ? sorts : NAMES);
  return at.question(`{ changes(since: ${since}, version: ${version}, first: 40, filter: { changes: [${sort}] }) {
    __typename ... on Changes { edges { node { __typename ${CHANGE} } } } } }`);
}

/** What cannot be compared, and an entity that neither version has. */
export function impossibleChanges(at: Asker): Question {
  const { version } = at.sample;
  return at.question(`{
    wrong: changes(since: ${version}, version: ${version}) { __typename ... on InvalidConstraint { field message { zh en } } }
    none: changes(since: 0, version: ${version}, filter: { entities: ["e${'a'.repeat(20)}"] }) { __typename ... on EntityNotFound { id } }
  }`);
}
