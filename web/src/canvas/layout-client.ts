import type { LayoutAnswer, LayoutRequest, Positions } from './layout-steps.ts';

/** Answers of this visit by request: going back to a picture must not lay it out again. */
const known = new Map<string, Positions>();
let worker: Worker | null = null;

/** Positions from the worker. An aborted request ends the worker: fcose cannot be stopped in any other way. */
export function layOutInWorker(request: LayoutRequest, signal: AbortSignal): Promise<Positions> {
  const ready = known.get(request.key);
  if (ready) return Promise.resolve(ready);
  worker ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  const current = worker;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.key !== request.key) return;
      leave();
      known.set(request.key, data.positions);
      resolve(data.positions);
    };
    const fail = (event: ErrorEvent) => {
      leave();
      end(current);
      reject(new Error(event.message));
    };
    const stop = () => {
      leave();
      end(current);
      reject(new DOMException('layout stopped', 'AbortError'));
    };
    function leave(): void {
      current.removeEventListener('message', hear);
      current.removeEventListener('error', fail);
      signal.removeEventListener('abort', stop);
    }
    current.addEventListener('message', hear);
    current.addEventListener('error', fail);
    signal.addEventListener('abort', stop);
    current.postMessage(request);
  });
}

function end(which: Worker): void {
  which.terminate();
  if (worker === which) worker = null;
}
