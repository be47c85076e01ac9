import { build } from 'esbuild';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Packages written for CommonJS still ask for `require`, which a module does not have. */
const BANNER =
  "import { createRequire as longlianRequire } from 'node:module';const require = longlianRequire(import.meta.url);";

await build({
  absWorkingDir: ROOT,
  entryPoints: {
    longlian: 'server/cli/main.ts',
    // A thread, which the bundle looks for beside itself.
    'transaction-worker': 'graph-model/store/sqlite/transaction-worker.mjs',
  },
  outdir: join(ROOT, 'build'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Carries a compiled addon, which it finds beside its own files.
  external: ['@photostructure/sqlite'],
  banner: { js: BANNER },
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
});
