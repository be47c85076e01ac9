import type { Core } from 'cytoscape';

/** Painted around the view on each side, in CSS pixels: so far the picture can be dragged before it is painted again. */
const MARGIN = 256;
/** So long after the last move the picture is at rest. */
const REST_MS = 120;
/** Up to so many nodes a picture is painted anew at every step of a zoom; beyond, what is painted is stretched. */
const FEW = 400;

type Painted = { readonly zoom: number; readonly x: number; readonly y: number };

export type MovedOverlay = {
  /** Paints now. */
  readonly repaint: () => void;
  /** Paints now and, since edges have their places only then, once more when Cytoscape has drawn. */
  readonly changed: () => void;
  readonly stop: () => void;
};

/**
 * What is painted above Cytoscape's lines, in a bitmap larger than the view. While the camera moves the bitmap moves
 * with it; it is painted again at rest, and where its edge would come into view.
 * @param paint paints in pixels of the view; what is more than `margin` away from it may be left out
 */
export function movedOverlay(
  canvas: HTMLCanvasElement,
  cy: Core,
  paint: (pen: CanvasRenderingContext2D, margin: number) => void,
): MovedOverlay {
  let painted: Painted | null = null;
  let isStale = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function repaint(): void {
    clearTimeout(rest);
    const ratio = window.devicePixelRatio;
    // Whole pixels of the screen, so that the view begins on one.
    const margin = Math.round(MARGIN * ratio) / ratio;
    const pen = fitted(canvas, cy.width(), cy.height(), margin, ratio);
    if (!pen) return;
    paint(pen, margin);
    canvas.style.transform = '';
    painted = { zoom: cy.zoom(), ...cy.pan() };
  }

  function changed(): void {
    isStale = true;
    repaint();
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
    const scale = zoom / painted.zoom;
    const ratio = window.devicePixelRatio;
    const margin = Math.round(MARGIN * ratio) / ratio;
    // Where the corner of the bitmap comes to stand in the view.
    const left = x - scale * (margin + painted.x);
    const top = y - scale * (margin + painted.y);
    const right = left + scale * (cy.width() + 2 * margin);
    const bottom = top + scale * (cy.height() + 2 * margin);
    if (left > 0 || top > 0 || right < cy.width() || bottom < cy.height()) {
      repaint();
      return;
    }
    // By whole pixels of the screen: a bitmap between them would have to be computed anew.
    const [across, down] = [left + margin, top + margin].map((way) => Math.round(way * ratio) / ratio);
    canvas.style.transform =
      scale === 1 ? `translate(${across}px, ${down}px)` : `translate(${across}px, ${down}px) scale(${scale})`;
    clearTimeout(rest);
    rest = setTimeout(repaint, REST_MS);
  }

  function stop(): void {
    clearTimeout(rest);
    cy.off('render', follow);
    cy.off('position', 'node', noteMove);
  }

  function noteMove(): void {
    isStale = true;
  }

  cy.on('render', follow);
  cy.on('position', 'node', noteMove);
  return { repaint, changed, stop };
}

/** The bitmap cleared and as large as the view and its margin, its pen at the corner of the view. */
function fitted(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  margin: number,
  ratio: number,
): CanvasRenderingContext2D | null {
  const [across, down] = [width, height].map((side) => Math.round((side + 2 * margin) * ratio));
  if (across === undefined || down === undefined) return null;
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  Object.assign(canvas.style, {
    left: `${-margin}px`,
    top: `${-margin}px`,
    width: `${width + 2 * margin}px`,
    height: `${height + 2 * margin}px`,
  });
  const pen = canvas.getContext('2d');
  pen?.setTransform(ratio, 0, 0, ratio, margin * ratio, margin * ratio);
  pen?.clearRect(-margin, -margin, width + 2 * margin, height + 2 * margin);
  return pen;
}
