import { identifyCoverage, type Coverage } from '#graph-model/facts/coverage.ts';
import { identifyDecision, type Decision } from '#graph-model/facts/decision.ts';
import { identifyEvidence, type Evidence } from '#graph-model/facts/evidence.ts';
import { identifyPassage, Locator, type Passage } from '#graph-model/facts/passage.ts';
import { identifyRecord, type Record } from '#graph-model/facts/record.ts';
import type { Scope } from '#graph-model/facts/scope.ts';
import type { Source } from '#graph-model/facts/source.ts';
import { identifyStatement, type Saying, type Statement } from '#graph-model/facts/statement.ts';
import { runId, type SourceId } from '#graph-model/ids.ts';
import { compareText } from '#graph-model/text.ts';
import type { ItemTable, ItemTypes } from '#ingest/item.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import type { Thing } from './random-things.ts';

/** How a passage speaks for what it is read for. */
export type Reading = Pick<Evidence, 'confidence' | 'stance'> & {
  readonly locator: string;
  readonly text?: string;
  readonly note?: string;
};

/** What one owner tells, collected item by item: each id once. */
export class Telling {
  readonly owner: string;
  readonly #items: { readonly [T in ItemTable]: Map<string, ItemTypes[T]> } = {
    source: new Map(),
    scope: new Map(),
    passage: new Map(),
    record: new Map(),
    statement: new Map(),
    evidence: new Map(),
    coverage: new Map(),
    decision: new Map(),
    crossDecision: new Map(),
  };

  constructor(owner: string) {
    this.owner = owner;
  }

  source(source: Source): void {
    this.#items.source.set(source.id, source);
  }

  scope(scope: Scope): void {
    this.#items.scope.set(scope.id, scope);
  }

  /** A thing as the source prints it. */
  record(source: Source, { kind, name }: Thing): Record {
    const record = identifyRecord({ source: source.id, kind, key: name, name });
    this.#items.record.set(record.id, record);
    return record;
  }

  say(source: Source, saying: Saying, reading: Reading): Statement {
    const statement = identifyStatement(saying);
    this.#items.statement.set(statement.id, statement);
    this.read(source, statement, reading);
    return statement;
  }

  /** One more passage for a statement, or against it. */
  read(source: Source, statement: Statement, { locator, text, note, confidence, stance }: Reading): void {
    const passage: Passage = identifyPassage(source.id, Locator.parse(locator), text);
    if (!this.#items.passage.has(passage.id)) this.#items.passage.set(passage.id, passage);
    const says = { statement: statement.id, passage: passage.id, source: source.id, owner: this.owner };
    const noted = note === undefined ? {} : { note };
    const evidence = identifyEvidence({ ...says, confidence, stance, ...noted });
    this.#items.evidence.set(evidence.id, evidence);
  }

  cover(source: Source, says: Pick<Coverage, 'subject' | 'place' | 'date' | 'extent'>): void {
    const coverage = identifyCoverage({ ...says, source: source.id, owner: this.owner });
    this.#items.coverage.set(coverage.id, coverage);
  }

  decide(decision: Parameters<typeof identifyDecision>[0]): void {
    const identified: Decision = identifyDecision(decision);
    this.#items.decision.set(identified.id, identified);
  }

  items<T extends ItemTable>(table: T): readonly ItemTypes[T][] {
    return [...this.#items[table].values()];
  }

  /** The same telling without what `keep` does not want. */
  only(keep: <T extends ItemTable>(table: T, item: ItemTypes[T]) => boolean): Telling {
    const less = new Telling(this.owner);
    const copy = <T extends ItemTable>(table: T) => {
      for (const item of this.items(table)) if (keep(table, item)) less.#items[table].set(item.id, item);
    };
    for (const table of Object.keys(this.#items) as ItemTable[]) copy(table);
    return less;
  }
}

/**
 * A run of what is told, as staging would hand it to publishing.
 * @param about `name` tells the runs of one world apart
 */
export function runOf(
  telling: Telling,
  about: { readonly name: string; readonly asOf: string; readonly reread?: readonly SourceId[] },
): StagedRun {
  const { name, asOf, reread = 'all' } = about;
  const sorted = new Map<ItemTable, readonly { readonly id: string }[]>();
  const inOrder = <T extends ItemTable>(table: T) => {
    const known = sorted.get(table) ?? [...telling.items(table)].sort((a, b) => compareText(a.id, b.id));
    sorted.set(table, known);
    return known as readonly ItemTypes[T][];
  };
  return {
    id: runId({ name }),
    owner: telling.owner,
    title: name,
    asOf,
    reread,
    async *items(table) {
      const items = inOrder(table);
      for (let at = 0; at < items.length; at += 2_000) yield items.slice(at, at + 2_000);
    },
    count: async (table) => telling.items(table).length,
    dispose: async () => {},
  };
}
