import type { LayoutAnswer, LayoutRequest, Positions } from './layout-steps.ts';

/** One request in the worker: fcose cannot be stopped, so an end is that of its worker. */
type Run = { readonly key: string; readonly positions: Promise<Positions>; readonly end: () => void };

/** Answers of this visit by request: going back to a picture must not lay it out again. */
const known = new Map<string, Positions>();
let worker: Worker | null = null;
let run: Run | null = null;

/** The worker, whose code may take longer to come than a layout: started as soon as one is in sight. */
export function startWorker(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  // One whose code did not come hears nothing.
  started.addEventListener('error', () => {
    if (worker === started) worker = null;
  });
  worker = started;
  return started;
}

/** Begins what will be asked for next, unless the worker is at something that is still wanted. */
export function layOutAhead(request: LayoutRequest): void {
  if (run === null && !known.has(request.key)) begin(request);
}

/** Positions from the worker, which gives up whatever else it is at. An aborted request ends it. */
export function layOutInWorker(request: LayoutRequest, signal: AbortSignal): Promise<Positions> {
  const ready = known.get(request.key);
  if (ready) return Promise.resolve(ready);
  if (run?.key !== request.key) run?.end();
  const current = run ?? begin(request);
  signal.addEventListener('abort', current.end, { once: true });
  return current.positions;
}

function begin(request: LayoutRequest): Run {
  const current = startWorker();
  const { key } = request;
  let end: Run['end'] = () => undefined;
  const positions = new Promise<Positions>((resolve, reject) => {
    const over = new AbortController();
    const leave = () => {
      over.abort();
      if (run?.key === key) run = null;
    };
    const fail = (reason: Error) => {
      if (over.signal.aborted) return;
      leave();
      current.terminate();
      if (worker === current) worker = null;
      reject(reason);
    };
    const hear = ({ data }: MessageEvent<LayoutAnswer>) => {
      leave();
      known.set(key, data.positions);
      resolve(data.positions);
    };
    end = () => fail(new DOMException('layout stopped', 'AbortError'));
    current.addEventListener('message', hear, over);
    current.addEventListener('error', (event) => fail(new Error(event.message)), over);
    current.postMessage(request);
  });
  // One begun ahead may end before anybody waits for it.
  positions.catch(() => undefined);
  run = { key, positions, end };
  return run;
}
