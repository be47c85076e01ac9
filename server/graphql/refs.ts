import type { RowOf } from '#graph-model/rows.ts';
import type { Run } from '#graph-model/store/port.ts';
import { builder } from './builder.ts';
import type { View } from './view.ts';

/** What resolvers hand to each type. Named in one place, so that files which speak of each other need no cycle. */
type Seen<Row> = { readonly at: View; readonly row: Row };

export type EntityShape = Seen<RowOf<'entity'>> & { readonly redirectedFrom?: string };
export type RelationShape = Seen<RowOf<'relationship'>>;
export type NodeShape = EntityShape | RelationShape;

export type ProvenanceShape = {
  readonly at: View;
  readonly sourceCount: number | (() => Promise<number>);
  readonly publisherCount: number | (() => Promise<number>);
  readonly classes: readonly RowOf<'source'>['class'][] | (() => Promise<readonly RowOf<'source'>['class'][]>);
  readonly since: () => Promise<number>;
  /** In order of id. */
  readonly statements: () => Promise<readonly RowOf<'statement'>[]>;
};

export const NodeRef = builder.interfaceRef<NodeShape>('Node');
export const EntityRef = builder.interfaceRef<EntityShape>('Entity');
export const RelationRef = builder.objectRef<RelationShape>('Relation');
export const NameRef = builder.objectRef<Seen<RowOf<'name'>>>('Name');
export const AttributeRef = builder.objectRef<Seen<RowOf<'attribute'>>>('Attribute');
export const IndicatorRef = builder.objectRef<Seen<RowOf<'indicator'>>>('Indicator');
export const ReadingRef = builder.objectRef<Seen<RowOf<'reading'>>>('Reading');
export const ProvenanceRef = builder.objectRef<ProvenanceShape>('Provenance');
export const StatementRef = builder.objectRef<Seen<RowOf<'statement'>>>('Statement');
export const RecordRef = builder.objectRef<Seen<RowOf<'record'>>>('Record');
export const EvidenceRef = builder.objectRef<Seen<RowOf<'evidence'>>>('Evidence');
export const PassageRef = builder.objectRef<Seen<RowOf<'passage'>>>('Passage');
export const SourceRef = builder.objectRef<Seen<RowOf<'source'>>>('Source');
export const CoverageRef = builder.objectRef<Seen<RowOf<'coverage'>>>('Coverage');
export const DecisionRef = builder.objectRef<Seen<RowOf<'decision'>>>('Decision');
export const RunRef = builder.objectRef<Run>('Run');
