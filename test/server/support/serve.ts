import { request } from 'node:http';
import { pino } from 'pino';
import type { GraphStore } from '#graph-model/store/port.ts';
import { startServer, type RunningServer, type ServerOptions } from '#server/http/start-server.ts';

export type Reply = {
  readonly status: number;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
    readonly extensions?: { readonly meta: Record<string, unknown> };
  };
};

export type Served = RunningServer & {
  readonly graphql: string;
  post(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Reply>;
};

/** The server on a free port of this machine. */
export async function serve(store: GraphStore, options: Partial<ServerOptions> = {}): Promise<Served> {
  const server = await startServer({ store, host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }), ...options });
  const graphql = `${server.url}graphql`;
  return {
    ...server,
    graphql,
    async post(query, variables = {}, headers = {}) {
      const answer = await fetch(graphql, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: answer.status, body: (await answer.json()) as Reply['body'] };
    },
  };
}

/** The code of the first error. */
export function codeOf({ body }: Reply): unknown {
  return body.errors?.[0]?.extensions['code'];
}

/** One raw request, for what fetch does not let through: another Host, a body that is no JSON. */
export async function raw(
  url: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string },
): Promise<{ status: number; type: string; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const call = request(url, rest, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          type: answer.headers['content-type'] ?? '',
          text,
          headers: answer.headers,
        }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}
