import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A data set of two firms and a consortium, the second firm known from an internal note only when asked for. */
export const SMALL_FILES = {
  'dataset.yml': `id: small
title: { zh: 小例, en: small }
publisher: 陇链项目
licence: CC0-1.0
sources:
  - { id: news, title: 甲市新闻, class: official_news, publisher: 甲报, date: 2024-05, visibility: public }
tables:
  - file: things.csv
    source: { is: news }
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { is: news }
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: { is: operating } }]
`,
  'things.csv':
    'kind,name,passage\nCompany,青石光电有限公司,¶1\nCompany,白岩材料有限公司,¶2\nConsortium,甲市光电创新联合体,¶3\n',
  'ties.csv':
    'from,type,to,passage\n青石光电有限公司,LEADS,甲市光电创新联合体,¶3\n白岩材料有限公司,MEMBER_OF,甲市光电创新联合体,¶4\n',
} as const;

/** Writes it, with some files replaced. */
export async function writeSmallFolder(
  folder: string,
  replaced: Partial<Record<keyof typeof SMALL_FILES, string>> = {},
): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...SMALL_FILES, ...replaced })) {
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
