import type { LayoutAnswer, LayoutRequest } from './layout-steps.ts';
import { layOut } from './layouts.ts';

/** Lays out away from the page, so that no layout ever blocks typing or panning. */
self.addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { key: event.data.key, positions: layOut(event.data) };
  self.postMessage(answer);
});
