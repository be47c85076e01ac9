import { identifyEvidence } from '#graph-model/facts/evidence.ts';
import { identifyPassage, Locator } from '#graph-model/facts/passage.ts';
import { identifyRecord } from '#graph-model/facts/record.ts';
import { identifySource } from '#graph-model/facts/source.ts';
import { identifyStatement, type RelationshipStatement } from '#graph-model/facts/statement.ts';
import { entityId, nameId, relationshipId, type EntityId, type RecordId, type StatementId } from '#graph-model/ids.ts';
import { foldName } from '#graph-model/names.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import { batchOf, type RowOf } from '#graph-model/rows.ts';

/** Small rows with real ids. The same words give the same ids; `patch` sets what a test is about. */

export const OWNER = 'data/test';

const SOURCE = identifySource({
  key: 'list',
  title: '测试名录',
  class: 'register',
  date: '2025-02-28',
  visibility: 'public',
});

export function sourceRow(patch: Partial<RowOf<'source'>> = {}): RowOf<'source'> {
  return { ...SOURCE, listedBy: [OWNER], ...patch };
}

export function recordRow(name: string, patch: Partial<RowOf<'record'>> = {}): RowOf<'record'> {
  const kind: Kind = patch.kind ?? 'Company';
  const record = identifyRecord({ source: SOURCE.id, kind, key: name, name });
  return { ...record, entity: entityId(record.id), block: `${kind} ${foldName(name)}`, mentions: 1, ...patch };
}

/** The entity that a record of this name would mint. */
export function entityRow(name: string, patch: Partial<RowOf<'entity'>> = {}): RowOf<'entity'> {
  return { id: recordRow(name).entity, kind: 'Company', name, ...patch };
}

export function anchorRow(name: string): RowOf<'anchor'> {
  const { id, entity } = recordRow(name);
  return { id, entity, first: 1 };
}

/** A name of the entity that is called `of`, by default its own. */
export function nameRow(value: string, of = value, patch: Partial<RowOf<'name'>> = {}): RowOf<'name'> {
  const entity = entityRow(of).id;
  return { id: nameId(entity, value), entity, value, folded: foldName(value), type: 'legal', lang: 'zh', ...patch };
}

/** The two ends are given by name. */
export function relationshipRow(
  from: string,
  to: string,
  patch: Partial<RowOf<'relationship'>> = {},
): RowOf<'relationship'> {
  const ends: { type: 'SUPPLIES'; from: EntityId; to: EntityId; modality: 'operating' } = {
    type: 'SUPPLIES',
    from: entityRow(from).id,
    to: entityRow(to).id,
    modality: 'operating',
  };
  return {
    id: relationshipId(ends),
    ...ends,
    identity: [],
    details: [],
    statements: 1,
    publishers: 1,
    sources: 1,
    classes: ['register'],
    confidence: 950,
    ...patch,
  };
}

export function statementRow(from: string, to: string, patch: Partial<RowOf<'statement'>> = {}): RowOf<'statement'> {
  const subject: RecordId = recordRow(from).id;
  const object: RecordId = recordRow(to).id;
  const saying: Omit<RelationshipStatement, 'id'> = {
    says: 'relationship',
    subject,
    predicate: 'SUPPLIES',
    object,
    modality: 'operating',
    qualifiers: {},
  };
  const statement = identifyStatement(saying);
  const fact = relationshipRow(from, to).id;
  return { statement, id: statement.id, subject, object, fact, accepted: false, ...patch };
}

/** @param paragraph 1 or more */
export function passageRow(paragraph: number): RowOf<'passage'> {
  return identifyPassage(SOURCE.id, Locator.parse(`¶${paragraph}`));
}

export function evidenceRow(
  statement: StatementId,
  paragraph: number,
  patch: Partial<RowOf<'evidence'>> = {},
): RowOf<'evidence'> {
  const passage = passageRow(paragraph).id;
  const evidence = identifyEvidence({
    statement,
    passage,
    source: SOURCE.id,
    owner: OWNER,
    confidence: 950,
    stance: 'supports',
  });
  return { ...evidence, batch: batchOf(OWNER, SOURCE.id), ...patch };
}
