import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { IssueLog } from '#ingest/report/issue-log.ts';

/** A YAML file as plain values, and where each of them stands. */
export type YamlText = {
  /** Maps, lists, null, and every scalar as the text it was written in: 2025 and 0.95 stay text. */
  readonly value: unknown;
  /** 1-based line and column of the value at a path; of the nearest value around it when there is none. */
  readonly where: (path: readonly PropertyKey[]) => { line: number; column: number };
  /** The same for a key of the map at a path. */
  readonly whereKey: (path: readonly PropertyKey[], key: string) => { line: number; column: number };
  readonly has: (path: readonly PropertyKey[]) => boolean;
};

/** Reads YAML strictly: duplicate keys, aliases and tags are issues. Returns undefined after any of them. */
export function readYaml(text: string, file: string, log: IssueLog): YamlText | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  let sound = true;
  for (const error of [...document.errors, ...document.warnings]) {
    sound = false;
    const code = error.code === 'DUPLICATE_KEY' ? 'YAML_DUPLICATE_KEY' : 'YAML_SYNTAX';
    log.add(code, { file, ...place(error.pos[0]) }, { detail: error.message });
  }
  const plain = (node: unknown): unknown => {
    if (isMap(node)) {
      return Object.fromEntries(node.items.map((pair) => [String(plain(pair.key)), plain(pair.value)]));
    }
    if (isSeq(node)) return node.items.map(plain);
    if (isScalar(node)) {
      if (node.value === null) return null;
      return typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value));
    }
    if (isAlias(node)) {
      sound = false;
      log.add('YAML_SYNTAX', { file, ...place(node.range?.[0] ?? 0) }, { detail: `*${node.source}` });
    }
    return null;
  };
  const value = plain(document.contents);
  if (!sound) return undefined;

  const nodeAt = (path: readonly PropertyKey[]) => (path.length === 0 ? document.contents : document.getIn(path, true));
  const where: YamlText['where'] = (path) => {
    for (let length = path.length; length >= 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  return {
    value,
    where,
    whereKey(path, key) {
      const map = nodeAt(path);
      const pair = isMap(map) ? map.items.find((item) => isPair(item) && String(plain(item.key)) === key) : undefined;
      return isNode(pair?.key) && pair.key.range ? place(pair.key.range[0]) : where(path);
    },
    has: (path) => nodeAt(path) !== undefined,
  };
}
