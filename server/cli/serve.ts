import { once } from 'node:events';
import path from 'node:path';
import type { GraphStore } from '#graph-model/store/port.ts';
import { startServer } from '../http/start-server.ts';
import type { Call, Command } from './command.ts';
import { storeOf } from './store-of.ts';

export const serveCommand: Command = {
  usage: 'serve',
  zh: '只提供服务：GraphQL 和图谱页面，不导入',
  en: 'serves GraphQL and the explorer; ingests nothing',
  run: async (call) => {
    const store = await storeOf(call.settings, { readOnly: true });
    return serveUntilStopped(store, call);
  },
};

/** Serves until the signal, then drains and closes the store. */
export async function serveUntilStopped(store: GraphStore, { out, settings, signal }: Call): Promise<number> {
  try {
    const { host, port, publicHosts, analysis, corpus } = settings;
    const server = await startServer({
      store,
      host,
      port,
      publicHosts,
      analysis,
      ...(corpus === undefined ? {} : { corpus }),
      explorerFolder: path.join(settings.root, 'web', 'dist'),
    });
    out.json({ url: server.url });
    out.text(`陇链已打开 / Longlian is open: ${server.url}`);
    if (!signal.aborted) await once(signal, 'abort');
    out.say('正在停止', 'stopping');
    await server.stop();
    return 0;
  } finally {
    await store.close();
  }
}
