import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '#graph-model/store/open.ts';
import { emptyDatabase } from '../../test/neo4j/harness.ts';
import { codeOf, raw, serve } from '../../test/server/support/serve.ts';
import { startNeo4jServer } from '../../test/support/neo4j-server.ts';
import { runCli } from '../../test/support/run-cli.ts';
import { writeSmallFolder } from '../../test/support/small-folder.ts';
import { startTcpProxy } from '../../test/support/tcp-proxy.ts';

/**
 * How soon a server says that its store is away, and answers when it is back: dead, black-holed, frozen (the link, the
 * process), and flapping at 1 Hz. Usage: npm run bench faults/store-away [cycles=20] [flaps=200]
 * Prints one JSON line with the worst times in ms; ends with 1 when one is over its bar.
 */
const [cycles = 20, flaps = 200] = process.argv.slice(2).map(Number);

/** What the worst case may be, in ms. */
const BAR = { refused: 3_500, unready: 2_000, answered: 5_000, ready: 5_000 };
type Worst = { [K in keyof typeof BAR]: number };

/** Questions a second while the store is away. */
const ASKED_A_SECOND = 20;
const AWAY_MS = 6_000;
const QUESTION = '{ dataset { version } search(text: "青石") { edges { node { entity { name } } } } }';

const home = await mkdtemp(path.join(tmpdir(), 'longlian-away-'));
const neo4j = await startNeo4jServer();
const proxy = await startTcpProxy(Number(new URL(neo4j.url).port));
const credentials = { username: neo4j.user, password: neo4j.password, database: 'neo4j' };
// Waits as long as a server takes to warm up.
await emptyDatabase({ url: neo4j.url, credentials });
const data = await writeSmallFolder(path.join(home, 'data'));
const loaded = await runCli(['ingest', data, '--store', neo4j.url], home, { NEO4J_PASSWORD: neo4j.password });
if (loaded.code !== 0) throw new Error(loaded.stderr);
const store = await openStore(`bolt://127.0.0.1:${proxy.port}`, { credentials, readOnly: true });
const server = await serve(store);

const unexpected: string[] = [];
const outages: Record<string, { away(): unknown; back(): unknown }> = {
  dead: { away: () => proxy.switchTo('refuse'), back: () => proxy.switchTo('pass') },
  'black-holed': { away: () => proxy.switchTo('black hole'), back: () => proxy.switchTo('pass') },
  frozen: { away: () => proxy.switchTo('freeze'), back: () => proxy.switchTo('pass') },
  stopped: { away: () => process.kill(neo4j.pid, 'SIGSTOP'), back: () => process.kill(neo4j.pid, 'SIGCONT') },
};

/** One question: what came of it, and when. */
async function ask(): Promise<{ readonly answered: boolean; readonly ms: number }> {
  const started = performance.now();
  const reply = await server.post(QUESTION);
  const answered = reply.status === 200;
  const told = `${reply.status} ${String(codeOf(reply))}`;
  if (!answered && told !== '503 STORE_UNAVAILABLE') unexpected.push(told);
  return { answered, ms: performance.now() - started };
}

async function isReady(): Promise<boolean> {
  return (await raw(`${server.url}readyz`, {})).status === 200;
}

/** Milliseconds until it is so, asked over and over. */
async function until(is: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await is())) await sleep(20);
  return performance.now() - started;
}

async function cycle({ away, back }: { away(): unknown; back(): unknown }, worst: Worst): Promise<void> {
  await until(isReady);
  await away();
  const unready = until(async () => !(await isReady()));
  const asked: ReturnType<typeof ask>[] = [];
  for (let i = 0; i < (AWAY_MS / 1000) * ASKED_A_SECOND; i++) {
    asked.push(ask());
    await sleep(1000 / ASKED_A_SECOND);
  }
  for (const { answered, ms } of await Promise.all(asked)) {
    if (answered) unexpected.push('answered while away');
    worst.refused = Math.max(worst.refused, ms);
  }
  worst.unready = Math.max(worst.unready, await unready);
  await back();
  const [answered, ready] = await Promise.all([until(async () => (await ask()).answered), until(isReady)]);
  worst.answered = Math.max(worst.answered, answered);
  worst.ready = Math.max(worst.ready, ready);
}

/** Half a second away, half a second back, each way in turn. */
async function flap(worst: Worst): Promise<void> {
  const ways = [outages['dead'], outages['black-holed'], outages['frozen']];
  const asked: ReturnType<typeof ask>[] = [];
  for (let i = 0; i < flaps; i++) {
    for (const turn of ['away', 'back'] as const) {
      await ways[i % ways.length]?.[turn]();
      for (let k = 0; k < ASKED_A_SECOND / 2; k++) {
        asked.push(ask());
        await sleep(1000 / ASKED_A_SECOND);
      }
    }
  }
  for (const { answered, ms } of await Promise.all(asked)) {
    if (!answered) worst.refused = Math.max(worst.refused, ms);
  }
  worst.answered = await until(async () => (await ask()).answered);
  worst.ready = await until(isReady);
}

const results: Record<string, Worst> = {};
for (const [name, outage] of Object.entries(outages)) {
  const worst = (results[name] = { refused: 0, unready: 0, answered: 0, ready: 0 });
  for (let i = 0; i < cycles; i++) await cycle(outage, worst);
  process.stderr.write(`${name} ${JSON.stringify(worst)}\n`);
}
await flap((results['flapping'] = { refused: 0, unready: 0, answered: 0, ready: 0 }));
await sleep(4_000);
const connections = proxy.open();
await server.stop();
await store.close();
await proxy.stop();
await neo4j.stop();
await rm(home, { recursive: true, force: true });

const over = Object.values(results).some((worst) =>
  Object.entries(BAR).some(([what, most]) => worst[what as keyof Worst] > most),
);
const rounded = Object.fromEntries(
  Object.entries(results).map(([name, worst]) => [
    name,
    Object.fromEntries(Object.entries(worst).map(([what, ms]) => [what, Math.round(ms)])),
  ]),
);
console.log(JSON.stringify({ cycles, flaps, ms: rounded, connections, unexpected }));
process.exitCode = over || unexpected.length > 0 ? 1 : 0;
