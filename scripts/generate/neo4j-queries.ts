import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/root.mjs';

const HOME = join(ROOT, 'docs', 'neo4j');

/** Folders of docs/neo4j and what they are called among saved queries. */
const FOLDERS = { questions: '陇链：问题 Longlian: questions', views: '陇链：查看 Longlian: views' } as const;

/** What the queries ask about. The newer Browser runs no command behind a comment, so this file has no title. */
const PARAMETERS = {
  file: 'parameters.cypher',
  name: '陇链：参数，先运行一次 / Longlian: parameters, to be run first',
} as const;

const COLUMNS = ['name', 'description', 'query', 'id', 'parentId', 'isFolder'];

/** Every query as one table, in the form in which the newer Neo4j Browser saves and takes queries. */
export function savedQueries(): string {
  const rows = [COLUMNS, [PARAMETERS.name, '', read(PARAMETERS.file), PARAMETERS.file, '', 'false']];
  for (const [folder, name] of Object.entries(FOLDERS)) {
    rows.push([name, '', '', folder, '', 'true']);
    for (const file of readdirSync(join(HOME, folder)).sort()) rows.push(rowOf(`${folder}/${file}`, folder));
  }
  return rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

/** A query is called by the comment that it begins with. */
function rowOf(file: string, folder: string): string[] {
  const query = read(file);
  const [, title] = /^\/\/ (.+)/.exec(query) ?? [];
  if (title === undefined) throw new Error(`docs/neo4j/${file} does not begin with a comment`);
  return [title, '', query, file, folder, 'false'];
}

function read(file: string): string {
  return readFileSync(join(HOME, file), 'utf8');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
