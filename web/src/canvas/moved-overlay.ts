import type { Core } from 'cytoscape';

/** Painted around the view on each side, in CSS pixels: so far the picture can be dragged before it is painted again. */
const MARGIN = 256;
/** So long after the last move the picture is at rest. */
const REST_MS = 120;
/** Up to so many nodes a picture is painted anew at every step of a zoom; beyond, what is painted is stretched. */
const FEW = 400;

/** The camera when the bitmap was painted; its margin in pixels of the screen. */
type Painted = {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  readonly margin: number;
};

export type MovedOverlay = {
  /** Paints in the next frame, once for all that changes before it. */
  readonly changed: () => void;
  readonly stop: () => void;
};

/**
 * What is painted above Cytoscape's lines: into a bitmap larger than the view, of which the view shows its part. While
 * the camera moves another part is shown; it is painted again at rest, and where its edge would come into view.
 * @param paint paints in pixels of the view; what is more than `margin` away from it may be left out
 */
export function movedOverlay(
  canvas: HTMLCanvasElement,
  cy: Core,
  paint: (pen: CanvasRenderingContext2D, margin: number) => void,
): MovedOverlay {
  const bitmap = document.createElement('canvas');
  let painted: Painted | null = null;
  let isStale = false;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  function repaint(): void {
    clearTimeout(rest);
    const ratio = window.devicePixelRatio;
    const [width, height] = [cy.width(), cy.height()];
    // Whole pixels of the screen, so that the view begins on one.
    const margin = Math.round(MARGIN * ratio);
    fit(canvas, Math.round(width * ratio), Math.round(height * ratio));
    fit(bitmap, canvas.width + 2 * margin, canvas.height + 2 * margin);
    const pen = bitmap.getContext('2d');
    if (!pen) return;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, bitmap.width, bitmap.height);
    pen.setTransform(ratio, 0, 0, ratio, margin, margin);
    paint(pen, margin / ratio);
    painted = { zoom: cy.zoom(), ...cy.pan(), ratio, margin };
    show(-margin, -margin, 1);
  }

  /** The bitmap with its corner there in the view, in pixels of the screen. */
  function show(left: number, top: number, scale: number): void {
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, left, top, bitmap.width * scale, bitmap.height * scale);
  }

  /**
   * Edges have their places when Cytoscape has drawn, and it asked for this frame before: what it drew has been painted
   * by then. What Cytoscape has no need to draw, like a cursor, is painted here.
   */
  function changed(): void {
    isStale = true;
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      if (isStale) repaint();
    });
  }

  function follow(): void {
    const { x, y } = cy.pan();
    const zoom = cy.zoom();
    if (isStale || !painted || (zoom !== painted.zoom && cy.nodes().length <= FEW)) {
      isStale = false;
      repaint();
      return;
    }
    if (zoom === painted.zoom && x === painted.x && y === painted.y) return;
    const { ratio, margin } = painted;
    const scale = zoom / painted.zoom;
    // By whole pixels: a bitmap between them would be blurred.
    const left = Math.round(ratio * x - scale * (margin + ratio * painted.x));
    const top = Math.round(ratio * y - scale * (margin + ratio * painted.y));
    const isEdgeSeen =
      left > 0 || top > 0 || left + scale * bitmap.width < canvas.width || top + scale * bitmap.height < canvas.height;
    if (isEdgeSeen) {
      repaint();
      return;
    }
    show(left, top, scale);
    clearTimeout(rest);
    rest = setTimeout(repaint, REST_MS);
  }

  function noteMove(): void {
    isStale = true;
  }

  cy.on('render', follow);
  cy.on('position', 'node', noteMove);
  return {
    changed,
    stop() {
      clearTimeout(rest);
      if (frame !== undefined) cancelAnimationFrame(frame);
      cy.off('render', follow);
      cy.off('position', 'node', noteMove);
    },
  };
}

function fit(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
