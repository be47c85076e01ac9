import { identifyEvidence } from '#graph-model/facts/evidence.ts';
import { identifyPassage, Locator } from '#graph-model/facts/passage.ts';
import { identifyRecord } from '#graph-model/facts/record.ts';
import { identifySource } from '#graph-model/facts/source.ts';
import { identifyStatement, type RelationshipStatement } from '#graph-model/facts/statement.ts';
import { entityId, nameId, relationshipId } from '#graph-model/ids.ts';
import { foldName } from '#graph-model/names.ts';
import { batchOf, type Change, type RowOf } from '#graph-model/rows.ts';

const OWNER = 'data/bench';
const SOURCE = identifySource({
  key: 'bench',
  title: '规模名录',
  class: 'register',
  date: '2025',
  visibility: 'public',
});

/**
 * Everything a store holds for so many relationships: five to an entity, each with its statement, evidence and
 * passage; entities with two records, an anchor, a full name and, every fourth, a short one. Ends are drawn with a
 * lean to few entities.
 * @param relationships a multiple of 5
 */
export function benchChanges(relationships: number, seed: number): Change[] {
  const random = seeded(seed);
  const changes: Change[] = [{ table: 'source', open: { ...SOURCE, listedBy: [OWNER] } }];
  const records: RowOf<'record'>[] = [];
  for (let i = 0; i < relationships / 5; i++) {
    const name = `${han(random, 2)}市${han(random, 2 + Math.floor(random() * 10))}${i}有限公司`;
    records.push(...addEntity(changes, name, i % 4 === 0));
  }
  const pick = (lean: number) => records[Math.floor(random() ** lean * records.length)];
  for (let i = 0; i < relationships; i++) {
    const [from, to] = [pick(1), pick(2)];
    if (from !== undefined && to !== undefined) addRelationship(changes, from, to, i);
  }
  return changes;
}

function addEntity(changes: Change[], name: string, hasShortName: boolean): RowOf<'record'>[] {
  const first = identifyRecord({ source: SOURCE.id, kind: 'Company', key: name, name });
  const second = identifyRecord({ source: SOURCE.id, kind: 'Company', key: `${name}#2`, name });
  const entity = entityId(first.id);
  const block = `Company ${foldName(name)}`;
  const records = [first, second].map((record) => ({ ...record, entity, block, mentions: 5 }));
  const values = hasShortName ? [name, name.slice(3, 8)] : [name];
  changes.push(
    ...records.map((open) => ({ table: 'record' as const, open })),
    { table: 'anchor', open: { id: first.id, entity, first: 1 } },
    { table: 'entity', open: { id: entity, kind: 'Company', name } },
  );
  for (const [i, value] of values.entries()) {
    const type = i === 0 ? 'legal' : 'short';
    const open = { id: nameId(entity, value), entity, value, folded: foldName(value), type, lang: 'zh' } as const;
    changes.push({ table: 'name', open });
  }
  return records;
}

function addRelationship(changes: Change[], from: RowOf<'record'>, to: RowOf<'record'>, n: number): void {
  const saying: Omit<RelationshipStatement, 'id'> = {
    says: 'relationship',
    subject: from.id,
    predicate: 'SUPPLIES',
    object: to.id,
    modality: 'operating',
    qualifiers: { topic: `第${n}批` },
    validFrom: '2024',
  };
  const statement = identifyStatement(saying);
  const passage = identifyPassage(SOURCE.id, Locator.parse(`¶${n + 1}`));
  const evidence = identifyEvidence({
    statement: statement.id,
    passage: passage.id,
    source: SOURCE.id,
    owner: OWNER,
    confidence: 900,
    stance: 'supports',
    note: `名录第${n + 1}行写明两家之间有长期的供货往来`,
  });
  const ends = { type: 'SUPPLIES', from: from.entity, to: to.entity, modality: 'operating' } as const;
  const identity = [{ name: 'topic', value: `第${n}批` }] as const;
  const id = relationshipId({ ...ends, identity });
  const support = { statements: 1, publishers: 1, sources: 1, classes: ['register' as const], confidence: 900 };
  changes.push(
    { table: 'passage', open: passage },
    {
      table: 'statement',
      open: { statement, id: statement.id, subject: from.id, object: to.id, fact: id, accepted: false },
    },
    { table: 'evidence', open: { ...evidence, batch: batchOf(OWNER, SOURCE.id) } },
    {
      table: 'relationship',
      open: {
        id,
        ...ends,
        identity: [...identity],
        details: [],
        ...support,
        validFrom: '2024',
      },
    },
  );
}

function han(random: () => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 4_000))).join('');
}

/** mulberry32: the same figures from the same seed on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
