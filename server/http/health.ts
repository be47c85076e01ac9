import { performance } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { Projections } from '#server/analysis/projections.ts';

const PING_WITHIN_MS = 500;
const REMEMBERED_MS = 1000;

export type Readiness = { readonly store: boolean; readonly projection: boolean; readonly draining: boolean };

/** The process answers. */
export const livez: RequestHandler = (_, res) => {
  res.json({ live: true });
};

/**
 * 200 when questions can be answered at once, else 503 saying what is missing. The store is asked at most once a
 * second. A newer version whose projection is still being built does not make the service unready, and without
 * `projections` there is none to wait for.
 */
export function readyz(
  store: Pick<GraphStore, 'head'>,
  projections: Projections | undefined,
  draining: () => boolean,
): RequestHandler {
  let asked: { readonly at: number; readonly version: Promise<number | undefined> } | undefined;
  let loaded = projections === undefined;
  return async (_, res) => {
    if (asked === undefined || performance.now() - asked.at > REMEMBERED_MS) {
      asked = { at: performance.now(), version: ping(store) };
    }
    const version = await asked.version;
    if (version !== undefined && projections !== undefined) {
      if (projections.has(version)) loaded = true;
      else projections.warm(version);
    }
    const ready: Readiness = { store: version !== undefined, projection: loaded, draining: draining() };
    res.status(ready.store && ready.projection && !ready.draining ? 200 : 503).json(ready);
  };
}

/** The newest version, or undefined when the store does not say within half a second. */
async function ping(store: Pick<GraphStore, 'head'>): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PING_WITHIN_MS);
  });
  try {
    return (await Promise.race([store.head(), late]))?.version;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
