import path from 'node:path';
import { GraphError } from '#graph-model/errors.ts';
import { wholeVersion } from '../export/export-rows.ts';
import { writeGraphml } from '../export/graphml.ts';
import { writeJsonLines } from '../export/json-lines.ts';
import { MANIFEST } from '#ingest/restore/read-export.ts';
import { exportFolder } from '../export/make-folder.ts';
import { publicPart } from '../export/public-part.ts';
import { writeTables } from '../export/tables.ts';
import type { Call, Command } from './command.ts';
import { storeOf } from './store-of.ts';

export const exportCommand: Command = {
  usage: 'export --out DIR [--public]',
  zh: '导出整个图：JSON Lines，旁边有 CSV 和 GraphML；--public 只写公开资料支持的部分',
  en: 'the whole graph as JSON Lines, CSV and GraphML; --public writes only what rests on public sources',
  options: { out: { type: 'string' }, public: { type: 'boolean' } },
  run: exportGraph,
};

async function exportGraph({ out, settings, values, signal }: Call): Promise<number> {
  const target = values['out'];
  if (typeof target !== 'string') throw new GraphError('USAGE', { missing: '--out DIR' });
  const folder = path.resolve(target);
  const store = await storeOf(settings, { readOnly: true });
  try {
    const head = await store.head();
    const reader = await store.reader(head.version, signal);
    const onlyPublic = values['public'] === true;
    await exportFolder(folder, MANIFEST);
    const from = onlyPublic ? await publicPart(reader) : wholeVersion(reader);
    const runs = onlyPublic ? [] : await store.runs();
    const visibility = onlyPublic ? 'public' : head.visibility;
    await writeTables(folder, from);
    await writeGraphml(folder, from);
    // How often something was published inside is nobody's affair: a public part is the first version of its store.
    const version = onlyPublic ? 1 : head.version;
    const manifest = await writeJsonLines(folder, from, { version, visibility, runs });
    out.json(manifest);
    const rows = Object.values(manifest.files).reduce((sum, file) => sum + file.rows, 0);
    out.text(`已导出 ${rows} 行，数据版本 ${head.version} / ${rows} rows, data version ${head.version}`);
    return 0;
  } finally {
    await store.close();
  }
}
