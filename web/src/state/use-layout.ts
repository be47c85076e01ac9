import { useEffect, useRef, useState } from 'react';
import { layOutInWorker, startWorker } from '../canvas/layout-client.ts';
import { inRows, type LayoutRequest, type Positions } from '../canvas/layout-steps.ts';

type Laid = { readonly key: string; readonly positions: Positions; readonly rows: boolean };

/** Positions of a request, null while the worker is at it. `stop` ends it: what is drawn stands in rows. */
export function useLayout(request: LayoutRequest | null): {
  readonly positions: Positions | null;
  /** The layout was stopped or failed; things stand in rows. */
  readonly rows: boolean;
  readonly stop: () => void;
} {
  const [laid, setLaid] = useState<Laid | null>(null);
  const control = useRef<AbortController | null>(null);
  const key = request?.key ?? null;
  // Requests of equal key are equal.
  const latest = useRef(request);

  useEffect(() => void startWorker(), []);

  useEffect(() => {
    latest.current = request;
  });

  useEffect(() => {
    const wanted = latest.current;
    if (!wanted || wanted.key !== key) return;
    const controller = new AbortController();
    control.current = controller;
    layOutInWorker(wanted, controller.signal).then(
      (positions) => {
        if (!controller.signal.aborted) setLaid({ key: wanted.key, positions, rows: false });
      },
      () => {
        // One that gave way to another request was not stopped by the reader.
        if (latest.current?.key === wanted.key) setLaid({ key: wanted.key, positions: inRows(wanted), rows: true });
      },
    );
    return () => controller.abort();
  }, [key]);

  const now = laid && laid.key === key ? laid : null;
  return { positions: now?.positions ?? null, rows: now?.rows ?? false, stop: () => control.current?.abort() };
}
