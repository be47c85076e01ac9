import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyDatabase } from '../../test/neo4j/harness.ts';
import { exportBytes } from '../../test/support/export-bytes.ts';
import { seeded } from '#graph-model/seeded.ts';
import { writeGeneratedFolder } from '../../test/support/generated-folder.ts';
import { killedAfter } from '../../test/support/kill.ts';
import { bundleCli, runCli, startCli } from '../../test/support/run-cli.ts';
import { readSettings } from '#server/cli/settings.ts';

/**
 * Kills `longlian ingest` at random moments of a generated load, resumes, and compares the export with that of an
 * undisturbed run. Usage: npm run bench faults/kill [kills=100] [rows=50000] [seed=1] [minutes=60] [store url]
 * Without a url each trial has an SQLite file of its own. The database of a bolt:// url (NEO4J_PASSWORD) is EMPTIED
 * before each trial. Prints one JSON line: kills that met the process inside staging or publishing, and differing
 * exports; ends with 1 when one differs or a resumed run fails.
 */
const KILLS_A_STORE = 4;

const [kills = 100, rows = 50_000, seed = 1, minutes = 60] = process.argv.slice(2, 6).map(Number);
const [url] = process.argv.slice(6);

/** A store for a data folder, empty. @returns the arguments that name it */
async function freshStore(home: string): Promise<readonly string[]> {
  if (url === undefined) return ['--store', `sqlite:${path.join(home, 'store.sqlite')}`];
  const { credentials } = readSettings(process.env);
  if (credentials === undefined) throw new Error('NEO4J_PASSWORD');
  await emptyDatabase({ url, credentials });
  return ['--store', url];
}

async function exportOf(home: string, at: readonly string[]): Promise<string> {
  const out = path.join(home, 'out');
  const { code, stderr } = await runCli(['export', '--out', out, ...at], home);
  if (code !== 0) throw new Error(stderr);
  return exportBytes(out);
}

/** Milliseconds from the first word of an undisturbed run to its end. */
async function timeAtWork(args: readonly string[], home: string): Promise<number> {
  const child = startCli(args, home);
  child.stdout?.resume();
  if (child.stderr !== null) await once(child.stderr, 'data');
  const began = performance.now();
  child.stderr?.resume();
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the undisturbed run ended with ${String(code)}`);
  return performance.now() - began;
}

await bundleCli();
const folder = await mkdtemp(path.join(tmpdir(), 'longlian-kill-'));
const data = path.join(folder, 'data');
await writeGeneratedFolder(data, rows, seed);
const started = Date.now();
// The first run into a new database makes its indexes, which takes longer than the work.
const warm = path.join(folder, 'warm');
await runCli(['ingest', data, ...(await freshStore(warm))], warm);
const undisturbed = path.join(folder, 'undisturbed');
const at = await freshStore(undisturbed);
const work = await timeAtWork(['ingest', data, ...at], undisturbed);
const expected = await exportOf(undisturbed, at);
process.stderr.write(`undisturbed ${Math.round(work)} ms at work, ${rows} rows\n`);

const random = seeded(seed);
let [inside, done, differing, failed, trial] = [0, 0, 0, 0, 0];
while (done < kills && Date.now() - started < minutes * 60_000) {
  const home = path.join(folder, `home-${(trial += 1)}`);
  const at = await freshStore(home);
  // Several kills on one store before it may finish: a resumed run is killed again, and early enough that most meet it.
  const times = Math.min(kills - done, KILLS_A_STORE);
  for (let i = 0; i < times; i++) {
    const { alive, step } = await killedAfter(['ingest', data, ...at], home, (random() * 0.85 * work) / (i + 1));
    if (alive && step !== '') inside += 1;
    done += 1;
  }
  const resumed = await runCli(['ingest', data, ...at], home);
  if (resumed.code !== 0) {
    failed += 1;
    process.stderr.write(`resume failed: ${resumed.stderr}\n`);
  } else if ((await exportOf(home, at)) !== expected) differing += 1;
  await rm(home, { recursive: true, force: true });
  process.stderr.write(`${done}/${kills} kills, ${inside} inside, ${differing} differing, ${failed} failed\n`);
}
console.log(JSON.stringify({ kills: done, inside, stores: trial, differing, failed, rows, seed }));
await rm(folder, { recursive: true, force: true });
process.exitCode = differing + failed > 0 ? 1 : 0;
