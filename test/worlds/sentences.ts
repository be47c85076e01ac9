import type { RecordId, StatementId } from '#graph-model/ids.ts';
import { QUALIFIERS, type Qualifier } from '#graph-model/ontology/qualifiers.ts';
import { specOf } from '#graph-model/ontology/relationships.ts';
import type { Detail, RowOf, Table } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { Snapshot } from './snapshot.ts';

/** One line about a row of each table that the list of closed rows speaks of, in names. */
export const SENTENCES: { readonly [T in Table]?: (row: RowOf<T>, names: Snapshot) => string } = {
  source: ({ key }) => key,
  record: ({ id }, names) => names.record(id),
  entity: ({ id }, names) => names.entity(id),
  redirect: ({ id, to }, names) => `${names.entity(id)} → ${names.entity(to)}`,
  name: ({ entity, value }, names) => `${names.entity(entity)}: ${value}`,
  statement: statementSentence,
  evidence: evidenceSentence,
  coverage: ({ source, subject, place, date, extent }, names) =>
    `${names.source(source)} ${names.recordName(subject)} ${names.recordName(place)} ${date} ${extent}`,
  decision: ({ decision }) => `${decision.verdict} ${decision.at} ${decision.reason}`,
  relationship: relationshipSentence,
  attribute: ({ entity, name, value, details }, names) =>
    words(`${names.entity(entity)}:`, name, value, ...detailsText(details)),
  indicator: ({ entity, measure, value, unit, period, figure, scope }, names) =>
    words(`${names.entity(entity)}:`, measure, value, unit, period, figure, scope),
  reading: ({ from, to }, names) => `${names.entity(from)} ~ ${names.entity(to)}`,
};

/** Both ends by name; those of a relationship without direction in code point order of the names. */
export function endsOf({ type, from, to }: RowOf<'relationship'>, names: Snapshot): readonly [string, string] {
  const [a, b] = [names.entity(from), names.entity(to)];
  return specOf(type).symmetric && compareText(a, b) > 0 ? [b, a] : [a, b];
}

/** `name=value`, in the order given. */
export function pairs(details: readonly Detail[]): string[] {
  return details.map(({ name, value }) => `${name}=${value}`);
}

/** `name=value`, by name. */
export function detailsText(details: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(details).sort(([a], [b]) => compareText(a, b));
  return entries.map(([name, value]) => `${name}=${value}`);
}

function relationshipSentence(row: RowOf<'relationship'>, names: Snapshot): string {
  const [from, to] = endsOf(row, names);
  const context = row.context === undefined ? [] : [`@${names.entity(row.context)}`];
  return words(from, row.type, to, row.modality, ...context, ...pairs(row.identity));
}

function statementSentence({ statement }: Pick<RowOf<'statement'>, 'statement'>, names: Snapshot): string {
  const subject = names.record(statement.subject);
  switch (statement.says) {
    case 'relationship': {
      const said = Object.entries(statement.qualifiers).map(([name, value]) => {
        const isRecord = QUALIFIERS[name as Qualifier].value.type === 'record';
        return [name, isRecord ? names.recordName(value as RecordId) : value];
      });
      const qualifiers = detailsText(Object.fromEntries(said) as Record<string, string>);
      return words(subject, statement.predicate, names.recordName(statement.object), statement.modality, ...qualifiers);
    }
    case 'attribute':
      return words(subject, statement.predicate, statement.value, ...detailsText(statement.details));
    case 'indicator': {
      const { measure, value, unit, period, figure, scope } = statement;
      return words(subject, measure, value, unit, period, figure, scope);
    }
  }
}

function evidenceSentence({ statement, passage, stance }: RowOf<'evidence'>, names: Snapshot): string {
  const row = names.statement(statement as StatementId);
  const said = row === undefined ? `?${statement}` : statementSentence(row, names);
  const locator = names.rows('passage').find(({ id }) => id === passage)?.locator ?? `?${passage}`;
  return words(said, locator, ...(stance === 'refutes' ? ['refutes'] : []));
}

function words(...parts: readonly string[]): string {
  return parts.join(' ');
}
