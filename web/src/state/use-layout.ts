import { useEffect, useState } from 'react';
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

  useEffect(() => {
    if (!request) return;
    const controller = new AbortController();
    setControl(controller);
    layOutInWorker(request, controller.signal).then(
      (positions) => {
        if (!controller.signal.aborted) setLaid({ key: request.key, positions });
      },
      () => setFailed(request.key),
    );
    return () => controller.abort();
    // The key is the request.
  }, [key]);

  const positions = laid && laid.key === key ? laid.positions : null;
  return { positions, failed: failed !== null && failed === key && !positions, stop: () => control?.abort() };
}
