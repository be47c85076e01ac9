import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportBytes } from '../../test/support/export-bytes.ts';
import { seeded, writeGeneratedFolder } from '../../test/support/generated-folder.ts';
import { killedAfter } from '../../test/support/kill.ts';
import { runCli } from '../../test/support/run-cli.ts';

/**
 * Kills `longlian ingest` at random moments of a generated load, resumes, and compares the export with that of an
 * undisturbed run. Usage: npx tsx bench/faults/kill.ts [kills=100] [rows=50000] [seed=1]
 * Prints one JSON line: kills that met the process inside staging or publishing, and differing exports.
 */
/** From the start of the process to its first word, about. */
const STARTUP_MS = 2_000;

const [kills = 100, rows = 50_000, seed = 1] = process.argv.slice(2).map(Number);

const folder = await mkdtemp(path.join(tmpdir(), 'longlian-kill-'));
const data = path.join(folder, 'data');
await writeGeneratedFolder(data, rows, seed);
const undisturbed = path.join(folder, 'undisturbed');
const started = Date.now();
const first = await runCli(['ingest', data], undisturbed);
if (first.code !== 0) throw new Error(first.stderr);
const work = Date.now() - started - STARTUP_MS;
await runCli(['export', '--out', path.join(folder, 'expected')], undisturbed);
const expected = await exportBytes(path.join(folder, 'expected'));
process.stderr.write(`undisturbed ${work} ms at work, ${rows} rows\n`);

const random = seeded(seed);
let [inside, done, differing, trial] = [0, 0, 0, 0];
while (done < kills) {
  const home = path.join(folder, `home-${(trial += 1)}`);
  // Two kills on one store before it may finish: a resumed run, with half of the work left, is killed again; and early enough that most meet it.
  const times = Math.min(kills - done, 2);
  for (let i = 0; i < times; i++) {
    const { alive, step } = await killedAfter(['ingest', data], home, (random() * 0.85 * work) / (i + 1));
    if (alive && step !== '') inside += 1;
    done += 1;
  }
  const resumed = await runCli(['ingest', data], home);
  if (resumed.code !== 0) throw new Error(`resume failed: ${resumed.stderr}`);
  await runCli(['export', '--out', path.join(home, 'out')], home);
  if ((await exportBytes(path.join(home, 'out'))) !== expected) differing += 1;
  await rm(home, { recursive: true, force: true });
  process.stderr.write(`${done}/${kills} kills, ${inside} inside, ${differing} differing\n`);
}
console.log(JSON.stringify({ kills: done, inside, stores: trial, differing, rows, seed }));
await rm(folder, { recursive: true, force: true });
