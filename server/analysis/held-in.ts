import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { endMissing } from './columns.ts';
import { createHeld, type Held } from './held.ts';
import { classBits, kindAt, type Projection } from './projection.ts';
import { Turns } from './turns.ts';

const MODALITY_NAMES = wordsOf(MODALITIES);
const POLICY = classBits(['policy']);

/** Counted once for each projection. */
const counted = new WeakMap<Projection, Promise<Held<string>>>();

/** What a whole version in memory holds. */
export function heldIn(projection: Projection): Promise<Held<string>> {
  let held = counted.get(projection);
  if (held === undefined) counted.set(projection, (held = count(projection)));
  return held;
}

async function count(projection: Projection): Promise<Held<string>> {
  const { entities, relations } = projection;
  const held = createHeld<number>();
  for await (const [start, end] of new Turns().slices(0, relations.ids.length)) {
    for (let row = start; row < end; row++) {
      const [from, to] = [relations.from[row] ?? 0, relations.to[row] ?? 0];
      held.add({
        type: RELATIONSHIP_TYPES[relations.types[row] ?? 0] ?? 'PART_OF',
        modality: MODALITY_NAMES[relations.modalities[row] ?? 0] ?? 'proposed',
        from,
        to,
        fromKind: kindAt(projection, from),
        toKind: kindAt(projection, to),
        byPolicy: ((relations.classes[row] ?? 0) & POLICY) !== 0,
        ended: relations.ended[row] === 1,
      });
    }
  }
  const { examples, ...counts } = held.result();
  const named = examples.map(({ from, to }) => ({
    from: entities.at(from),
    to: to === undefined ? undefined : entities.at(to),
  }));
  return { ...counts, examples: named };
}

/** The same, read from the store: as long as all its relationships take. */
export async function readHeld(reader: GraphReader): Promise<Held<string>> {
  const held = createHeld<string>();
  for await (const batch of reader.scan('relationship')) {
    const ends = await reader.get(
      'entity',
      batch.flatMap(({ from, to }) => [from, to]),
    );
    for (const { id, type, modality, from, to, classes, ended = false } of batch) {
      const [fromKind, toKind] = [ends.get(from)?.kind, ends.get(to)?.kind];
      if (fromKind === undefined || toKind === undefined) throw endMissing(id, fromKind === undefined ? from : to);
      held.add({ type, modality, from, to, fromKind, toKind, byPolicy: classes.includes('policy'), ended });
    }
  }
  return held.result();
}
