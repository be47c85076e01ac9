import type { RunFile, RunItem } from '#graph-model/store/sqlite/run-file.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import { compareText } from '#graph-model/text.ts';
import type { Item, ItemTable } from '#ingest/item.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { Place } from '#ingest/report/issue.ts';

/** Items on their way into the run file, each id once. */
export class Batch {
  readonly #items = new Map<ItemTable, Map<string, Item['value']>>();
  readonly #evidence = new Map<string, { readonly evidence: Evidence; readonly place: Place }>();

  add(item: Item): void {
    const ofTable = this.#items.get(item.table);
    if (ofTable) ofTable.set(item.value.id, item.value);
    else this.#items.set(item.table, new Map([[item.value.id, item.value]]));
  }

  /** Evidence may come more than once for one passage: it is one, whatever the order it came in. */
  addEvidence(evidence: Evidence, place: Place, log: IssueLog): void {
    const before = this.#evidence.get(evidence.id);
    const merged = before ? mergeEvidence(before.evidence, evidence, place, log) : evidence;
    this.#evidence.set(evidence.id, { evidence: merged, place });
  }

  /** Everything, merged with what the file holds already. */
  drain(file: RunFile, log: IssueLog): readonly RunItem[] {
    const held = file.values('evidence', [...this.#evidence.keys()]);
    const items: RunItem[] = [];
    for (const [table, values] of this.#items) for (const value of values.values()) items.push(runItem(table, value));
    for (const { evidence, place } of this.#evidence.values()) {
      const before = held.get(evidence.id);
      const merged = before ? mergeEvidence(JSON.parse(before) as Evidence, evidence, place, log) : evidence;
      items.push(runItem('evidence', merged));
    }
    this.clear();
    return items;
  }

  clear(): void {
    this.#items.clear();
    this.#evidence.clear();
  }
}

function runItem(table: ItemTable, value: { readonly id: string }): RunItem {
  return { table, id: value.id, value: JSON.stringify(value) };
}

/** The greater confidence, and of the notes the least by code point. */
function mergeEvidence(a: Evidence, b: Evidence, place: Place, log: IssueLog): Evidence {
  if (a.stance !== b.stance) log.add('EVIDENCE_CONTRADICTS', place);
  const [note] = [a.note, b.note].filter((text) => text !== undefined).sort(compareText);
  const confidence = Math.max(a.confidence, b.confidence);
  const { note: _note, ...rest } = a;
  return { ...rest, confidence, ...(note === undefined ? {} : { note }) };
}
