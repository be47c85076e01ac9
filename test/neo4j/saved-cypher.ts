import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('../../docs/neo4j/', import.meta.url));

/** Names in docs/neo4j without `.cypher`: `questions/01-consortium`. */
export const QUESTIONS = namesIn('questions');
export const VIEWS = namesIn('views');

export function cypherOf(name: string): string {
  return readFileSync(path.join(HOME, `${name}.cypher`), 'utf8');
}

/** What `:param` sets, as Cypher, by name. */
export function parametersAsCypher(): ReadonlyMap<string, string> {
  const lines = cypherOf('parameters').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [, name, value] = /^:param (\w+) => (.+);$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`not a parameter: ${line}`);
      return [name, value];
    }),
  );
}

/** The statements in the Markdown beside them. */
export function cypherInReadme(): readonly string[] {
  const text = readFileSync(path.join(HOME, 'README.md'), 'utf8');
  return Array.from(text.matchAll(/```cypher\n([\s\S]*?)```/g), ([, statement = '']) => statement);
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(path.join(HOME, folder))
    .sort()
    .map((file) => `${folder}/${path.basename(file, '.cypher')}`);
}
