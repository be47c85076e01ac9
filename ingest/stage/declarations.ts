import type { SourceId } from '#graph-model/ids.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { compareText } from '#graph-model/text.ts';
import { didYouMean } from '#ingest/report/near.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { Place } from '#ingest/report/issue.ts';

/** A thing that some row declares. */
export type Declaration = {
  readonly source: SourceId;
  readonly kind: Kind;
  readonly key: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
};

/** What a reference may be taken for. `several` when it cannot be told which. */
export type Resolution =
  | { readonly found: Pick<Declaration, 'kind' | 'key' | 'name'> }
  | { readonly several: readonly Declaration[] }
  | { readonly none: true };

const COMPARED_IN_FULL = 5_000;

/** Everything the tables of a folder declare, found by key and by name, whatever the order of rows and tables. */
export class Declarations {
  readonly #byIdentity = new Map<string, Declaration>();
  readonly #byWord = new Map<string, Declaration[]>();
  /** Some table could not be read to its end: what is not found may stand in the rest. */
  incomplete = false;

  /** One key of one source and kind has one name; a second one is an issue. */
  add(said: Declaration, place: Place, log: IssueLog): void {
    const one = { ...said, key: owned(said.key), name: owned(said.name) };
    const identity = `${one.source}\n${one.kind}\n${one.key}`;
    const before = this.#byIdentity.get(identity);
    if (before) {
      if (before.name !== one.name) {
        const where = `${before.file}:${before.line}`;
        log.add('KEY_WITH_TWO_NAMES', { ...place, value: one.name }, { key: one.key, where, other: before.name });
      }
      return;
    }
    this.#byIdentity.set(identity, one);
    this.#index(one.key, one);
    if (one.name !== one.key) this.#index(one.name, one);
  }

  /** In the order in which the tables declare them. */
  all(): Iterable<Declaration> {
    return this.#byIdentity.values();
  }

  /**
   * A word in a row of a source: a key or a name. Of things that the source itself declares it is one of those;
   * else one of what the others declare, as long as they agree on kind and key.
   */
  resolve(word: string, source: SourceId, kinds?: readonly Kind[]): Resolution {
    const all = (this.#byWord.get(word) ?? []).filter((one) => kinds?.includes(one.kind) ?? true);
    const own = all.filter((one) => one.source === source);
    const candidates = own.length > 0 ? own : all;
    const [first] = candidates;
    if (!first) return { none: true };
    if (candidates.some((one) => one.kind !== first.kind || one.key !== first.key)) return { several: candidates };
    // Sources may spell one key differently: the least name, so that the order of files decides nothing.
    const name = candidates.map((one) => one.name).reduce((a, b) => (compareText(a, b) <= 0 ? a : b));
    return { found: { kind: first.kind, key: first.key, name } };
  }

  /** Words for a person who wrote one that resolves to nothing or to several. */
  near(word: string): Label {
    const half = Math.ceil([...word].length / 2);
    const alike = (candidate: string) => {
      let common = 0;
      for (const character of word) if (candidate.includes(character)) common++;
      return common >= half && candidate.length <= 4 * word.length;
    };
    const words = [...this.#byWord.keys()];
    // Comparing hundreds of thousands of names in earnest would take seconds for each issue.
    return didYouMean(word, words.length > COMPARED_IN_FULL ? words.filter(alike) : words);
  }

  #index(word: string, one: Declaration): void {
    const known = this.#byWord.get(word);
    if (known) known.push(one);
    else this.#byWord.set(word, [one]);
  }
}

/** The same text on its own: a part of a longer one would keep all of that, here a piece of the table, in memory. */
function owned(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Reports a reference that is not exactly one thing; true when it did. */
export function reportUnresolved(
  resolution: Resolution,
  declarations: Declarations,
  word: string,
  place: Place,
  log: IssueLog,
): boolean {
  if ('found' in resolution) return false;
  if ('several' in resolution) {
    const list = resolution.several.map(({ kind, key, file, line }) => `${kind} ${key} (${file}:${line})`);
    log.add('REFERENCE_AMBIGUOUS', { ...place, value: word }, { candidates: list.sort(compareText).join('; ') });
  } else if (!declarations.incomplete) {
    log.add('REFERENCE_DANGLING', { ...place, value: word }, () => ({ near: declarations.near(word) }));
  }
  return true;
}
