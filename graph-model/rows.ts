import * as z from 'zod';
import { Coverage } from './facts/coverage.ts';
import { Decision } from './facts/decision.ts';
import { Confidence, Evidence } from './facts/evidence.ts';
import { Passage } from './facts/passage.ts';
import { Record } from './facts/record.ts';
import { Scope } from './facts/scope.ts';
import { Source } from './facts/source.ts';
import { Decimal, Statement } from './facts/statement.ts';
import { PartialDate } from './dates.ts';
import { AttributeId, EntityId, IndicatorId, NameId, ReadingId, RecordId, RelationshipId, DecisionId } from './ids.ts';
import { ATTRIBUTE_NAMES } from './ontology/attributes.ts';
import { KIND_NAMES } from './ontology/kinds.ts';
import { QUALIFIER_NAMES } from './ontology/qualifiers.ts';
import { RELATIONSHIP_TYPES } from './ontology/relationships.ts';
import { DISPUTES, FIGURES, MODALITIES, NAME_TYPES, SOURCE_CLASSES, wordsOf } from './ontology/vocabulary.ts';

/**
 * What a store holds. Every table is versioned alike: a row is opened at `since`, closed at `until` with a reason,
 * and never deleted. `keys` are the columns by which rows are looked up; a store makes an index of each.
 */

/** How well a derived fact is carried: counters and the newest word on it. */
const support = {
  /** Live statements that say it. */
  statements: z.int().min(1),
  /** Independent publishers; sources without one count as one. */
  publishers: z.int().min(1),
  sources: z.int().min(1),
  classes: z.array(z.enum(wordsOf(SOURCE_CLASSES))),
  /** The surest supporting passage, in thousandths. */
  confidence: Confidence,
  validFrom: PartialDate.optional(),
  validTo: PartialDate.optional(),
  ended: z.boolean().optional(),
  /** Absent for what no source disputes, as nearly everything: an index of it is short. */
  dispute: z.enum(wordsOf(DISPUTES)).optional(),
};

const Detail = z.strictObject({ name: z.enum(QUALIFIER_NAMES), value: z.string() });
export type Detail = z.infer<typeof Detail>;

/** `listedBy`: the owners whose data sets list it; a source that nobody lists is closed. */
const SourceRow = z.strictObject({ ...Source.shape, listedBy: z.array(z.string()) });

const ScopeRow = z.strictObject({ ...Scope.shape, listedBy: z.array(z.string()) });

const PassageRow = Passage;

/** A live record, the entity it is part of, and how often live statements and coverage name it. */
const RecordRow = z.strictObject({
  ...Record.shape,
  entity: EntityId,
  /** Kind and folded name: the records that the rule of names compares. */
  block: z.string(),
  /** Folded name of the chain (Segment) or parent (Place, Park) that this record's own statements give, if any. */
  within: z.string().optional(),
  mentions: z.int().min(1),
});

const EntityRow = z.strictObject({
  id: EntityId,
  kind: z.enum(KIND_NAMES),
  /** The name shown: legal before short before weak, then the longer, then by code point. */
  name: z.string(),
});

const RedirectRow = z.strictObject({ id: EntityId, to: EntityId });

/** Which record minted which entity, and when. Never closed: an undone merge gives the old id back. */
const AnchorRow = z.strictObject({ id: RecordId, entity: EntityId, first: z.int().min(1) });

const NameRow = z.strictObject({
  id: NameId,
  entity: EntityId,
  value: z.string(),
  folded: z.string(),
  type: z.enum(wordsOf(NAME_TYPES)),
  lang: z.string(),
  /** The attribute fact behind it; a name that records bear needs none. */
  attribute: AttributeId.optional(),
});

/** A live statement, for or against: what it says, the fact it is part of, and whether a person accepted it. */
const StatementRow = z.object({
  statement: Statement,
  id: z.string(),
  subject: RecordId,
  object: RecordId.optional(),
  context: RecordId.optional(),
  fact: z.string(),
  accepted: z.boolean(),
});

const EvidenceRow = z.strictObject({ ...Evidence.shape, /** owner and source */ batch: z.string() });

const CoverageRow = z.strictObject({ ...Coverage.shape, batch: z.string() });

const DecisionRow = z.object({
  decision: Decision,
  id: DecisionId,
  owner: z.string(),
  left: RecordId.optional(),
  right: RecordId.optional(),
  statement: z.string().optional(),
});

