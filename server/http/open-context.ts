import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Request, Response } from 'express';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { TopologyOf } from '#server/analysis/topologies.ts';
import type { StopReason } from '#server/graphql/guarded-reader.ts';
import type { Kept } from '#server/graphql/kept.ts';
import { schema } from '#server/graphql/schema.ts';
import { createViews } from '#server/graphql/views.ts';
import type { HttpContext } from './http-context.ts';
import { costEstimator } from './limits/estimate-cost.ts';
import type { Limits } from './limits/limits.ts';

export type ContextOptions = {
  readonly store: GraphStore;
  readonly topologyOf: TopologyOf;
  readonly kept: Kept;
  readonly limits: Limits;
  /** Aborts when the grace of a shutdown is over. */
  readonly shutdown: AbortSignal;
};

/** The context of one request, whose signal ends with the client, the deadline or the shutdown. */
export function openContext(req: Request, res: Response, options: ContextOptions): HttpContext {
  const stop = new AbortController();
  const end = (reason: StopReason) => stop.abort(reason);
  const timer = setTimeout(() => end('deadline'), options.limits.deadlineMs);
  const onShutdown = () => end('shutdown');
  options.shutdown.addEventListener('abort', onShutdown, { once: true });
  res.once('close', () => {
    clearTimeout(timer);
    options.shutdown.removeEventListener('abort', onShutdown);
    if (!res.writableEnded) end('client');
  });
  const views = createViews(options.store, options.topologyOf, options.kept, stop.signal);
  const meta: HttpContext['meta'] = { version: undefined, cost: undefined };
  return {
    requestId: randomUUID(),
    startedAt: performance.now(),
    signal: stop.signal,
    meta,
    estimateCost: costEstimator(schema, options.limits),
    plainJson: asksForPlainJson(req.headers.accept),
    view: async (version) => {
      const view = await views(version);
      meta.version = Math.max(meta.version ?? 0, view.version);
      return view;
    },
  };
}

/** A client that names only application/json takes any other status for a fault of the transport. */
function asksForPlainJson(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes('application/json') && !accept.includes('graphql-response+json');
}
