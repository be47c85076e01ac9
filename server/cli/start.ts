import path from 'node:path';
import type { Call, Command } from './command.ts';
import { ingestFolder } from './ingest.ts';
import { serveUntilStopped } from './serve.ts';
import { terminalWork } from './terminal.ts';
import { storeOf } from './store-of.ts';

/** What a fresh store is filled with, and again when that folder has changed. */
const FIRST_DATA_SET = path.join('data', 'gansu');

export const startCommand: Command = {
  usage: 'start',
  zh: '第一次会导入 data/gansu，然后提供服务；npm start 就是它',
  en: 'loads data/gansu when it is new or has changed, then serves; npm start is this',
  run: start,
};

async function start(call: Call): Promise<number> {
  const { out, settings, signal, env } = call;
  const store = await storeOf(settings, { visibility: settings.visibility });
  try {
    const work = terminalWork(out, signal, env);
    const folder = path.join(settings.root, FIRST_DATA_SET);
    await ingestFolder(store, folder, {
      home: settings.home,
      dryRun: false,
      brief: true,
      out: { ...out, json: () => {} },
      work,
    });
  } catch (error) {
    await store.close();
    throw error;
  }
  return serveUntilStopped(store, call);
}
