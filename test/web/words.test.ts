import { describe, expect, test } from 'vitest';
import type { DrawnNode } from '../../web/src/canvas/elements.ts';
import { overlap } from '../../web/src/canvas/label-sides.ts';
import { sceneOf } from '../../web/src/canvas/scene.ts';
import { placeWords, type Spot, type Stage } from '../../web/src/canvas/words.ts';

const VIEW = { left: 0, top: 0, right: 400, bottom: 300 };

/** A row of names 60 pixels apart, far beyond both sides of the view: more than have room below. */
const names = Array.from({ length: 40 }, (_, at) => `样板单位${String(at).padStart(2, '0')}号`);
const nodes = names.map((name, at): DrawnNode => ({
  id: `n${String(at).padStart(2, '0')}`,
  kind: 'Company',
  name,
  nameEn: null,
  shown: name,
  lines: [name],
  degree: 2,
  hidden: at % 3,
  doubtful: false,
  end: null,
  path: null,
  seed: false,
  members: [],
}));
const scene = sceneOf({ nodes, edges: [], hidden: 0 }, [], null, () => '');
const spots = new Map(nodes.map(({ id }, at): [string, Spot] => [id, { x: at * 60 - 1000, y: 150, radius: 14 }]));
const stage = (margin: number): Stage => ({
  width: VIEW.right,
  height: VIEW.bottom,
  zoom: 1,
  margin,
  every: false,
  middleOf: () => null,
});

describe('words with room around the view', () => {
  const still = placeWords(stage(0), scene, spots, false).labels;
  const moved = placeWords(stage(256), scene, spots, false).labels;

  test('what is seen at rest is the same', () => {
    const seen = [...moved].filter(([, { rect }]) => overlap(rect, VIEW));
    expect(still.size).toBe(5);
    expect(seen).toEqual([...still]);
  });

  test('beyond the view there are labels for when the picture is moved, as far as the room goes', () => {
    const beyond = [...moved].filter(([, { rect }]) => !overlap(rect, VIEW)).map(([id]) => spots.get(id)?.x ?? 0);
    expect(beyond.length).toBeGreaterThan(4);
    expect(Math.min(...beyond)).toBeGreaterThanOrEqual(-256);
    expect(Math.max(...beyond)).toBeLessThanOrEqual(400 + 256);
  });
});