const RelationshipRow = z.strictObject({
  id: RelationshipId,
  type: z.enum(RELATIONSHIP_TYPES),
  from: EntityId,
  to: EntityId,
  modality: z.enum(wordsOf(MODALITIES)),
  /** The entity of a record-valued identity qualifier (`at`, `product`). */
  context: EntityId.optional(),
  /** The other identity qualifiers, then what is only carried: sorted by name, then value. */
  identity: z.array(Detail),
  details: z.array(Detail),
  ...support,
});

const AttributeRow = z.strictObject({
  id: AttributeId,
  entity: EntityId,
  name: z.enum(ATTRIBUTE_NAMES),
  value: z.string(),
  details: z.record(z.string(), z.string()),
  ...support,
});

const IndicatorRow = z.strictObject({
  id: IndicatorId,
  entity: EntityId,
  measure: z.string(),
  value: Decimal,
  unit: z.string(),
  period: PartialDate,
  figure: z.enum(wordsOf(FIGURES)),
  scope: z.string(),
  ...support,
});

/** The name `from` may mean `to`: an unsure decision, carried over to entities. */
const ReadingRow = z.strictObject({
  id: ReadingId,
  from: EntityId,
  to: EntityId,
  rank: z.int().min(1),
  reason: z.string(),
  who: z.string(),
  at: z.string(),
  decision: DecisionId,
});

export const TABLES = {
  source: { schema: SourceRow, keys: [] },
  scope: { schema: ScopeRow, keys: [] },
  passage: { schema: PassageRow, keys: [] },
  record: { schema: RecordRow, keys: ['entity', 'block'] },
  entity: { schema: EntityRow, keys: ['kind'] },
  redirect: { schema: RedirectRow, keys: ['to'] },
  anchor: { schema: AnchorRow, keys: ['entity'] },
  name: { schema: NameRow, keys: ['entity', 'folded'] },
  statement: { schema: StatementRow, keys: ['subject', 'object', 'context', 'fact'] },
  evidence: { schema: EvidenceRow, keys: ['statement', 'batch'] },
  coverage: { schema: CoverageRow, keys: ['batch', 'subject'] },
  decision: { schema: DecisionRow, keys: ['owner', 'left', 'right', 'statement'] },
  relationship: { schema: RelationshipRow, keys: ['from', 'to', 'dispute'] },
  attribute: { schema: AttributeRow, keys: ['entity', 'dispute'] },
  indicator: { schema: IndicatorRow, keys: ['entity', 'dispute', 'figure'] },
  reading: { schema: ReadingRow, keys: ['from', 'to'] },
} as const satisfies { [table: string]: { schema: z.ZodType; keys: readonly string[] } };

export type Table = keyof typeof TABLES;
export type RowOf<T extends Table> = z.infer<(typeof TABLES)[T]['schema']>;
export type KeyOf<T extends Table> = (typeof TABLES)[T]['keys'][number];
export const TABLE_NAMES = Object.keys(TABLES) as readonly Table[];

/** Tables whose live rows are counted by a word, and the column it stands in. */
export const COUNTED = { entity: 'kind', relationship: 'type', indicator: 'figure' } as const satisfies {
  [T in Table]?: keyof RowOf<T>;
};
export type CountedTable = keyof typeof COUNTED;

/** Why a row was closed. */
export const CLOSE_REASONS = {
  source_removed: { zh: '资料已撤下', en: 'source removed' },
  extraction_changed: { zh: '重新读取后不再得到', en: 'no longer read from the source' },
  superseded: { zh: '由新的内容代替', en: 'superseded' },
  decided: { zh: '按人工决定', en: 'by decision' },
  merged_away: { zh: '并入另一实体', en: 'merged away' },
  rolled_back: { zh: '运行被撤销', en: 'run rolled back' },
} as const;
export type CloseReason = keyof typeof CLOSE_REASONS;

/** One change of one row. `open` on an id that is open closes the older content as superseded. */
export type Change =
  | { [T in Table]: { readonly table: T; readonly open: RowOf<T> } }[Table]
  | { readonly table: Table; readonly close: string; readonly reason: CloseReason };

/** A row with its place in time: shown by versions v with since ≤ v < until. */
export type Versioned<T extends Table> = {
  readonly row: RowOf<T>;
  readonly since: number;
  readonly until: number | null;
  readonly reason: CloseReason | null;
};

/** The batch a piece of evidence or coverage belongs to: what one owner read out of one source. */
export function batchOf(owner: string, source: string): string {
  return `${owner} ${source}`;
}
