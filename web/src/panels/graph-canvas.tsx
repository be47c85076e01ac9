import type { Core } from 'cytoscape';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { Kind } from '../api/fragments.ts';
import type { Choice } from '../canvas/chosen.ts';
import type { Model } from '../canvas/elements.ts';
import { neighboursOf, nearestIn, nextEdge, type Direction } from '../canvas/keyboard.ts';
import type { Positions } from '../canvas/layout-steps.ts';
import { Legend } from '../canvas/legend.tsx';
import { Minimap } from '../canvas/minimap.tsx';
import type { Scene } from '../canvas/scene.ts';
import { useCytoscape } from '../canvas/use-cytoscape.ts';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { say } from '../state/live.ts';

type Props = {
  readonly model: Model;
  /** What could be drawn, and what of it is chosen. */
  readonly whole: Model;
  readonly choice: Choice;
  readonly folded: boolean;
  readonly scene: Scene;
  readonly positions: Positions | null;
  /** Is given what tells where things stand now, moved by hand or not. */
  readonly onPlaces: (now: () => Positions | null) => void;
  readonly theme: string;
  readonly compact: boolean;
  readonly state: 'loading' | 'layout' | 'idle';
  readonly onSelect: (id: string | null) => void;
  readonly onExpand: (id: string) => void;
  /** A key that does something to the node where the cursor stands; false when it is none. */
  readonly onNodeKey: (key: string, id: string) => boolean;
  readonly onKind: (kind: Kind) => void;
  readonly onType: (type: string) => void;
  readonly onFold: () => void;
  readonly onHelp: () => void;
  readonly onRelayout: () => void;
  readonly onStopLayout: () => void;
};

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const ROOMY = { top: 64, side: 72 };
/** A label of three lines under the lowest node, and the gap below the legend. */
const BELOW = 72;
const TIGHT = { top: 40, bottom: 52, side: 58 };

/** The picture and its keys. One tab stop; the list beside it shows and does the same. */
export function GraphCanvas(props: Props) {
  const { model, scene, positions, theme, state, onSelect, onExpand } = props;
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const [at, setAt] = useState<string | null>(null);
  const [edge, setEdge] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [full, setFull] = useState(false);
  const [settled, setSettled] = useState<Positions | null>(null);
  const compact = props.compact && !full;
  const node = at !== null && scene.nodes.has(at) ? at : null;
  const under = node === null ? undefined : scene.nodes.get(node);
  const cursor = useMemo(() => ({ node, shown: focused }), [node, focused]);
  const legend = useRef<HTMLElement>(null);
  const onSettled = useCallback(() => setSettled(positions), [positions]);

  const { host, overlay, core, fit } = useCytoscape({
    model,
    positions,
    scene,
    cursor,
    cursorEdge: focused ? edge : null,
    theme,
    compact,
    insets: () => (compact ? TIGHT : { ...ROOMY, bottom: BELOW + (legend.current?.offsetHeight ?? 0) }),
    onSelect(id) {
      if (scene.nodes.has(id)) setAt(id);
      onSelect(id);
    },
    onExpand,
    onBackground: () => onSelect(null),
    onSettled,
  });

  const { onPlaces } = props;
  useEffect(() => {
    onPlaces(() => (positions && core.current ? placesIn(core.current) : null));
  }, [onPlaces, positions, core]);

  function moveTo(id: string | null): void {
    const next = id === null ? undefined : scene.nodes.get(id);
    if (!next) return;
    setAt(next.id);
    setEdge(null);
    say(`${nameOf(next)}${words.app.and}${words.kinds[next.kind]}`);
  }

  function turnEdge(step: 1 | -1): void {
    const next = node === null ? null : nextEdge(node, edge, step, model.edges);
    if (!next) return;
    setEdge(next.id);
    const [from, to] = [scene.nodes.get(next.source), scene.nodes.get(next.target)];
    if (!from || !to) return;
    say(`${nameOf(from)} ${next.label ? said(next.label, lang) : words.drawer.firstEdge} ${nameOf(to)}`);
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    const start = node ?? scene.selection ?? model.nodes[0]?.id ?? null;
    if (direction && positions && start !== null) {
      const all = event.altKey ? scene.nodes.keys() : neighboursOf(start, model.edges);
      moveTo(node === null ? start : nearestIn(direction, start, all, positions));
    } else if (event.altKey) return;
    else if (event.key === ']' || event.key === '[') turnEdge(event.key === ']' ? 1 : -1);
    else if (event.key === 'Enter' && (edge ?? node) !== null) onSelect(edge ?? node);
    else if (node !== null && props.onNodeKey(event.key.toLowerCase(), node)) setEdge(null);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function leave(): void {
    if (edge !== null) setEdge(null);
    else if (scene.selection !== null) onSelect(null);
    else setAt(null);
  }

  const busy = state === 'idle' && positions !== null && settled !== positions ? 'layout' : state;
  return (
    <section className={`canvas ${full ? 'full' : ''}`} aria-label={words.explore.canvas}>
      <div
        className="canvas-host"
        role="group"
        tabIndex={0}
        aria-label={words.explore.canvas}
        aria-describedby="canvas-help"
        data-graph-state={busy}
        onKeyDown={press}
        onFocus={(event) => {
          setFocused(event.currentTarget.matches(':focus-visible'));
          if (node === null)
            setAt(
              scene.selection !== null && scene.nodes.has(scene.selection)
                ? scene.selection
                : (model.nodes[0]?.id ?? null),
            );
        }}
        onBlur={() => setFocused(false)}
      >
        <div className="canvas-core" ref={host} />
        <canvas className="canvas-overlay" ref={overlay} aria-hidden="true" />
      </div>
      {focused && under && under.lines.join('').endsWith('…') && (
        <p className="canvas-name" aria-hidden="true">
          {under.shown}
        </p>
      )}
      <p id="canvas-help" className="unseen">
        {words.explore.canvasHelp}
      </p>
      {model.nodes.length > 0 && (
        <div className="canvas-tools">
          {!compact && (
            <Button className="button" onPress={props.onRelayout}>
              {words.explore.relayout}
            </Button>
          )}
          {!compact && (
            <Button className="button" aria-pressed={props.folded} onPress={props.onFold}>
              {props.folded ? words.ties.unfold : words.ties.fold}
            </Button>
          )}
          <Button className="button" onPress={() => fit()}>
            {words.explore.fit}
          </Button>
          {!props.compact && (
            <Button className="button" onPress={props.onHelp}>
              {words.ties.keys} <kbd aria-hidden="true">?</kbd>
            </Button>
          )}
          {props.compact && (
            <Button className="button" aria-pressed={full} onPress={() => setFull(!full)}>
              {full ? words.explore.leaveFullscreen : words.explore.fullscreen}
            </Button>
          )}
          {state === 'layout' && (
            <span className="caption laying">
              {words.explore.laying}
              <Button className="link" onPress={props.onStopLayout}>
                {words.explore.stopLayout}
              </Button>
            </span>
          )}
        </div>
      )}
      {!compact && props.whole.nodes.length > 0 && (
        <Legend ref={legend} whole={props.whole} choice={props.choice} onKind={props.onKind} onType={props.onType} />
      )}
      {!compact && model.nodes.length > 0 && <Minimap core={core} turn={settled} />}
    </section>
  );
}

function placesIn(core: Core): Positions {
  return Object.fromEntries(core.nodes().map((node) => [node.id(), { ...node.position() }]));
}
