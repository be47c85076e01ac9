import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PartialDate } from '#graph-model/dates.ts';
import { GraphError } from '#graph-model/errors.ts';
import { ledgerTemplate, ledgerWorkbook } from '#ingest/ledger/template.ts';
import { makeFolder } from '../export/make-folder.ts';
import { today } from '../survey/today.ts';
import type { Call, Command } from './command.ts';

export const ledgerCommand: Command = {
  usage: 'ledger template --out DIR --publisher OFFICE [--date YYYY-MM-DD] [--xlsx]',
  zh: '招商台账：写一个空的内部数据集（表格和 dataset.yml；--xlsx 写成 Excel 表），填好用 ingest 载入',
  en: 'the office’s ledger: writes an empty internal data set (a table, with --xlsx a workbook, and its dataset.yml), to be filled and ingested',
  options: {
    out: { type: 'string' },
    publisher: { type: 'string' },
    date: { type: 'string' },
    xlsx: { type: 'boolean' },
  },
  run: ledger,
};

/** Writes into a new or empty folder only: a ledger that somebody filled is never written over. */
async function ledger({ out, values, positionals }: Call): Promise<number> {
  if (positionals[0] !== 'template' || positionals.length > 1) throw new GraphError('USAGE', { missing: 'template' });
  const { out: target, publisher, date = today() } = values;
  if (typeof target !== 'string') throw new GraphError('USAGE', { missing: '--out DIR' });
  if (typeof publisher !== 'string' || publisher.trim() === '') {
    throw new GraphError('USAGE', { missing: '--publisher OFFICE' });
  }
  const day = PartialDate.safeParse(date);
  if (!day.success) {
    throw new GraphError('USAGE', { date, cause: '写成 2025、2025-02 或 2025-02-28 / write 2025-02-28' });
  }
  const folder = path.resolve(target);
  await makeFolder(folder);
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new GraphError('USAGE', { folder, cause: error.code });
  });
  if (held.length > 0) throw new GraphError('USAGE', { folder, cause: '文件夹不是空的 / not empty' });
  const about = { publisher: publisher.trim(), date: day.data };
  const files = values['xlsx'] === true ? await ledgerWorkbook(about) : ledgerTemplate(about);
  for (const [name, content] of files) await writeFile(path.join(folder, name), content);
  out.json({ folder, files: [...files.keys()] });
  out.text([...files.keys()].map((name) => `  ${path.join(folder, name)}  已写 written`).join('\n'));
  return 0;
}
