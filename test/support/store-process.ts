import { createInterface } from 'node:readline';
import type { Lease } from '#graph-model/store/port.ts';
import { readSettings } from '#server/cli/settings.ts';
import { storeOf } from '#server/cli/store-of.ts';
import type { Change } from '#graph-model/rows.ts';

/** A process of its own on a store: one command a line on standard input, one JSON line in answer. */
const [url = '', host = ''] = process.argv.slice(2);
const store = await storeOf(readSettings(process.env, url));
let lease: Lease | undefined;

for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...rest] = line.split('\t');
  try {
    process.stdout.write(`${JSON.stringify({ answer: await answer(command, rest.join('\t')) })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error })}\n`);
  }
}
await store.close();

async function answer(command: string | undefined, argument: string): Promise<unknown> {
  if (command === 'head') return store.head();
  if (command === 'names') {
    const reader = await store.reader((await store.head()).version);
    return (await reader.searchNames(argument, 10)).matches.map(({ row }) => row.value);
  }
  if (command === 'lease') {
    // A number of another's: as after a restart, when a new process has the number of the dead one.
    lease = await store.lease({ host, pid: argument === '' ? process.pid : Number(argument) });
    return { token: lease.token };
  }
  if (command === 'write') {
    await lease?.write(JSON.parse(argument) as Change[]);
    return 'written';
  }
  throw new Error(`no such command: ${command}`);
}
