import { compareText } from '#graph-model/text.ts';
import type { Item, ItemTable, ItemTypes } from '#ingest/item.ts';

/** What one process staged of a run, from its very start: publishing it then reads nothing back. */
export class Kept {
  readonly #items = new Map<ItemTable, Map<string, Item['value']>>();

  get<T extends ItemTable>(table: T, id: string): ItemTypes[T] | undefined {
    return this.#items.get(table)?.get(id) as ItemTypes[T] | undefined;
  }

  /** An id that is there already takes the new value. */
  put({ table, value }: Item): void {
    let ofTable = this.#items.get(table);
    if (ofTable === undefined) this.#items.set(table, (ofTable = new Map()));
    ofTable.set(value.id, value);
  }

  /** As they came, which is how they lie in memory: in order of id each would be fetched from somewhere else. */
  all<T extends ItemTable>(table: T): ItemTypes[T][] {
    return [...((this.#items.get(table)?.values() ?? []) as Iterable<ItemTypes[T]>)];
  }

  /** In code point order of the id. */
  sorted<T extends ItemTable>(table: T): ItemTypes[T][] {
    return this.all(table).sort((a, b) => compareText(a.id, b.id));
  }
}
