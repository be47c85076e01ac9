import type { Core } from 'cytoscape';

/** Free room at the edges of the canvas in pixels: labels, buttons above, legend below. */
export type Insets = { readonly top: number; readonly bottom: number; readonly side: number };

const MAX_ZOOM = 1.25;

/** Where the camera must stand so that these nodes fill the free room. Null when there is nothing or no room. */
export function viewportFor(
  cy: Core,
  ids: readonly string[],
  insets: Insets,
): { readonly zoom: number; readonly pan: { readonly x: number; readonly y: number } } | null {
  const points = ids
    .map((id) => cy.getElementById(id))
    .filter((node) => node.nonempty())
    .map((node) => node.position());
  const width = cy.width() - 2 * insets.side;
  const height = cy.height() - insets.top - insets.bottom;
  if (points.length === 0 || width <= 0 || height <= 0) return null;
  const left = Math.min(...points.map((point) => point.x));
  const right = Math.max(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  const bottom = Math.max(...points.map((point) => point.y));
  const zoom = Math.max(
    cy.minZoom(),
    Math.min(MAX_ZOOM, width / Math.max(1, right - left), height / Math.max(1, bottom - top)),
  );
  return {
    zoom,
    pan: {
      x: insets.side + width / 2 - (zoom * (left + right)) / 2,
      y: insets.top + height / 2 - (zoom * (top + bottom)) / 2,
    },
  };
}
