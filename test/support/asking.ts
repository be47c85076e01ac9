import { fileURLToPath } from 'node:url';
import { startServer } from '#server/http/start-server.ts';
import { emptyWorld } from './load-world.ts';

export type Asking = {
  /** The `data` of an answer. @throws with the errors of the answer, if any */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  stop(): Promise<void>;
};

export const GANSU_FOLDER = fileURLToPath(new URL('../../data/gansu', import.meta.url));

/** A server over a public store with one data set folder, asked over HTTP as a program would. */
export async function askFolder(folder: string): Promise<Asking> {
  const world = await emptyWorld('public');
  await world.load(folder);
  const server = await startServer({ store: world.store, host: '127.0.0.1', port: 0 });
  return {
    async ask<T>(query: string, variables: Record<string, unknown> = {}) {
      const response = await fetch(`${server.url}graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data as T;
    },
    async stop() {
      await server.stop();
      await world.dispose();
    },
  };
}
