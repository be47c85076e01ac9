import { compareText } from '#graph-model/text.ts';

/** Bytes of one id: a letter and 20 base32 characters (graph-model/ids.ts). */
const WIDTH = 21;

/**
 * Ids in code point order in one block of bytes, 21 each: a million ids are 21 MB, as strings they would be 60.
 * The place of an id in the list is its dense index.
 */
export class PackedIds {
  readonly #bytes: Buffer;
  #length = 0;

  constructor(capacity: number) {
    this.#bytes = Buffer.alloc(capacity * WIDTH);
  }

  get length(): number {
    return this.#length;
  }

  get byteLength(): number {
    return this.#bytes.byteLength;
  }

  /** @throws RangeError unless `id` sorts after all before it and there is room. */
  push(id: string): void {
    if (id.length !== WIDTH) throw new RangeError(`not an id: ${id}`);
    if (this.#length > 0 && compareText(this.at(this.#length - 1), id) >= 0) throw new RangeError('ids out of order');
    const start = this.#length * WIDTH;
    if (start + WIDTH > this.#bytes.length) throw new RangeError('more ids than were counted');
    this.#bytes.write(id, start, WIDTH, 'latin1');
    this.#length++;
  }

  at(index: number): string {
    return this.#bytes.toString('latin1', index * WIDTH, (index + 1) * WIDTH);
  }

  /** The index of an id, or -1. */
  indexOf(id: string): number {
    let low = 0;
    let high = this.#length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareText(this.at(middle), id);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
