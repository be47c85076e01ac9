import { main } from '#server/cli/main.ts';

/** The command line without a build, for development: `npx tsx scripts/run-from-source.ts ingest data/gansu`. */
process.exitCode = await main(process.argv.slice(2));
