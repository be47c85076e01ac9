import { GraphError } from '#graph-model/errors.ts';
import { explain } from '../export/explain.ts';
import type { Call, Command } from './command.ts';
import { explainCellOf, isCell } from './explain-cell.ts';
import { storeOf } from './store-of.ts';

export const explainCommand: Command = {
  usage: 'explain ID…|CHAIN.SEGMENT.REGION…',
  zh: '一条事实、一个机构为什么是这样：从陈述和出处说起，已经关闭的也说；图谱的一格写成 链.环节.地区',
  en: 'why a fact or an entity is as it is, from the statements up, closed ones too; a cell of a board by its three ids',
  run: explainIds,
};

async function explainIds({ out, settings, positionals, signal }: Call): Promise<number> {
  if (positionals.length === 0) throw new GraphError('USAGE', { missing: 'ID' });
  const store = await storeOf(settings, { readOnly: true });
  try {
    const reader = await store.reader((await store.head()).version);
    for (const id of positionals) {
      const explanation = isCell(id) ? await explainCellOf(store, id, signal) : await explain(reader, id);
      out.json(explanation);
      out.text(JSON.stringify(explanation, null, 2));
    }
    return 0;
  } finally {
    await store.close();
  }
}
