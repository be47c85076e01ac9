/** The places between two durable writes, by name: a kill at any of them must lose nothing (tests kill at each). */
export const WRITE_POINTS = [
  'stage:opened',
  'stage:batch',
  'stage:file-done',
  'stage:complete',
  'publish:leased',
  'publish:batch',
  'publish:written',
  'publish:committed',
  'publish:disposed',
] as const;

export type WritePoint = (typeof WRITE_POINTS)[number];

/** How long work talks to whoever started it. */
export type Work = {
  readonly signal: AbortSignal;
  /** `done` of `total` units; total unknown when undefined. */
  progress(step: 'read' | 'check' | 'resolve' | 'write', done: number, total?: number): void;
  /** Called at each write point, after the write before it is durable. */
  reached(point: WritePoint): void;
};
