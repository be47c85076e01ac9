import { hash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from './text.ts';

/**
 * Every id is a letter and 20 base32 characters (100 bits of SHA-256) of what it identifies, in raw values:
 * cleaning a name never changes an id. The functions below are the only constructors.
 */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function idSchema<Brand extends string>(letter: string, brand: Brand) {
  return z
    .string()
    .regex(new RegExp(`^${letter}[a-z2-7]{20}$`), `not an id of a ${brand}`)
    .brand<Brand>();
}

export const SourceId = idSchema('s', 'Source');
export const PassageId = idSchema('p', 'Passage');
export const RecordId = idSchema('r', 'Record');
export const StatementId = idSchema('t', 'Statement');
export const EvidenceId = idSchema('v', 'Evidence');
export const CoverageId = idSchema('c', 'Coverage');
export const DecisionId = idSchema('d', 'Decision');
export const EntityId = idSchema('e', 'Entity');
export const NameId = idSchema('n', 'Name');
export const RelationshipId = idSchema('l', 'Relationship');
export const AttributeId = idSchema('a', 'Attribute');
export const IndicatorId = idSchema('i', 'Indicator');
export const ReadingId = idSchema('m', 'Reading');
export const RunId = idSchema('u', 'Run');

export type SourceId = z.infer<typeof SourceId>;
export type PassageId = z.infer<typeof PassageId>;
export type RecordId = z.infer<typeof RecordId>;
export type StatementId = z.infer<typeof StatementId>;
export type EvidenceId = z.infer<typeof EvidenceId>;
export type CoverageId = z.infer<typeof CoverageId>;
export type DecisionId = z.infer<typeof DecisionId>;
export type EntityId = z.infer<typeof EntityId>;
export type NameId = z.infer<typeof NameId>;
export type RelationshipId = z.infer<typeof RelationshipId>;
export type AttributeId = z.infer<typeof AttributeId>;
export type IndicatorId = z.infer<typeof IndicatorId>;
export type ReadingId = z.infer<typeof ReadingId>;
export type RunId = z.infer<typeof RunId>;

/** What a statement stands behind once its records are entities. */
export type FactId = RelationshipId | AttributeId | IndicatorId;

/** A source is its content where that is known, else its citation. */
export function sourceId(of: { contentHash: string } | { citation: string }): SourceId {
  return hashed('s', of) as SourceId;
}
export function passageId(source: SourceId, locator: string): PassageId {
  return hashed('p', [source, locator]) as PassageId;
}
export function recordId(source: SourceId, kind: string, key: string): RecordId {
  return hashed('r', [source, kind, key]) as RecordId;
}
/** @param says everything the statement says: subject, predicate, object or value, qualifiers, modality, validity. */
export function statementId(says: object): StatementId {
  return hashed('t', says) as StatementId;
}
export function evidenceId(statement: StatementId, passage: PassageId, owner: string): EvidenceId {
  return hashed('v', [statement, passage, owner]) as EvidenceId;
}
export function coverageId(says: object): CoverageId {
  return hashed('c', says) as CoverageId;
}
export function decisionId(says: object): DecisionId {
  return hashed('d', says) as DecisionId;
}
/**
 * Minted once, from the least record of a component that has no anchor yet.
 * @param lost the entity that the record anchored before, where that one went on without it
 */
export function entityId(anchor: RecordId, lost?: EntityId): EntityId {
  return hashed('e', lost === undefined ? anchor : [anchor, lost]) as EntityId;
}
export function nameId(entity: EntityId, value: string): NameId {
  return hashed('n', [entity, value]) as NameId;
}
/** Type, ends, modality and identity qualifiers: changes with a merge, returns with its undo. */
export function relationshipId(identity: object): RelationshipId {
  return hashed('l', identity) as RelationshipId;
}
export function attributeId(identity: object): AttributeId {
  return hashed('a', identity) as AttributeId;
}
export function indicatorId(identity: object): IndicatorId {
  return hashed('i', identity) as IndicatorId;
}
export function readingId(from: EntityId, to: EntityId): ReadingId {
  return hashed('m', [from, to]) as ReadingId;
}
/** A run is what it was fed: the same input gives the same run, which is how a killed one is found again. */
export function runId(inputs: object): RunId {
  return hashed('u', inputs) as RunId;
}

const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));

/** The character codes of an id, written over for the next. */
const codes = Buffer.alloc(21);

/** In one piece: a text added up from parts is taken apart again where a Map first looks it up. */
function hashed(letter: string, value: unknown): string {
  const bytes = hash('sha256', canonicalJson(value), 'binary');
  codes[0] = letter.charCodeAt(0);
  let [buffer, bits, length] = [0, 0, 1];
  for (let at = 0; length < codes.length; at++) {
    buffer = ((buffer & 31) << 8) | bytes.charCodeAt(at);
    for (bits += 8; bits >= 5 && length < codes.length; bits -= 5) {
      codes[length++] = CODES[(buffer >> (bits - 5)) & 31] as number;
    }
  }
  return codes.toString('latin1');
}
