import type { RequestContext } from '#server/graphql/view.ts';

/** What one HTTP request carries beside what resolvers need. */
export type HttpContext = RequestContext & {
  readonly requestId: string;
  /** Milliseconds of a steady clock. */
  readonly startedAt: number;
  /** Filled in on the way. In an object of its own: Apollo copies the context. */
  readonly meta: {
    /** The newest version that was read for it, once one was. */
    version: number | undefined;
    cost: number | undefined;
  };
  /** Does the client ask for application/json alone, where every well-formed request is answered 200? */
  readonly plainJson: boolean;
};
