import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { AnalysisMode } from '#server/analysis/topologies.ts';
import { readSettings } from '#server/cli/settings.ts';
import { storeOf } from '#server/cli/store-of.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { startServer, type RunningServer } from '#server/http/start-server.ts';
import { answerRequests } from './child.ts';

/** The server as `longlian serve` runs it, with a clock beside its event loop. */
export type ServerRequest =
  | {
      readonly serve: string;
      /** Folder of the built explorer. */
      readonly explorer?: string;
      /** In memory where not said. */
      readonly analysis?: AnalysisMode;
    }
  | 'watch the loop'
  | 'how was it';
/**
 * Since the loop is watched: how late it came to a timer that was set for every millisecond, and what the process took
 * of the processor, in ms; resident memory in bytes.
 */
export type LoopWatch = { readonly p99: number; readonly max: number; readonly cpu: number; readonly memory: number };

const loop = monitorEventLoopDelay({ resolution: 1 });
let before = process.cpuUsage();
let store: GraphStore | undefined;
let server: RunningServer | undefined;

async function answer(request: ServerRequest): Promise<string | LoopWatch | undefined> {
  if (request === 'watch the loop') {
    loop.reset();
    loop.enable();
    before = process.cpuUsage();
    return undefined;
  }
  if (request === 'how was it') {
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1_000;
    return { p99: loop.percentile(99) / 1e6, max: loop.max / 1e6, cpu, memory: process.memoryUsage.rss() };
  }
  store = await storeOf(readSettings(process.env, request.serve), { readOnly: true });
  server = await startServer({
    store,
    host: '127.0.0.1',
    port: 0,
    ...(request.analysis && { analysis: request.analysis }),
    ...(request.explorer && { explorerFolder: request.explorer }),
  });
  return server.url;
}

answerRequests(answer, async () => {
  await server?.stop();
  await store?.close();
  loop.disable();
});
