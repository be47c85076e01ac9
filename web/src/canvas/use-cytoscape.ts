import cytoscape, { type Core } from 'cytoscape';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { viewportFor, type Insets } from './camera.ts';
import type { Model } from './elements.ts';
import type { Positions } from './layout-steps.ts';
import { movedOverlay, type MovedOverlay } from './moved-overlay.ts';
import { paint, type Cursor } from './paint.ts';
import type { Scene } from './scene.ts';
import { stylesOf } from './styles.ts';
import { syncClasses, syncElements } from './sync.ts';
import { readTokens, type Tokens } from './tokens.ts';

export type CanvasInput = {
  readonly model: Model;
  /** Null while the layout runs: the picture stays as it was. */
  readonly positions: Positions | null;
  readonly scene: Scene;
  readonly cursor: Cursor;
  readonly cursorEdge: string | null;
  readonly theme: string;
  /** Words of path and doubt only, and the path fills the canvas. */
  readonly compact: boolean;
  /** Asked each time the camera is placed. */
  readonly insets: () => Insets;
  readonly onSelect: (id: string) => void;
  readonly onExpand: (id: string) => void;
  readonly onBackground: () => void;
  /** The positions are on the canvas and the camera stands. */
  readonly onSettled: () => void;
};

export type CanvasHandle = {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly overlay: RefObject<HTMLCanvasElement | null>;
  readonly core: RefObject<Core | null>;
  readonly fit: () => void;
};

/** The only hook that touches the Cytoscape instance: made once, fed by differences, never by React renders. */
export function useCytoscape(input: CanvasInput): CanvasHandle {
  const host = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const core = useRef<Core | null>(null);
  const tokens = useRef<Tokens | null>(null);
  const applied = useRef<Positions>({});
  const layer = useRef<MovedOverlay | null>(null);
  const latest = useRef(input);

  const fit = useCallback((smoothly = true) => {
    const { scene, compact, insets, model } = latest.current;
    const ids = compact && scene.pathNodes.size > 0 ? [...scene.pathNodes] : model.nodes.map((node) => node.id);
    const viewport = core.current && viewportFor(core.current, ids, insets());
    if (!core.current || !viewport) return;
    if (smoothly && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      core.current.animate(viewport, { duration: 200, easing: 'ease-out' });
    } else {
      core.current.viewport(viewport);
    }
  }, []);

  useEffect(() => {
    latest.current = input;
  });

  useEffect(() => {
    if (!host.current || !overlay.current) return;
    const cy = cytoscape({
      container: host.current,
      minZoom: 0.12,
      maxZoom: 3,
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    core.current = cy;
    listen(cy, latest);
    const moved = movedOverlay(overlay.current, cy, (pen, margin) => {
      const { scene, cursor, compact } = latest.current;
      if (tokens.current) paint(pen, cy, scene, tokens.current, cursor, compact, margin);
    });
    layer.current = moved;
    const observer = new ResizeObserver(() => {
      cy.resize();
      fit(false);
      moved.changed();
    });
    observer.observe(host.current);
    exposeForTests(cy);
    void document.fonts.load('400 12px "LL Latin"').then(() => layer.current?.changed());
    return () => {
      observer.disconnect();
      moved.stop();
      layer.current = null;
      core.current = null;
      applied.current = {};
      cy.destroy();
    };
  }, [fit]);

  useEffect(() => {
    if (!host.current || !core.current) return;
    tokens.current = readTokens(host.current);
    core.current.style(stylesOf(tokens.current));
    layer.current?.changed();
  }, [input.theme]);

  const { model, positions, scene, cursorEdge, onSettled } = input;
  useEffect(() => {
    if (!core.current || !positions) return;
    const before = applied.current;
    const fresh = core.current.nodes().empty();
    const moved = syncElements(core.current, model, positions, before);
    applied.current = positions;
    syncClasses(core.current, latest.current.scene, latest.current.cursorEdge);
    if (moved) fit(!fresh);
    layer.current?.changed();
    onSettled();
  }, [model, positions, fit, onSettled]);

  useEffect(() => {
    if (core.current) syncClasses(core.current, scene, cursorEdge);
    layer.current?.changed();
  }, [scene, cursorEdge]);

  useEffect(() => {
    layer.current?.changed();
  }, [input.cursor, input.compact]);

  return { host, overlay, core, fit };
}

function listen(cy: Core, latest: RefObject<CanvasInput>): void {
  cy.on('tap', 'node, edge', (event) => latest.current.onSelect(event.target.id()));
  cy.on('dbltap', 'node', (event) => latest.current.onExpand(event.target.id()));
  cy.on('tap', (event) => {
    if (event.target === cy) latest.current.onBackground();
  });
  cy.on('mouseover', 'node, edge', (event) => {
    event.target.addClass('hover');
    if (event.target.isNode()) event.target.connectedEdges().addClass('kin');
    else event.target.addClass('kin');
    cy.container()?.classList.add('pointing');
    // What stands on the canvas may be cut.
    if (event.target.isNode()) cy.container()?.setAttribute('title', String(event.target.data('fullName')));
  });
  cy.on('mouseout', 'node, edge', (event) => {
    event.target.removeClass('hover');
    const { scene, cursorEdge } = latest.current;
    syncClasses(cy, scene, cursorEdge, event.target.union(event.target.connectedEdges()));
    cy.container()?.classList.remove('pointing');
    cy.container()?.removeAttribute('title');
  });
}

/** Browser tests assert on the model, not on pixels; nobody else sees the instance. */
function exposeForTests(cy: Core): void {
  if (import.meta.env['VITE_TEST_HOOK'] || localStorage.getItem('longlian.test') === '1') {
    Object.assign(window, { __longlianGraph: cy });
  }
}
