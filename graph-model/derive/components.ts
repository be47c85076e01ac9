import type { RecordDecision } from '../facts/decision.ts';
import type { Record } from '../facts/record.ts';
import type { RecordId } from '../ids.ts';
import { foldName, isWeakName } from '../names.ts';
import type { Kind } from '../ontology/kinds.ts';
import { compareText } from '../text.ts';
import { compareDecided } from './decisions.ts';

/** A record as resolution sees it. */
export type Resolvable = Record & {
  /** Folded name of the chain or parent that its own source states, see `withinOf`. */
  readonly within?: string | undefined;
};

/** Kinds whose names tell things apart only inside a chain or a parent. */
const SCOPED: ReadonlySet<Kind> = new Set(['Segment', 'Place', 'Park']);

/** What the rule of names compares: kind and folded name. */
export function blockOf(record: Pick<Record, 'kind' | 'name'>): string {
  return `${record.kind} ${foldName(record.name)}`;
}

/**
 * The records that are one thing. People's `same` first (the newest first, where they contradict a `different`), then
 * the rule: equal kind and equal folded name, in one chain or parent, unless the name is weak or a `different` stands
 * between. Depends on no order of its input: components and their records come in code point order.
 */
export function components(
  records: readonly Resolvable[],
  inForce: readonly RecordDecision[],
): readonly (readonly Resolvable[])[] {
  const sorted = [...records].sort((a, b) => compareText(a.id, b.id));
  const clusters = new Clusters(sorted, inForce);
  const same = inForce.filter(({ verdict }) => verdict === 'same');
  same.sort((a, b) => compareDecided(b, a));
  for (const { left, right } of same) clusters.unite(left, right);
  for (const group of ruleGroups(sorted)) {
    const heads: Resolvable[] = [];
    for (const record of group) {
      if (!heads.some((head) => clusters.unite(head.id, record.id))) heads.push(record);
    }
  }
  return clusters.list();
}

/** Records that the rule alone would unite, each group in order of id. */
function ruleGroups(sorted: readonly Resolvable[]): readonly (readonly Resolvable[])[] {
  const groups = new Map<string, Resolvable[]>();
  const scopes = new Map<string, Set<string>>();
  for (const record of sorted) {
    if (SCOPED.has(record.kind) && record.within !== undefined) {
      const block = blockOf(record);
      scopes.set(block, (scopes.get(block) ?? new Set()).add(record.within));
    }
  }
  for (const record of sorted) {
    if (isWeakName(record.name, record.kind)) continue;
    const block = blockOf(record);
    const several = (scopes.get(block)?.size ?? 0) > 1;
    const key = several ? `${block} ${record.within ?? ''}` : block;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

/** Union-find that never brings a `different` pair, or two kinds, together. */
class Clusters {
  readonly #parent = new Map<RecordId, RecordId>();
  readonly #records: readonly Resolvable[];
  readonly #kinds = new Map<RecordId, Kind>();
  readonly #apart = new Map<RecordId, Set<RecordId>>();

  constructor(records: readonly Resolvable[], inForce: readonly RecordDecision[]) {
    this.#records = records;
    for (const { id, kind } of records) {
      this.#parent.set(id, id);
      this.#kinds.set(id, kind);
    }
    for (const { verdict, left, right } of inForce) {
      if (verdict !== 'different' || !this.#parent.has(left) || !this.#parent.has(right)) continue;
      this.#apartOf(left).add(right);
      this.#apartOf(right).add(left);
    }
  }

  /** @returns whether the two are now one */
  unite(a: RecordId, b: RecordId): boolean {
    if (!this.#parent.has(a) || this.#kinds.get(a) !== this.#kinds.get(b)) return false;
    const [rootA, rootB] = [this.#root(a), this.#root(b)];
    if (rootA === rootB) return true;
    if (this.#apart.get(rootA)?.has(rootB) === true) return false;
    const [kept, gone] = compareText(rootA, rootB) < 0 ? [rootA, rootB] : [rootB, rootA];
    this.#parent.set(gone, kept);
    for (const other of this.#apart.get(gone) ?? []) {
      this.#apartOf(kept).add(other);
      this.#apartOf(other).delete(gone);
      this.#apartOf(other).add(kept);
    }
    this.#apart.delete(gone);
    return true;
  }

  list(): readonly (readonly Resolvable[])[] {
    const byRoot = new Map<RecordId, Resolvable[]>();
    for (const record of this.#records) {
      const root = this.#root(record.id);
      const members = byRoot.get(root);
      if (members === undefined) byRoot.set(root, [record]);
      else members.push(record);
    }
    return [...byRoot.values()];
  }

  #root(id: RecordId): RecordId {
    let root = id;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    this.#parent.set(id, root);
    return root;
  }

  #apartOf(root: RecordId): Set<RecordId> {
    const known = this.#apart.get(root);
    if (known !== undefined) return known;
    const fresh = new Set<RecordId>();
    this.#apart.set(root, fresh);
    return fresh;
  }
}
