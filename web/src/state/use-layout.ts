import { useEffect, useRef, useState } from 'react';
import { layOutInWorker } from '../canvas/layout-client.ts';
import type { LayoutRequest, Positions } from '../canvas/layout-steps.ts';

type Laid = { readonly key: string; readonly positions: Positions };

/** Positions of a request, null while the worker is at it. `stop` ends it and leaves the picture as it was. */
export function useLayout(request: LayoutRequest | null): {
  readonly positions: Positions | null;
  readonly failed: boolean;
  readonly stop: () => void;
} {
  const [laid, setLaid] = useState<Laid | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [control, setControl] = useState<AbortController | null>(null);
  const key = request?.key ?? null;
  // Requests of equal key are equal.
  const latest = useRef(request);

  useEffect(() => {
    latest.current = request;
  });

  useEffect(() => {
    const wanted = latest.current;
    if (!wanted || wanted.key !== key) return;
    const controller = new AbortController();
    setControl(controller);
    layOutInWorker(wanted, controller.signal).then(
      (positions) => {
        if (!controller.signal.aborted) setLaid({ key: wanted.key, positions });
      },
      () => setFailed(wanted.key),
    );
    return () => controller.abort();
  }, [key]);

  const positions = laid && laid.key === key ? laid.positions : null;
  return { positions, failed: failed !== null && failed === key && !positions, stop: () => control?.abort() };
}
