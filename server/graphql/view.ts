import type { Label } from '#graph-model/ontology/label.ts';
import type { Visibility } from '#graph-model/ontology/vocabulary.ts';
import type { GraphReader, Run } from '#graph-model/store/port.ts';
import type { Topology } from '#server/analysis/topology.ts';
import type { Kept } from './kept.ts';
import type { Loaders } from './loaders.ts';

/** One data version as one request sees it. Every value below a question carries the view it was read in. */
export type View = {
  readonly version: number;
  readonly visibility: Visibility;
  readonly reader: GraphReader;
  readonly load: Loaders;
  /** Runs up to this version, oldest first. */
  runs(): Promise<readonly Run[]>;
  readonly topology: Topology;
  /** Undefined for a view of what is not published. */
  readonly kept: Kept | undefined;
};

/** A limit of the service, and how much of it an operation asks for. */
export type MeasuredLimit = {
  readonly limit: string;
  readonly label: Label;
  readonly asked: number;
  readonly allowed: number;
  /** Of a refusal. */
  readonly code: string;
};

/** What the limits say of an operation, in the order in which they are checked; or why it is none. */
export type CostEstimate =
  | { readonly measured: readonly MeasuredLimit[]; /** Some could not be measured. */ readonly tooLarge: boolean }
  | { readonly invalid: 'operation' | 'variables'; readonly because: string };

/** What resolvers get: nothing of HTTP, so that a query runs without a server. */
export type RequestContext = {
  /** Ends with the client, the deadline or the shutdown. */
  readonly signal: AbortSignal;
  /** @throws GraphError VERSION_UNKNOWN */
  view(version?: number | null): Promise<View>;
  /** @param variables JSON text */
  readonly estimateCost: (operation: string, variables: string | undefined) => CostEstimate;
};
