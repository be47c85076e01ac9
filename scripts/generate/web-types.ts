import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/root.mjs';

/** The printed schema as the types that the explorer's queries are checked against. */
export function webTypes(): string {
  const folder = join(ROOT, 'build', 'check');
  mkdirSync(folder, { recursive: true });
  const output = join(folder, 'graphql-env.d.ts');
  const gqlTada = join(ROOT, 'node_modules', 'gql.tada', 'bin', 'cli.js');
  const args = ['generate-output', '--tsconfig', join(ROOT, 'web', 'tsconfig.json'), '--output', output];
  execFileSync(process.execPath, [gqlTada, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return readFileSync(output, 'utf8');
}
