import { useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { BoardColumn, BoardFlow } from '../api/board.ts';
import { flowShape, type Strip } from '../canvas/flow-path.ts';

type Props = {
  readonly flows: readonly BoardFlow[];
  /** Segment of the open cell, and the one that the pointer or the focus is on. */
  readonly segment: string | null;
  readonly near: string | null;
  /** What the segments lie in; each row carries `data-segment`. */
  readonly host: RefObject<HTMLElement | null>;
  /** The columns on screen: measured anew when they are others. */
  readonly shown: readonly BoardColumn[];
};

/** Who feeds whom, drawn behind the cells. The panel says the same in words. */
export function BoardFlows({ flows, segment, near, host, shown }: Props) {
  const strips = useStrips(
    host,
    flows,
    shown.flatMap(({ segments }) => segments.map(({ entity }) => entity.id)).join(),
  );
  const touches = (flow: BoardFlow, id: string | null) => flow.from === id || flow.to === id;
  const drawn = flows.flatMap((flow) => {
    const [from, to] = [strips.get(flow.from), strips.get(flow.to)];
    return from && to ? [{ flow, shape: flowShape(from, to), own: touches(flow, segment) }] : [];
  });
  // Those of the open cell last, so that they lie on top.
  drawn.sort((one, other) => Number(one.own) - Number(other.own));
  return (
    <svg className="board-flows" aria-hidden="true">
      <defs>
        <marker
          id="flow-end"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0l8 4-8 4z" fill="var(--ink)" />
        </marker>
      </defs>
      {drawn.map(({ flow, shape, own }) => (
        <path
          key={flow.relation}
          d={shape.path}
          className={`flow ${shape.sort} ${own ? 'own' : touches(flow, near) ? 'near' : ''}`}
          markerEnd={own ? 'url(#flow-end)' : undefined}
        />
      ))}
    </svg>
  );
}

/** Measured again when the board resizes, and with each new answer: it may have other segments. */
function useStrips(host: RefObject<HTMLElement | null>, answer: unknown, shown: string): ReadonlyMap<string, Strip> {
  const [strips, setStrips] = useState<ReadonlyMap<string, Strip>>(new Map());
  useEffect(() => {
    const board = host.current;
    if (!board) return;
    const measure = () => setStrips(stripsOf(board));
    const observer = new ResizeObserver(measure);
    observer.observe(board);
    for (const row of board.querySelectorAll('[data-segment]')) observer.observe(row);
    // Paper is laid out and taken at once: what is drawn must be right before the listener returns.
    const onPrint = () => flushSync(measure);
    const print = window.matchMedia('print');
    print.addEventListener('change', onPrint);
    return () => {
      observer.disconnect();
      print.removeEventListener('change', onPrint);
    };
  }, [host, answer, shown]);
  return strips;
}

function stripsOf(board: HTMLElement): ReadonlyMap<string, Strip> {
  const origin = board.getBoundingClientRect();
  // Boxes are told in pixels of the page, paths drawn in those of the board: on paper it is made smaller.
  const { currentCSSZoom: zoom = 1 } = board as { readonly currentCSSZoom?: number };
  const strips = new Map<string, Strip>();
  for (const row of board.querySelectorAll<HTMLElement>('[data-segment]')) {
    const box = row.getBoundingClientRect();
    const tile = row.querySelector('.tile')?.getBoundingClientRect() ?? box;
    strips.set(row.dataset['segment'] ?? '', {
      left: Math.round((box.left - origin.left) / zoom),
      right: Math.round((box.right - origin.left) / zoom),
      middle: Math.round((tile.top + tile.height / 2 - origin.top) / zoom) + 0.5,
    });
  }
  return strips;
}
