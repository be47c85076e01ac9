import { verifyVersion } from '#graph-model/store/verify.ts';
import { GraphError } from '#graph-model/errors.ts';
import type { Call, Command } from './command.ts';
import { storeOf } from './store-of.ts';

export const verifyCommand: Command = {
  usage: 'verify',
  zh: '检查库里的每一行是否都由陈述推出，说出不合规则的地方',
  en: 'checks that every row of the store follows from its statements, and says what does not',
  run: verify,
};

async function verify({ out, settings, signal }: Call): Promise<number> {
  const store = await storeOf(settings, { readOnly: true });
  try {
    const { version } = await store.head();
    const violations = await verifyVersion(await store.reader(version, signal));
    for (const violation of violations) {
      out.json(violation);
      out.text(`${violation.table} ${violation.id}：${violation.zh} / ${violation.en}`);
    }
    if (violations.length > 0) throw new GraphError('STORE_BROKEN', { version, violations: violations.length });
    out.json({ version, violations: 0 });
    out.text(`数据版本 ${version}：没有不合规则的地方 / data version ${version}: no violations`);
    return 0;
  } finally {
    await store.close();
  }
}
