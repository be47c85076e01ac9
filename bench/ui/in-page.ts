/** What the page of a bench has on its window: the instance that browser tests see too, or that of plain Cytoscape. */
export type Drawn = {
  readonly __longlianGraph?: {
    nodes(selector?: string): {
      readonly length: number;
      map<T>(each: (node: { renderedPosition(): { x: number; y: number } }) => T): T[];
    };
    on(event: string, hear: () => void): void;
    container(): HTMLElement;
  };
  /** Times of the renders since they were last watched. */
  readonly __renders?: readonly number[];
  /** When the deed that is timed was done: `performance.now()`. */
  readonly __deed?: number;
};
