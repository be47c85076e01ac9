import { setMaxListeners } from 'node:events';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { TopologyOf } from '#server/analysis/topologies.ts';
import { ClientError } from './client-error.ts';
import { guardedReader, raced } from './guarded-reader.ts';
import { guardedTopology } from './guarded-topology.ts';
import type { Kept } from './kept.ts';
import { createLoaders } from './loaders.ts';
import type { View } from './view.ts';

/** An older version may have to be read into memory whole: one question compares two, not all. */
const MOST_VERSIONS = 2;

/** The views of one request: one a version, the newest read once, so that all its questions see the same. */
export function createViews(
  store: GraphStore,
  topologyOf: TopologyOf,
  kept: Kept,
  signal: AbortSignal,
): (version?: number | null) => Promise<View> {
  const views = new Map<number, Promise<View>>();
  // Every read under way listens to the end of the request.
  setMaxListeners(0, signal);
  let head: ReturnType<GraphStore['head']> | undefined;

  async function open(version: number, visibility: View['visibility']): Promise<View> {
    const reader = guardedReader(await raced(store.reader(version, signal), signal), signal);
    return {
      version,
      visibility,
      reader,
      load: createLoaders(reader),
      runs: async () => (await raced(store.runs(), signal)).filter((run) => run.version <= version),
      topology: guardedTopology(topologyOf(reader, signal), signal),
      kept,
    };
  }

  return async (version) => {
    head ??= store.head();
    const { version: newest, visibility } = await raced(head, signal);
    const wanted = version ?? newest;
    let view = views.get(wanted);
    if (view === undefined) {
      if (views.size === MOST_VERSIONS) {
        throw new ClientError(
          'COST_LIMIT_EXCEEDED',
          `一次最多问 ${MOST_VERSIONS} 个数据版本 / at most ${MOST_VERSIONS} versions at once`,
        );
      }
      view = open(wanted, visibility);
      views.set(wanted, view);
    }
    return view;
  };
}
