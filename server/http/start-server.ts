import { once, setMaxListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Request, type Response } from 'express';
import { pino, type Logger } from 'pino';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { createProjections, type Projections } from '#server/analysis/projections.ts';
import { memoryTopologies, storeTopologies, type AnalysisMode } from '#server/analysis/topologies.ts';
import { openCorpus } from './corpus.ts';
import { explorer } from './explorer.ts';
import { createGraphqlServer, GRACE_MS } from './graphql-server.ts';
import { livez, readyz } from './health.ts';
import { checkBind, isLoopback, onlyHosts } from './hosts.ts';
import { jsonErrors, notFound } from './json-errors.ts';
import { LOCAL_LIMITS, PUBLIC_LIMITS, type Limits } from './limits/limits.ts';
import { createKept } from '#server/graphql/kept.ts';
import { openContext } from './open-context.ts';
import { heldSources, passages } from './passages.ts';
import { securityHeaders } from './security-headers.ts';
import { surveyPreview, surveySheets } from './survey-files.ts';
import { visitSheets } from './visit-files.ts';
import { watchHead } from './watch-head.ts';

/** A client that takes longer to send its request is cut off. */
const SLOWEST_REQUEST_MS = 10_000;

export type ServerOptions = {
  /** Stays the caller's: closed by whoever opened it, after `stop`. */
  readonly store: GraphStore;
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  /** Folder of the reader's own documents. */
  readonly corpus?: string;
  /** The built explorer. */
  readonly explorerFolder?: string;
  /** Names under which a proxy with TLS serves this to others; naming any opens it, with the limits for anyone. */
  readonly publicHosts?: readonly string[];
  /** Warnings and faults as JSON lines on standard error unless given. */
  readonly log?: Logger;
  /** Where paths and neighbourhoods are computed; in memory unless given. */
  readonly analysis?: AnalysisMode;
  /** In place of those that the address gives. */
  readonly limits?: Limits;
};

export type RunningServer = {
  readonly url: string;
  /** Takes no more requests, lets those under way finish within ten seconds, then ends them. */
  stop(): Promise<void>;
};

/**
 * Serves GraphQL at /graphql, the explorer at /, passages, survey sheets, /livez and /readyz. Returns when it listens; the newest
 * version is then being read into memory, unless analysis reads the store, and the first question waits for it. Later
 * versions are read as they come.
 * @throws GraphError USAGE for an address that is not loopback without `publicHosts`, or a port that is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, host, port, publicHosts = [], log = pino({ level: 'warn' }, pino.destination(2)) } = options;
  checkBind(host, publicHosts);
  const isLocal = isLoopback(host) && publicHosts.length === 0;
  const limits = options.limits ?? (isLocal ? LOCAL_LIMITS : PUBLIC_LIMITS);
  const projections = options.analysis === 'store' ? undefined : createLoggedProjections(store, log);
  const topologyOf = projections === undefined ? storeTopologies(store) : memoryTopologies(projections);
  const kept = createKept();
  const shutdown = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, shutdown.signal);
  let draining = false;

  const app = express();
  app.disable('x-powered-by');
  const http = createServer({ requestTimeout: SLOWEST_REQUEST_MS, headersTimeout: SLOWEST_REQUEST_MS }, app);
  const graphql = createGraphqlServer(http, limits, log);
  await graphql.start();
  const contextOf = (req: Request, res: Response) =>
    openContext(req, res, { store, topologyOf, kept, limits, shutdown: shutdown.signal });
  app.use(onlyHosts(host, publicHosts), securityHeaders());
  app.get('/livez', livez);
  app.get(
    '/readyz',
    readyz(store, projections, () => draining),
  );
  const corpus = openCorpus(options.corpus, log);
  app.get('/passages', heldSources(store, corpus));
  app.get('/passages/:id', passages(store, corpus));
  app.use(
    '/graphql',
    express.json({ limit: limits.body, type: 'application/json' }),
    expressMiddleware(graphql, {
      context: async ({ req, res }) => contextOf(req, res),
    }),
  );
  app.get('/survey.xlsx', surveySheets(contextOf));
  app.get('/visits.xlsx', visitSheets(contextOf, 'xlsx'));
  app.get('/visits.csv', visitSheets(contextOf, 'csv'));
  // Reading a spreadsheet of anybody's is for whoever sits at the machine.
  if (isLocal) app.post('/survey/preview', ...surveyPreview(store, contextOf));
  if (options.explorerFolder !== undefined) app.use(explorer(options.explorerFolder));
  app.use(notFound, jsonErrors(log));

  // A store that cannot be read is said at once.
  await store.head();
  await listen(http, host, port);
  const stopWatching = projections === undefined ? undefined : watchHead(store, projections);
  const { port: bound } = http.address() as AddressInfo;
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${bound}/`,
    async stop() {
      if (draining) return;
      draining = true;
      stopWatching?.();
      const timer = setTimeout(() => shutdown.abort(), GRACE_MS);
      await graphql.stop();
      clearTimeout(timer);
    },
  };
}

function createLoggedProjections(store: GraphStore, log: Logger): Projections {
  return createProjections(store, undefined, ({ version, bytes, entities, relations }) =>
    log.info({ version, bytes, entities: entities.length, relations: relations.ids.length }, 'projection'),
  );
}

async function listen(http: Server, host: string, port: number): Promise<void> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new GraphError('USAGE', { host, port, because: code ?? 'cannot listen' });
  }
}
