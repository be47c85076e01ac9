import type { EntityId } from '#graph-model/ids.ts';
import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import { isWeakName } from '#graph-model/names.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { NAME_TYPES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { compareText } from '#graph-model/text.ts';
import { rankOf, type Outcome, type Rule } from './rules.ts';

type NameRow = RowOf<'name'>;

/** An entity that a name may stand for, and the name of the data that led to it. */
export type Candidate = {
  readonly entity: EntityId;
  readonly rule: Rule;
  readonly matched: NameRow;
  /** The name is too short to identify anything by itself. */
  readonly weak: boolean;
  /** Why it may be meant, as whoever decided wrote. */
  readonly reading: RowOf<'reading'> | undefined;
};

export type Judged = { readonly outcome: Outcome; readonly candidates: readonly Candidate[] };

/** A name of the data that was found for one that was read. */
export type FoundName = { readonly row: NameRow; readonly rule: Rule };

/** What of the graph a judgement looks at. */
export type KnownOf = {
  entity(id: EntityId): RowOf<'entity'> | undefined;
  /** What the name of an entity may mean, by rank. */
  readingsFrom(id: EntityId): readonly RowOf<'reading'>[];
};

const TYPES = wordsOf(NAME_TYPES);

/** What has a legal form: a place, a segment or a product has none that could be another. */
const CONSTITUTED: ReadonlySet<Kind> = new Set(KIND_SETS.body);

/**
 * What becomes of a name by what was found for it. The same name of one entity is a match, also a weak one, which is
 * then marked; of several it is none, nor where a person has said that the name may mean another. Names that differ in
 * numerals or legal form alone may be meant; what else is near is shown and decides nothing.
 * @param found those of a search in its order
 */
export function judgeName(found: readonly FoundName[], known: KnownOf): Judged {
  const candidates = bestOfEach(found, known);
  const exact = candidates.filter(({ rule }) => rule === 'EXACT');
  if (exact.length > 0) {
    const meant = exact.flatMap((one) => readingsOf(one, known)).filter(isFirstOf(exact));
    const outcome = exact.length > 1 ? 'SEVERAL' : meant.length > 0 ? 'MAY_BE' : 'MATCHED';
    return { outcome, candidates: [...exact, ...meant] };
  }
  if (candidates.length === 0) return { outcome: 'NONE', candidates };
  const isNear = candidates.some(({ rule }) => rule === 'NUMERALS' || rule === 'LEGAL_FORM');
  return { outcome: isNear ? 'MAY_BE' : 'CANDIDATES', candidates };
}

/** Names that are looked up as they are: by type, for they come in no order of their own. */
const LOOKED_UP: ReadonlySet<Rule> = new Set(['EXACT', 'NUMERALS', 'LEGAL_FORM']);

/** Each entity once, by the first rule that leads to it, and by the surest type of the names that are looked up. */
function bestOfEach(found: readonly FoundName[], known: KnownOf): Candidate[] {
  const ordered = found
    .map((one, at) => ({ ...one, at }))
    .sort(
      (a, b) =>
        rankOf(a.rule) - rankOf(b.rule) || (LOOKED_UP.has(a.rule) ? bySureness(a.row, b.row) : 0) || a.at - b.at,
    );
  const best = new Map<EntityId, Candidate>();
  for (const { row, rule } of ordered) {
    const entity = known.entity(row.entity);
    if (entity === undefined || best.has(row.entity)) continue;
    if (rule === 'LEGAL_FORM' && !CONSTITUTED.has(entity.kind)) continue;
    const weak = row.type === 'weak' || isWeakName(row.value, entity.kind);
    best.set(row.entity, { entity: row.entity, rule, matched: row, weak, reading: undefined });
  }
  return [...best.values()];
}

function bySureness(a: NameRow, b: NameRow): number {
  return TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || compareText(a.entity, b.entity) || compareText(a.id, b.id);
}

function readingsOf({ entity, matched, weak }: Candidate, known: KnownOf): Candidate[] {
  return known
    .readingsFrom(entity)
    .filter(({ to }) => known.entity(to) !== undefined)
    .map((reading) => ({ entity: reading.to, rule: 'READING', matched, weak, reading }));
}

/** Keeps of candidates the first of each entity, and none that is among the others. */
function isFirstOf(others: readonly Candidate[]): (candidate: Candidate) => boolean {
  const seen = new Set(others.map(({ entity }) => entity));
  return ({ entity }) => seen.size < seen.add(entity).size;
}
