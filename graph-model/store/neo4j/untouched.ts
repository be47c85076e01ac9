import type { Table } from '../../rows.ts';

/**
 * Which rows of a publication need no look at what stands: in a store that showed nothing before, those whose ids come
 * after all that was written of their table. A load in order of id never has to look.
 */
export class Untouched {
  readonly #wasEmpty: boolean;
  readonly #last = new Map<Table, string>();

  constructor(base: number) {
    this.#wasEmpty = base === 0;
  }

  /** Has none of these ids, in order, a row? From now on they may have one, whatever comes of writing them. */
  take(table: Table, ids: readonly string[]): boolean {
    const last = this.#last.get(table) ?? '';
    const [least = '', greatest = ''] = [ids[0], ids.at(-1)];
    if (greatest > last) this.#last.set(table, greatest);
    return this.#wasEmpty && least > last;
  }
}
