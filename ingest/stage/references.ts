import { type Record, identifyRecord } from '#graph-model/facts/record.ts';
import type { SourceId } from '#graph-model/ids.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Declarations } from './declarations.ts';

/** What the words of rows refer to, once all is declared. Each record is made once: most are named many times over. */
export class References {
  readonly declarations: Declarations;
  readonly #known = new Map<SourceId, Map<Kind | undefined, Map<string, Record>>>();

  constructor(declarations: Declarations) {
    this.declarations = declarations;
  }

  /** undefined when the word is not exactly one thing */
  find(word: string, source: SourceId, kind: Kind | undefined): Record | undefined {
    let ofSource = this.#known.get(source);
    if (ofSource === undefined) this.#known.set(source, (ofSource = new Map()));
    let ofKind = ofSource.get(kind);
    if (ofKind === undefined) ofSource.set(kind, (ofKind = new Map()));
    const known = ofKind.get(word);
    if (known !== undefined) return known;
    const resolution = this.declarations.resolve(word, source, kind === undefined ? undefined : [kind]);
    if (!('found' in resolution)) return undefined;
    const record = identifyRecord({ source, ...resolution.found });
    // Not by the word itself, which may be a piece of the table and keep all of that in memory.
    if (word === record.name || word === record.key)
      ofKind.set(word === record.name ? record.name : record.key, record);
    return record;
  }
}
