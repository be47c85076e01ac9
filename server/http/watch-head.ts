import type { GraphStore } from '#graph-model/store/port.ts';
import type { Projections } from '#server/analysis/projections.ts';

/** How often to look, in ms: into a file it costs microseconds, at a server a round trip. */
const FILE_EVERY_MS = 250;
const SERVER_EVERY_MS = 1_000;

/**
 * Reads each new version into memory as it is published, so that the first question about it need not wait. Looks
 * first at once, then again some time after the last look, and what it led to, are over; says nothing while the store
 * is away, and begins anew when it is back. What could not be read is tried again at the next look.
 * @returns stops looking
 */
export function watchHead(store: Pick<GraphStore, 'url' | 'head'>, projections: Projections): () => void {
  const every = store.url.startsWith('sqlite:') ? FILE_EVERY_MS : SERVER_EVERY_MS;
  /** What was read last. */
  let seen: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    const version = await store.head().then(
      (head) => head.version,
      () => undefined,
    );
    if (version === undefined) seen = undefined;
    else if (version !== seen && !stopped) {
      seen = await projections.at(version).then(
        () => version,
        () => undefined,
      );
    }
    if (!stopped) timer = setTimeout(() => void look(), every).unref();
  }

  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
