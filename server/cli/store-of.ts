import { openStore } from '#graph-model/store/open.ts';
import type { OpenOptions } from '#graph-model/store/open-options.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { Settings } from './settings.ts';

/** Opens the store that the settings name, as who they say. @throws GraphError as openStore does */
export function storeOf({ store, credentials }: Settings, options: OpenOptions = {}): Promise<GraphStore> {
  return openStore(store, credentials === undefined ? options : { ...options, credentials });
}
