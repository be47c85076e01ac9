/** Characters of one id: a letter and 20 of base32 (graph-model/ids.ts). */
const WIDTH = 21;

/** Of these, as many as 30 bits hold are compared as one number. */
const KEYED = 6;

/**
 * Ids in code point order in one block of bytes: a million are 25 MB, as strings they would be 60. The place of an id
 * in the list is its dense index.
 */
export class PackedIds {
  readonly #bytes: Buffer;
  readonly #keys: Uint32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = Buffer.alloc(capacity * WIDTH);
    this.#keys = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  get byteLength(): number {
    return this.#bytes.byteLength + this.#keys.byteLength;
  }

  /** @throws RangeError unless `id` sorts after all before it and there is room. */
  push(id: string): void {
    if (id.length !== WIDTH) throw new RangeError(`not an id: ${id}`);
    if (this.#length > 0 && this.#order(this.#length - 1, id) >= 0) throw new RangeError('ids out of order');
    if (this.#length >= this.#keys.length) throw new RangeError('more ids than were counted');
    this.#bytes.write(id, this.#length * WIDTH, WIDTH, 'latin1');
    this.#keys[this.#length] = keyOf(id);
    this.#length++;
  }

  /** Adds those of `ids` from `start` up to `end`. @throws RangeError as `push` does */
  append(ids: PackedIds, start: number, end: number): void {
    if (start === end) return;
    if (this.#length > 0 && this.#order(this.#length - 1, ids.at(start)) >= 0) throw new RangeError('ids out of order');
    this.#bytes.set(ids.#bytes.subarray(start * WIDTH, end * WIDTH), this.#length * WIDTH);
    this.#keys.set(ids.#keys.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  at(index: number): string {
    return this.#bytes.toString('latin1', index * WIDTH, (index + 1) * WIDTH);
  }

  /** The index of an id, or -1. */
  indexOf(id: string): number {
    if (id.length !== WIDTH) return -1;
    const rank = this.rank(id);
    return rank < this.#length && this.#order(rank, id) === 0 ? rank : -1;
  }

  /** How many ids sort before `id`. */
  rank(id: string): number {
    const keys = this.#keys;
    const key = keyOf(id);
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    while (low < this.#length && keys[low] === key && this.#order(low, id) < 0) low++;
    return low;
  }

  /** Ids are ASCII: bytes are code points. */
  #order(index: number, id: string): number {
    const start = index * WIDTH;
    for (let i = 0; i < WIDTH; i++) {
      const difference = (this.#bytes[start + i] ?? 0) - id.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** The characters after the letter as a number that sorts as they do: 2 to 7 before a to z. */
function keyOf(id: string): number {
  let key = 0;
  for (let i = 1; i <= KEYED; i++) {
    const code = id.charCodeAt(i);
    key = key * 32 + (code >= 97 ? Math.min(code - 91, 31) : Math.max(Math.min(code - 50, 5), 0));
  }
  return key;
}
