/** What one GraphQL request may be. */
export type Limits = {
  /** Bytes of the request body. */
  readonly body: number;
  readonly tokens: number;
  readonly depth: number;
  /** Lists inside lists; a list that is short by nature is none (sizes.ts). */
  readonly listDepth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Occurrences of one field of one type, fragments filled in. */
  readonly repeats: number;
  /** Objects an answer may hold at most, by the page sizes asked for. */
  readonly objects: number;
  /** Points; docs/graphql.md says how they are counted. */
  readonly cost: number;
  readonly deadlineMs: number;
};

/** On loopback, where whoever asks already sits at the machine. */
export const LOCAL_LIMITS: Limits = {
  body: 256 * 1024,
  tokens: 5000,
  depth: 12,
  listDepth: 4,
  aliases: 40,
  rootFields: 16,
  directives: 16,
  repeats: 100,
  objects: 50_000,
  cost: 2000,
  deadlineMs: 10_000,
};

/** For anyone, where the service is open to others. */
export const PUBLIC_LIMITS: Limits = {
  ...LOCAL_LIMITS,
  body: 64 * 1024,
  tokens: 2000,
  aliases: 20,
  rootFields: 8,
  directives: 8,
  repeats: 50,
};

/** Validation stops after so many errors. */
export const MOST_VALIDATION_ERRORS = 5;
