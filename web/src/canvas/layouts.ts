import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { clearPath } from './clear-path.ts';
import type { LayoutRequest, LayoutStep, Point, Positions } from './layout-steps.ts';
import { seededRandom } from './random.ts';
import { placeRing } from './ring.ts';

cytoscape.use(fcose);

type Force = Extract<LayoutStep, { kind: 'force' }>;

/** Runs the steps of a request one after another. Same request, same positions; made for a worker, no page needed. */
export function layOut(request: LayoutRequest): Positions {
  let positions: Positions = {};
  const boxes = new Map<string, { id: string; width: number; height: number }>();
  for (const step of request.steps) {
    if (step.kind === 'force') {
      positions = runForce(step, request.seed);
    } else {
      const taken = [...boxes.values()].map((box) => ({ ...box, ...(positions[box.id] ?? ORIGIN) }));
      const centre = positions[step.around] ?? ORIGIN;
      positions = { ...positions, ...placeRing(centre, step.nodes, taken) };
    }
    for (const node of step.nodes) boxes.set(node.id, node);
  }
  return positions;
}

const ORIGIN: Point = { x: 0, y: 0 };
const SPINE_STEP = 205;
const SPINE_RISE = 62;

function runForce(step: Force, seed: number): Positions {
  if (step.nodes.length === 0) return {};
  if (step.nodes.length === 1) return Object.fromEntries(step.nodes.map((node) => [node.id, ORIGIN]));
  const graph = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...step.nodes.map((node) => ({ data: { ...node } })),
      ...step.lines.map((line, index) => ({ data: { id: `line ${index}`, ...line } })),
    ],
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } }],
  });
  // fcose takes its chances from Math.random and offers no seed of its own.
  const original = Math.random;
  Math.random = seededRandom(seed);
  try {
    graph.layout(optionsFor(step)).run();
  } finally {
    Math.random = original;
  }
  const positions = Object.fromEntries(
    graph.nodes().map((node) => [node.id(), { x: round(node.position('x')), y: round(node.position('y')) }]),
  );
  graph.destroy();
  return step.nodes.length <= 300 ? clearPath(positions, step.nodes, step.spine, step.lines) : positions;
}

function optionsFor(step: Force): cytoscape.LayoutOptions {
  const present = new Set(step.nodes.map((node) => node.id));
  const spine = step.spine.filter((id) => present.has(id));
  const options = {
    name: 'fcose',
    quality: step.nodes.length <= 400 ? 'proof' : 'default',
    animate: false,
    randomize: true,
    fit: false,
    packComponents: true,
    nodeDimensionsIncludeLabels: false,
    nodeSeparation: 90,
    nodeRepulsion: () => 9000,
    idealEdgeLength: () => 92,
    edgeElasticity: () => 0.35,
    gravity: 0.3,
    gravityRange: 2.5,
    numIter: 2500,
    tile: true,
    tilingPaddingVertical: 24,
    tilingPaddingHorizontal: 32,
    ...(spine.length > 1 && { fixedNodeConstraint: zigzag(spine) }),
  };
  return options;
}

/** The first path runs from left to right, up and down a little so that labels and words find room. */
function zigzag(spine: readonly string[]): { nodeId: string; position: Point }[] {
  const middle = (spine.length - 1) / 2;
  return spine.map((id, index) => ({
    nodeId: id,
    position: { x: (index - middle) * SPINE_STEP, y: index % 2 === 0 ? -SPINE_RISE : SPINE_RISE },
  }));
}

/** Hundredths of a pixel, so that a picture can be compared as text. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
