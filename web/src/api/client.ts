import { Client, cacheExchange, fetchExchange, type AnyVariables, type TypedDocumentNode } from 'urql';

/** One client for the page: answers of one data version never change, so the document cache may keep them. */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
});

/** Asks once. @throws AskError in the words of the service, with its stable code where it gives one. */
export async function ask<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, error } = await client.query(query, variables).toPromise();
  if (data !== undefined && !error) return data;
  throw new AskError(codeOf(error), error?.message ?? '');
}

export class AskError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'AskError';
    this.code = code;
  }
}

/** `NETWORK` when nothing answered, else the code of the first error. */
export function codeOf(error: Failure | undefined): string {
  if (error?.networkError) return 'NETWORK';
  const code = error?.graphQLErrors[0]?.extensions['code'];
  return typeof code === 'string' ? code : 'UNKNOWN';
}

type Failure = {
  readonly networkError?: Error | undefined;
  readonly graphQLErrors: readonly { readonly extensions: Record<string, unknown> }[];
};
