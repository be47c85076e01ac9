import type { RunFile, RunItem } from '#graph-model/store/sqlite/run-file.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import { compareText } from '#graph-model/text.ts';
import type { Item } from '#ingest/item.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { Place } from '#ingest/report/issue.ts';
import { Kept } from './kept.ts';

/** Items on their way into the run file. */
export class Batch {
  /** What went before, where it is known; else what is on its way. */
  #held: Kept;
  readonly #isWhole: boolean;
  readonly #items: Item[] = [];
  readonly #evidence = new Map<string, { readonly evidence: Evidence; readonly place: Place }>();

  /** @param kept takes every item; undefined where the file holds more than this process knows of */
  constructor(kept: Kept | undefined) {
    this.#held = kept ?? new Kept();
    this.#isWhole = kept !== undefined;
  }

  add(item: Item): void {
    const before = this.#held.get(item.table, item.value.id);
    if (before !== undefined && isSame(item, before)) return;
    this.#held.put(item);
    this.#items.push(item);
  }

  /** Evidence may come more than once for one passage: it is one, whatever the order it came in. */
  addEvidence(evidence: Evidence, place: Place, log: IssueLog): void {
    const before = this.#evidence.get(evidence.id);
    const merged = before ? mergeEvidence(before.evidence, evidence, place, log) : evidence;
    this.#evidence.set(evidence.id, { evidence: merged, place });
  }

  /** Everything, merged with what the file holds already. */
  drain(file: RunFile, log: IssueLog): readonly RunItem[] {
    const held = this.#isWhole ? this.#held : heldBy(file, [...this.#evidence.keys()]);
    for (const { evidence, place } of this.#evidence.values()) {
      const before = held.get('evidence', evidence.id);
      const item = {
        table: 'evidence',
        value: before ? mergeEvidence(before, evidence, place, log) : evidence,
      } as const;
      this.#held.put(item);
      this.#items.push(item);
    }
    const items = this.#items.map(({ table, value }) => ({ table, id: value.id, value: JSON.stringify(value) }));
    this.clear();
    return items;
  }

  clear(): void {
    if (!this.#isWhole) this.#held = new Kept();
    this.#items.length = 0;
    this.#evidence.clear();
  }
}

/** Statements and passages are what their ids say; the others may be told otherwise. */
function isSame({ table, value }: Item, before: Item['value']): boolean {
  return value === before || table === 'statement' || table === 'passage';
}

function heldBy(file: RunFile, ids: readonly string[]): Pick<Kept, 'get'> {
  const kept = new Kept();
  for (const text of file.values('evidence', ids).values()) {
    kept.put({ table: 'evidence', value: JSON.parse(text) as Evidence });
  }
  return kept;
}

/** The greater confidence, and of the notes the least by code point. */
function mergeEvidence(a: Evidence, b: Evidence, place: Place, log: IssueLog): Evidence {
  if (a.stance !== b.stance) log.add('EVIDENCE_CONTRADICTS', place);
  const [note] = [a.note, b.note].filter((text) => text !== undefined).sort(compareText);
  const confidence = Math.max(a.confidence, b.confidence);
  const { note: _note, ...rest } = a;
  return { ...rest, confidence, ...(note === undefined ? {} : { note }) };
}
