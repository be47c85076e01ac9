import { type RelationshipStatement, type Statement, contextOf } from '../facts/statement.ts';
import type { Source } from '../facts/source.ts';
import {
  type EntityId,
  type FactId,
  type RecordId,
  type SourceId,
  attributeId,
  indicatorId,
  relationshipId,
} from '../ids.ts';
import { QUALIFIERS, type Qualifier } from '../ontology/qualifiers.ts';
import type { RelationshipSpec } from '../ontology/relationship-spec.ts';
import { specOf } from '../ontology/relationships.ts';
import type { Detail, RowOf } from '../rows.ts';
import { compareText } from '../text.ts';
import { type Backed, disagree, isSupported, supportOf } from './support.ts';

export type EntityOf = (record: RecordId) => EntityId;

/** A fact row with the table it stands in. */
export type Fact =
  | { readonly table: 'relationship'; readonly row: RowOf<'relationship'> }
  | { readonly table: 'attribute'; readonly row: RowOf<'attribute'> }
  | { readonly table: 'indicator'; readonly row: RowOf<'indicator'> };

/**
 * The id of the fact that a statement is part of, once its records are entities.
 * @param identities takes what the id of a relationship stands for, so that its row need not look that up again
 */
export function factIdOf(
  statement: Statement,
  entityOf: EntityOf,
  identities?: Map<FactId, RelationshipIdentity>,
): FactId {
  switch (statement.says) {
    case 'relationship': {
      const identity = relationshipIdentity(statement, entityOf);
      const id = relationshipId(identity);
      identities?.set(id, identity);
      return id;
    }
    case 'attribute': {
      const { predicate, value, details } = statement;
      return attributeId({ entity: entityOf(statement.subject), predicate, value, details });
    }
    case 'indicator': {
      const { measure, value, unit, period, figure, scope } = statement;
      return indicatorId({ entity: entityOf(statement.subject), measure, value, unit, period, figure, scope });
    }
  }
}

/**
 * The row of a fact from the live statements behind it. Attributes and indicators still lack the differences with their
 * siblings (conflicts.ts).
 * @param backed every live statement of this fact id, in order of id
 * @returns undefined when passages only deny it
 */
export function factRow(
  id: FactId,
  backed: readonly Backed[],
  entityOf: EntityOf,
  sources: ReadonlyMap<SourceId, Source>,
  identities?: ReadonlyMap<FactId, RelationshipIdentity>,
): Fact | undefined {
  const supported = backed.filter(isSupported);
  const [first] = supported;
  if (first === undefined) return undefined;
  const { statement } = first;
  const support = supportOf(backed, sources);
  switch (statement.says) {
    case 'relationship': {
      const all = supported.map((each) => each.statement as RelationshipStatement);
      const known = identities?.get(id) ?? relationshipIdentity(statement, entityOf);
      const { type, from, to, modality, context, identity } = known;
      const differing = support.dispute === undefined && contradicts(all) ? { dispute: 'differing' } : {};
      const row = { id, type, from, to, modality, identity, details: carried(all), ...support, ...differing };
      return {
        table: 'relationship',
        row: (context === undefined ? row : { ...row, context }) as RowOf<'relationship'>,
      };
    }
    case 'attribute': {
      const { predicate: name, value, details } = statement;
      const row = {
        id,
        entity: entityOf(statement.subject),
        name,
        value,
        details,
        ...support,
      };
      return { table: 'attribute', row: row as RowOf<'attribute'> };
    }
    case 'indicator': {
      const { measure, value, unit, period, figure, scope } = statement;
      const entity = entityOf(statement.subject);
      const row = { id, entity, measure, value, unit, period, figure, scope, ...support };
      return { table: 'indicator', row: row as RowOf<'indicator'> };
    }
  }
}

/** The row of a live statement that is part of a fact. */
export function statementRow(statement: Statement, fact: FactId, accepted: boolean): RowOf<'statement'> {
  const { id, subject } = statement;
  const object = statement.says === 'relationship' ? { object: statement.object } : {};
  const context = contextOf(statement);
  return { id, statement, subject, ...object, ...(context === undefined ? {} : { context }), fact, accepted };
}

export type RelationshipIdentity = Pick<
  RowOf<'relationship'>,
  'type' | 'from' | 'to' | 'modality' | 'context' | 'identity'
>;

function relationshipIdentity(statement: RelationshipStatement, entityOf: EntityOf): RelationshipIdentity {
  const { predicate: type, modality, qualifiers } = statement;
  const spec = specOf(type);
  let [from, to] = [entityOf(statement.subject), entityOf(statement.object)];
  if (spec.symmetric && compareText(from, to) > 0) [from, to] = [to, from];
  let context: EntityId | undefined;
  const identity: Detail[] = [];
  for (const name of spec.identity) {
    const value = qualifiers[name];
    if (value === undefined) continue;
    if (QUALIFIERS[name].value.type === 'record') context = entityOf(value as RecordId);
    else identity.push({ name, value });
  }
  identity.sort(byNameThenValue);
  return { type, from, to, modality, identity, ...(context === undefined ? {} : { context }) };
}

/** What the statements carry beside the identity, each once. */
function carried(statements: readonly RelationshipStatement[]): Detail[] {
  const details = new Map<string, Detail>();
  for (const { predicate, qualifiers } of statements) {
    for (const [name, value] of carriedOf(specOf(predicate), qualifiers))
      details.set(`${name} ${value}`, { name, value });
  }
  return [...details.values()].sort(byNameThenValue);
}

function carriedOf(spec: RelationshipSpec, qualifiers: RelationshipStatement['qualifiers']): [Qualifier, string][] {
  return spec.carries.flatMap((name) => {
    const value = qualifiers[name];
    return value === undefined ? [] : [[name, value] satisfies [Qualifier, string]];
  });
}

/** Do the statements give two values to a functional qualifier at one time? */
function contradicts(statements: readonly RelationshipStatement[]): boolean {
  const spec = specOf((statements[0] as RelationshipStatement).predicate);
  return spec.carries
    .filter((name) => 'functional' in QUALIFIERS[name])
    .some((name) => {
      const said = statements.filter(({ qualifiers }) => qualifiers[name] !== undefined);
      return disagree(said, ({ qualifiers }) => qualifiers[name] as string).length > 0;
    });
}

function byNameThenValue(a: Detail, b: Detail): number {
  return compareText(a.name, b.name) || compareText(a.value, b.value);
}
