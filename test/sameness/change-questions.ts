import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { CHANGES, type ChangeName } from '#server/analysis/changes/words.ts';
import type { Asker, Question } from './asker.ts';

const NAMES = Object.keys(CHANGES) as ChangeName[];

/** Words of a change that are asked for at once. */
const AT_ONCE = 6;

/** What changed since the version before, an older one, or since nothing was there, under any filter. */
export function aboutVersions(at: Asker): readonly Question[] {
  const { draw } = at;
  const { version, hubs, gone } = at.sample;
  const wanted = at.turn('since', [version - 1, 0, version - 1, 1, version - 2]);
  const since = wanted < 0 || wanted >= version ? version - 1 : wanted;
  const first = at.turn('changes at once', [20, 5, 40]);
  const near = [
    ...draw.some(hubs, 2),
    ...draw.some(
      gone.filter((id) => id.startsWith('e')),
      1,
    ),
  ];
  const begin = (at.turn('changes asked for', [0, 1, 2, 3]) * AT_ONCE) % NAMES.length;
  const filter = at.turn('filter of changes', [
    undefined,
    { changes: NAMES.slice(begin, begin + AT_ONCE) },
    { entities: near },
    { kinds: [at.entity().kind, at.turn('kind of a change', KIND_NAMES)] },
    { types: [at.turn('type of a change', RELATIONSHIP_TYPES), 'ACTIVE_IN'] },
  ]);
  const focus = at.turn('of changes', [
    'Change',
    'ChangeAspect',
    'ChangedEntity',
    'Changes',
    'ChangeCount',
    'Decision',
  ]);
  const drawn = at.ask('changes', { since, filter, first }, focus);
  const rows = at.question(`{ changes(since: ${since}, version: ${version}, first: 100) { __typename ... on Changes {
    counts { change label { zh } count } edges { node { change sentence { zh en } reason { zh en } run { version }
      aspects { aspect label { zh } before { zh en } after { zh en } }
      before { __typename ... on Relation { id } ... on Attribute { id } ... on Indicator { id } ... on ChangedName { alias { value } }
        ... on Source { id } ... on Coverage { id } ... on Decision { id verdict } }
      after { __typename ... on Relation { id } ... on Attribute { id } ... on Indicator { id } ... on ChangedName { alias { value } }
        ... on Source { id } ... on Coverage { id } ... on Decision { id verdict label { zh } reason decidedBy decidedAt } } } } } } }`);
  return [rows, drawn];
}
