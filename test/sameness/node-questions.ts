import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import type { Asker, Question } from './asker.ts';

/** What the whole data set is. */
export function aboutDataset(at: Asker): Question {
  return at.ask('dataset', {}, at.turn('of the data set', ['Coverage', 'Source', 'Run', 'Record', 'Dataset']));
}

/** What the sources hold for the first questions, and what one may look for. */
export function aboutHoldings(at: Asker): Question {
  return at.ask('dataset', {}, at.turn('of the holdings', ['Holdings', 'Example']));
}

/** One entity of each kind in turn. */
export function aboutEntity(at: Asker): Question {
  return at.ask('node', { id: at.entity().id });
}

/** What is said of an entity by itself. */
export function aboutFigures(at: Asker): Question {
  const { described, measured } = at.sample;
  const [focus, ids] = at.turn('by itself', [
    ['Indicator', measured],
    ['Attribute', described.get(at.turn('attribute', [...described.keys()])) ?? []],
  ] as const);
  return at.ask('node', { id: ids.length === 0 ? at.entity().id : at.draw.pick(ids) }, focus);
}

/** One relationship of each type in turn, every fourth time one that a place or product is part of. */
export function aboutRelation(at: Asker): Question {
  const { relations } = at.sample;
  const type = at.turn('type asked about', RELATIONSHIP_TYPES);
  const ofType = relations.filter((row) => row.type === type);
  const placed = relations.filter(({ context }) => context !== undefined);
  const wanted = at.turn('with a context', [ofType, ofType, ofType, placed]);
  const { id } = at.draw.pick(wanted.length > 0 ? wanted : relations);
  return at.ask(
    'node',
    { id },
    at.turn('of a relationship', ['Statement', 'Passage', 'Relation', 'Passage', undefined]),
  );
}

/** A relationship that a passage denies or that is at odds with another: what stands for it and against it. */
export function aboutDenied(at: Asker): Question {
  const denied = at.sample.relations.filter(({ dispute }) => dispute !== undefined);
  const one = at.draw.pick(denied.length === 0 ? at.sample.relations : denied);
  return at.ask('node', { id: one.id }, at.turn('denied', ['Evidence', 'Passage', 'Statement']));
}

/** An entity that may be another, or another it. */
export function aboutDoubt(at: Asker): Question {
  const ids = at.sample.readings.flatMap(({ from, to }) => [from, to]);
  return at.ask('node', { id: ids.length === 0 ? at.entity().id : at.draw.pick(ids) }, 'Reading');
}

/** An entity by the id of one that was merged into it. */
export function aboutMerged(at: Asker): Question {
  const { redirects } = at.sample;
  return at.ask('node', { id: redirects.length === 0 ? at.entity().id : at.draw.pick(redirects).id }, 'Entity');
}

/** An entity that is called by several names. */
export function aboutNames(at: Asker): Question {
  const { named } = at.sample;
  return at.ask('node', { id: named.length === 0 ? at.entity().id : at.draw.pick(named) }, 'Name');
}

/** An id that leads nowhere in this version, and one that never was. */
export function aboutNothing(at: Asker): Question {
  const { gone } = at.sample;
  return at.ask('nodes', { ids: [...at.draw.some(gone, 2), `e${'a'.repeat(20)}`, 'x'] });
}

/** Several at once: entities, relationships, ids that redirect, ids that are gone, one twice. */
export function aboutSeveral(at: Asker): Question {
  const { redirects, gone, relations } = at.sample;
  const entity = at.entity().id;
  const ids = [
    entity,
    ...at.draw.some(relations, 2).map(({ id }) => id),
    ...at.draw.some(redirects, 2).map(({ id }) => id),
    at.entity().id,
    ...at.draw.some(gone, 1),
    entity,
  ];
  return at.ask('nodes', { ids });
}

/** Two pages one after the other of what an entity has: relationships, names or statements. */
export async function pagesOf(at: Asker): Promise<readonly Question[]> {
  const { hubs, named } = at.sample;
  const id = at.turn('paged', ['relations', 'aliases', 'statements', 'aliases']);
  const entity = at.draw.pick(id === 'aliases' && named.length > 0 ? named : hubs.slice(0, 30));
  const first = id === 'aliases' ? 1 : at.turn('page size', [1, 2, 3]);
  const page = (after: string | undefined) => {
    const cursor = after === undefined ? '' : `, after: ${JSON.stringify(after)}`;
    const args = id === 'aliases' || id === 'statements' ? '' : `, filter: { direction: ANY }`;
    const list = `${id}(first: ${first}${cursor}${args}) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { __typename ${INSIDE[id] ?? ''} } } }`;
    const inside = id === 'statements' ? `provenance { ${list} }` : list;
    const version = at.version();
    const asked = `id: "${entity}"${version === undefined ? '' : `, version: ${version}`}`;
    return at.question(`{ node(${asked}) { __typename id ... on Entity { ${inside} } } }`);
  };
  const start = page(undefined);
  const cursor = endCursorIn(await at.answer(start));
  return cursor === undefined ? [start] : [start, page(cursor)];
}
const INSIDE: Readonly<Record<string, string>> = {
  relations: 'id type sentence { zh en }',
  aliases: 'value type lang',
  statements: 'id predicate value',
};

/** Where the first page in an answer goes on; undefined where it is the last. */
export function endCursorIn(answer: unknown): string | undefined {
  if (answer === null || typeof answer !== 'object') return undefined;
  for (const [key, value] of Object.entries(answer)) {
    if (key === 'pageInfo') {
      const { hasNextPage, endCursor } = value as { hasNextPage: boolean; endCursor: string | null };
      return hasNextPage ? (endCursor ?? undefined) : undefined;
    }
    const found = endCursorIn(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
