import { GraphError } from '#graph-model/errors.ts';
import { RunId } from '#graph-model/ids.ts';
import { rollbackRun } from '#ingest/publish/publish.ts';
import type { Call, Command } from './command.ts';
import { terminalWork } from './terminal.ts';
import { storeOf } from './store-of.ts';

export const rollbackCommand: Command = {
  usage: 'rollback RUN',
  zh: '发布一次运行的撤销；以后的运行保留',
  en: 'publishes the undoing of a run; later runs stand',
  run: rollback,
};

async function rollback({ out, settings, positionals, signal, env }: Call): Promise<number> {
  const id = RunId.safeParse(positionals[0]);
  if (positionals.length !== 1) throw new GraphError('USAGE', { missing: 'RUN' });
  if (!id.success) throw new GraphError('RUN_UNKNOWN', { run: positionals[0] });
  const store = await storeOf(settings);
  try {
    const before = (await store.head()).version;
    const { version, counts } = await rollbackRun(store, id.data, terminalWork(out, signal, env));
    out.json({ version, changed: version !== before, counts });
    out.text(
      version === before
        ? '没有可撤销的改动 / nothing to undo'
        : `已撤销，数据版本 ${version} / undone, data version ${version}`,
    );
    return 0;
  } finally {
    await store.close();
  }
}
