import { TABLE_NAMES } from '#graph-model/rows.ts';
import { columnsOf, labelOf } from '#graph-model/store/neo4j/layout.ts';
import { table } from './page.ts';

/** What of each row stands as properties of its node. */
export function neo4jLabels(): string[] {
  const code = (name: string) => `\`${name}\``;
  const rows = TABLE_NAMES.map((name) => [code(`:${labelOf(name)}`), columnsOf(name).map(code).join(' ')]);
  return table(['label', 'properties'], rows);
}
