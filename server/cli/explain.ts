import { GraphError } from '#graph-model/errors.ts';
import { explain } from '../export/explain.ts';
import type { Call, Command } from './command.ts';
import { storeOf } from './store-of.ts';

export const explainCommand: Command = {
  usage: 'explain ID…',
  zh: '一条事实、一个机构为什么是这样：从陈述和出处说起，已经关闭的也说',
  en: 'why a fact or an entity is as it is, from the statements up; closed ones too',
  run: explainIds,
};

async function explainIds({ out, settings, positionals }: Call): Promise<number> {
  if (positionals.length === 0) throw new GraphError('USAGE', { missing: 'ID' });
  const store = await storeOf(settings, { readOnly: true });
  try {
    const reader = await store.reader((await store.head()).version);
    for (const id of positionals) {
      const explanation = await explain(reader, id);
      out.json(explanation);
      out.text(JSON.stringify(explanation, null, 2));
    }
    return 0;
  } finally {
    await store.close();
  }
}
