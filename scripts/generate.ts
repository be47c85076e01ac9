import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from '#server/print-schema.ts';
import { architectureDiagram } from './generate/architecture.ts';
import { errorTable, issueTable, sheetIssueTable } from './generate/codes.ts';
import { neo4jLabels } from './generate/neo4j-labels.ts';
import { savedQueries } from './generate/neo4j-queries.ts';
import { neo4jStyle } from './generate/neo4j-style.ts';
import { ontologyTables } from './generate/ontology.ts';
import { pageWith } from './generate/page.ts';
import { webTypes } from './generate/web-types.ts';
import { ROOT } from './setup/root.mjs';

/**
 * Every file that is generated and committed, in the order in which one needs the other.
 * `--check` writes nothing and says which are old; paths as arguments: those alone.
 */
const FILES: readonly { readonly path: string; readonly text: () => Promise<string> | string }[] = [
  { path: 'server/schema.graphql', text: printedSchema },
  { path: 'web/src/graphql-env.d.ts', text: webTypes },
  { path: 'docs/ontology.md', text: () => pageWith('docs/ontology.md', ontologyTables()) },
  { path: 'docs/errors.md', text: () => pageWith('docs/errors.md', errorTable()) },
  { path: 'docs/issues.md', text: () => pageWith('docs/issues.md', issueTable()) },
  { path: 'docs/surveys.md', text: () => pageWith('docs/surveys.md', sheetIssueTable()) },
  { path: 'docs/neo4j/README.md', text: () => pageWith('docs/neo4j/README.md', neo4jLabels()) },
  { path: 'docs/neo4j/style.grass', text: neo4jStyle },
  { path: 'docs/neo4j/saved-queries.csv', text: savedQueries },
  {
    path: 'docs/architecture.md',
    text: async () => pageWith('docs/architecture.md', await architectureDiagram()),
  },
];

const checkOnly = process.argv.includes('--check');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const { path, text } of FILES) {
  if (named.length > 0 && !named.includes(path)) continue;
  const wanted = await text();
  if (wanted === readFileSync(join(ROOT, path), 'utf8')) continue;
  if (checkOnly) {
    console.error(`${path} 已过时，请运行 npm run schema · is old: npm run schema`);
    process.exitCode = 1;
  } else {
    writeFileSync(join(ROOT, path), wanted);
    console.error(`${path} 已更新 · written`);
  }
}
