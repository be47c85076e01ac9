import { hostname } from 'node:os';
import { runId, type EntityId, type RelationshipId } from '#graph-model/ids.ts';
import type { Change, RowOf } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { readSettings } from '#server/cli/settings.ts';
import { storeOf } from '#server/cli/store-of.ts';
import { seeded } from '#graph-model/seeded.ts';
import { answerRequests } from '../child.ts';

/** Publishes versions of entities and relationships alone. `fill` comes first: so many relationships, five to an entity. */
export type PublisherRequest =
  { readonly fill: string; readonly relationships: number; readonly seed: number } | { readonly publish: number };
/** `at`: Date.now() when the commit had returned. `entity`: one that every version shows. */
export type Published = { readonly version: number; readonly at: number; readonly entity: string };

const BATCH = 50_000;

let store: GraphStore | undefined;
let random = seeded(1);
const entities: EntityId[] = [];
/** Some of the relationships, to be changed. */
let known: RowOf<'relationship'>[] = [];

async function answer(request: PublisherRequest): Promise<Published> {
  if ('publish' in request) return publish(aVersion(request.publish));
  const { fill, relationships, seed } = request;
  random = seeded(seed);
  store = await storeOf(readSettings(process.env, fill));
  return publish(aGraph(relationships));
}

async function publish(batches: Iterable<readonly Change[]>): Promise<Published> {
  if (store === undefined) throw new Error('fill comes first');
  const lease = await store.lease({ host: hostname(), pid: process.pid });
  for (const batch of batches) await lease.write(batch);
  const title = `version ${lease.base + 1}`;
  const version = await lease.commit({ id: runId({ title }), owner: 'data/bench', title, asOf: '2025' });
  return { version, at: Date.now(), entity: entities[0] ?? '' };
}

function* aGraph(relationships: number): Iterable<readonly Change[]> {
  for (let done = 0; done < relationships / 5; done += BATCH) {
    yield Array.from({ length: Math.min(BATCH, relationships / 5 - done) }, newEntity);
  }
  for (let done = 0; done < relationships; done += BATCH) {
    known = Array.from({ length: Math.min(BATCH, relationships - done) }, newRelationship);
    yield known.map((open) => ({ table: 'relationship', open }));
  }
}

/** A fifth of the rows are new entities, two fifths new relationships, two fifths changed ones. */
function* aVersion(rows: number): Iterable<readonly Change[]> {
  const fifth = Math.round(rows / 5);
  const opened = Array.from({ length: fifth }, newEntity);
  const ties = Array.from({ length: fifth * 2 }, newRelationship);
  const changed = known.splice(0, fifth * 2).map((row) => ({ ...row, confidence: row.confidence - 1 }));
  known.push(...changed);
  yield [...opened, ...[...ties, ...changed].map((open): Change => ({ table: 'relationship', open }))];
}

function newEntity(): Change {
  const id = anId('e') as EntityId;
  entities.push(id);
  return { table: 'entity', open: { id, kind: 'Company', name: `第${entities.length}有限公司` } };
}

/** Ends are drawn with a lean to few entities. */
function newRelationship(): RowOf<'relationship'> {
  const pick = (lean: number) => entities[Math.floor(random() ** lean * entities.length)] as EntityId;
  return {
    id: anId('l') as RelationshipId,
    type: 'SUPPLIES',
    from: pick(1),
    to: pick(2),
    modality: 'operating',
    identity: [{ name: 'topic', value: '供货' }],
    details: [],
    statements: 1,
    publishers: 1,
    sources: 1,
    classes: ['register'],
    confidence: 900,
    validFrom: '2024',
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** As scattered as a hash. */
function anId(letter: string): string {
  let id = letter;
  for (let i = 0; i < 20; i++) id += LETTERS[Math.floor(random() * 32)] ?? '';
  return id;
}

answerRequests(answer, async () => store?.close());
