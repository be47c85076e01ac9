export type Queue<T> = {
  push(item: T): void;
  /** The first by the order, taken out. */
  pop(): T | undefined;
  size(): number;
};

/** A binary heap. @param compare a whole order: two items are never equal, so what comes out does not depend on when it went in */
export function createQueue<T>(compare: (a: T, b: T) => number): Queue<T> {
  const heap: T[] = [];
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as T, heap[a] as T];
  };
  const isBefore = (a: number, b: number) => compare(heap[a] as T, heap[b] as T) < 0;

  function rise(at: number): void {
    for (let child = at; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!isBefore(child, parent)) return;
      swap(child, parent);
      child = parent;
    }
  }

  function sink(): void {
    for (let parent = 0; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let first = parent;
      if (left < heap.length && isBefore(left, first)) first = left;
      if (right < heap.length && isBefore(right, first)) first = right;
      if (first === parent) return;
      swap(first, parent);
      parent = first;
    }
  }

  return {
    push: (item) => {
      heap.push(item);
      rise(heap.length - 1);
    },
    pop: () => {
      const [first] = heap;
      const last = heap.pop();
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last;
        sink();
      }
      return first;
    },
    size: () => heap.length,
  };
}
