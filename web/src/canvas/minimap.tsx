import type { Core } from 'cytoscape';
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { useWords } from '../locale/use-words.ts';
import { DISC } from './styles.ts';
import { readTokens } from './tokens.ts';

const WIDTH = 120;
const HEIGHT = 84;
const MARGIN = 8;

/** What changes with the nodes and not with the camera: where the map lies, and all dots on it. */
type Dots = { readonly frame: Frame; readonly bitmap: HTMLCanvasElement; readonly ink: string };
type Frame = { readonly scale: number; readonly left: number; readonly top: number };

/** What moves a dot, or gives it another colour. */
const NODE_CHANGES = 'add remove position class style';

type Props = { readonly core: RefObject<Core | null>; readonly turn: unknown };

/** All nodes as dots and the part in view as a frame; a press moves the camera there. For the pointer only: the list does the same by key. */
export function Minimap({ core, turn }: Props) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const cy = core.current;
    if (!cy) return;
    let dots: Dots | null = null;
    const draw = () => {
      if (!canvas.current) return;
      dots ??= dotsOf(canvas.current, cy);
      drawMap(canvas.current, cy, dots);
    };
    const forget = () => {
      dots = null;
    };
    draw();
    cy.on(NODE_CHANGES, 'node', forget);
    cy.on('render', draw);
    return () => {
      cy.off(NODE_CHANGES, 'node', forget);
      cy.off('render', draw);
    };
  }, [core, turn]);

  function moveTo(event: PointerEvent<HTMLCanvasElement>): void {
    const cy = core.current;
    if (!cy || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const frame = event.currentTarget.getBoundingClientRect();
    const { scale, left, top } = frameOf(cy);
    const x = (event.clientX - frame.left) / scale + left;
    const y = (event.clientY - frame.top) / scale + top;
    cy.pan({ x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() });
  }

  return (
    <canvas
      ref={canvas}
      className="minimap"
      role="img"
      aria-label={words.explore.minimap}
      width={WIDTH * 2}
      height={HEIGHT * 2}
      onPointerDown={moveTo}
      onPointerMove={moveTo}
    />
  );
}

/** Around the places of all nodes, each with the room of its disc. */
function frameOf(cy: Core): Frame {
  const places = cy.nodes().map((node) => node.position());
  const [x1, x2] = rangeOf(places.map(({ x }) => x));
  const [y1, y2] = rangeOf(places.map(({ y }) => y));
  const scale = Math.min((WIDTH - 2 * MARGIN) / (x2 - x1 + DISC), (HEIGHT - 2 * MARGIN) / (y2 - y1 + DISC));
  const left = (x1 + x2) / 2 - WIDTH / 2 / scale;
  return { scale, left, top: (y1 + y2) / 2 - HEIGHT / 2 / scale };
}

function rangeOf(values: readonly number[]): readonly [least: number, most: number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

function dotsOf(canvas: HTMLCanvasElement, cy: Core): Dots {
  const tokens = readTokens(canvas);
  const frame = frameOf(cy);
  const { scale, left, top } = frame;
  const bitmap = document.createElement('canvas');
  bitmap.width = canvas.width;
  bitmap.height = canvas.height;
  const pen = bitmap.getContext('2d');
  pen?.scale(2, 2);
  cy.nodes().forEach((node) => {
    if (!pen) return;
    const { x, y } = node.position();
    pen.fillStyle = node.hasClass('path') ? tokens.sel : tokens.ctl;
    const size = node.hasClass('path') ? 3 : 2;
    pen.fillRect((x - left) * scale - size / 2, (y - top) * scale - size / 2, size, size);
  });
  return { frame, bitmap, ink: tokens.ink2 };
}

function drawMap(canvas: HTMLCanvasElement, cy: Core, { frame, bitmap, ink }: Dots): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.setTransform(2, 0, 0, 2, 0, 0);
  pen.clearRect(0, 0, WIDTH, HEIGHT);
  if (cy.nodes().empty()) return;
  pen.drawImage(bitmap, 0, 0, WIDTH, HEIGHT);
  const { scale, left, top } = frame;
  const view = cy.extent();
  pen.strokeStyle = ink;
  pen.lineWidth = 1;
  const x1 = Math.max(0.5, (view.x1 - left) * scale);
  const y1 = Math.max(0.5, (view.y1 - top) * scale);
  const x2 = Math.min(WIDTH - 0.5, (view.x2 - left) * scale);
  const y2 = Math.min(HEIGHT - 0.5, (view.y2 - top) * scale);
  pen.strokeRect(x1, y1, x2 - x1, y2 - y1);
}
