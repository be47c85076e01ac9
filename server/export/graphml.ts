import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportRows } from './export-rows.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="type" for="edge" attr.name="type" attr.type="string"/>
<key id="modality" for="edge" attr.name="modality" attr.type="string"/>
<key id="confidence" for="edge" attr.name="confidence" attr.type="int"/>
<key id="publishers" for="edge" attr.name="publishers" attr.type="int"/>
<key id="dispute" for="edge" attr.name="dispute" attr.type="string"/>
<graph edgedefault="directed">
`;

/** graph.graphml: entities and relationships for Gephi, yEd and the like. May-be readings are no edges. */
export async function writeGraphml(folder: string, from: ExportRows): Promise<void> {
  const parts = [HEAD];
  for await (const rows of from.rows('entity')) {
    for (const { id, kind, name } of rows) {
      parts.push(`<node id="${id}">${data('kind', kind)}${data('name', name)}</node>\n`);
    }
  }
  for await (const rows of from.rows('relationship')) {
    for (const row of rows) {
      const about = (['type', 'modality', 'confidence', 'publishers', 'dispute'] as const).map((key) =>
        row[key] === undefined ? '' : data(key, row[key]),
      );
      parts.push(`<edge id="${row.id}" source="${row.from}" target="${row.to}">${about.join('')}</edge>\n`);
    }
  }
  parts.push('</graph>\n</graphml>\n');
  await writeFile(path.join(folder, 'graph.graphml'), parts.join(''));
}

function data(key: string, value: string | number | boolean): string {
  return `<data key="${key}">${xmlText(String(value))}</data>`;
}

/** Escapes markup and leaves out what XML 1.0 cannot hold at all. */
export function xmlText(text: string): string {
  const legal = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
