/** Codes of answers that a client can do something about; the rest is INTERNAL. Words in docs/graphql.md. */
export type ClientCode =
  | 'BAD_USER_INPUT'
  | 'VERSION_UNKNOWN'
  | 'CURSOR_EXPIRED'
  | 'COST_LIMIT_EXCEEDED'
  | 'DEPTH_LIMIT_EXCEEDED'
  | 'DEADLINE_EXCEEDED'
  | 'STORE_UNAVAILABLE'
  | 'CANCELLED'
  | 'INTERNAL';

/** Thrown by resolvers and limits; server/http turns it into `errors[].extensions.code`. Its message may be shown. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly code: ClientCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ClientCode, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.data = data;
  }
}
