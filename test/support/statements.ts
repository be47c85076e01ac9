import type { PartialDate } from '#graph-model/dates.ts';
import { type Evidence, identifyEvidence } from '#graph-model/facts/evidence.ts';
import { Locator, type Passage, identifyPassage } from '#graph-model/facts/passage.ts';
import { type Record, identifyRecord } from '#graph-model/facts/record.ts';
import { type Source, identifySource } from '#graph-model/facts/source.ts';
import {
  type AttributeStatement,
  type IndicatorStatement,
  type RelationshipStatement,
  type Statement,
  identifyStatement,
} from '#graph-model/facts/statement.ts';
import type { AttributeName } from '#graph-model/ontology/attributes.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';

/** Facts with real ids in one line each. The same words give the same ids. */

type Validity = { readonly validFrom?: PartialDate; readonly validTo?: PartialDate; readonly ended?: boolean };

export function source(key: string, patch: Partial<Omit<Source, 'id'>> = {}): Source {
  return identifySource({ key, title: `资料 ${key}`, class: 'policy', date: '2025', visibility: 'public', ...patch });
}

export function record(of: Source, kind: Kind, name: string, key: string = name): Record {
  return identifyRecord({ source: of.id, kind, key, name });
}

export function relationship(
  subject: Record,
  predicate: RelationshipType,
  object: Record,
  says: Validity & Partial<Pick<RelationshipStatement, 'modality' | 'qualifiers'>> = {},
): RelationshipStatement {
  return identifyStatement({
    says: 'relationship',
    subject: subject.id,
    predicate,
    object: object.id,
    modality: 'operating',
    qualifiers: {},
    ...says,
  }) as RelationshipStatement;
}

export function attribute(
  subject: Record,
  predicate: AttributeName,
  value: string,
  says: Validity & Partial<Pick<AttributeStatement, 'details'>> = {},
): AttributeStatement {
  const statement = { says: 'attribute' as const, subject: subject.id, predicate, value, details: {}, ...says };
  return identifyStatement(statement) as AttributeStatement;
}

/** A figure of 2024, actual, in the scope `all`, unless said. */
export function indicator(
  subject: Record,
  measure: string,
  value: string,
  says: Validity & Partial<Pick<IndicatorStatement, 'unit' | 'period' | 'figure' | 'scope'>> = {},
): IndicatorStatement {
  return identifyStatement({
    says: 'indicator',
    predicate: 'indicator',
    subject: subject.id,
    measure,
    value,
    unit: '亿元',
    period: '2024',
    figure: 'actual',
    scope: 'all',
    ...says,
  }) as IndicatorStatement;
}

export function passage(of: Source, paragraph = 1): Passage {
  return identifyPassage(of.id, Locator.parse(`¶${paragraph}`));
}

/** A paragraph behind a statement: the first, for it, 900 thousandths sure and read by `data/test`, unless said. */
export function evidence(
  statement: Statement,
  of: Source,
  says: Partial<Pick<Evidence, 'owner' | 'confidence' | 'stance' | 'note'>> & { readonly paragraph?: number } = {},
): Evidence {
  const { paragraph, ...rest } = says;
  return identifyEvidence({
    statement: statement.id,
    passage: passage(of, paragraph).id,
    source: of.id,
    owner: 'data/test',
    confidence: 900,
    stance: 'supports',
    ...rest,
  });
}
