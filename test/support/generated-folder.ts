import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seeded } from '#graph-model/seeded.ts';

const DATASET = `id: generated
title: { zh: 生成的数据集, en: generated }
publisher: 陇链项目
licence: CC0-1.0
sources:
  - { id: a, title: 甲文件, class: official_news, publisher: 甲报, date: 2024-05, visibility: public }
  - { id: b, title: 乙名录, class: register, publisher: 乙局, date: 2025-01, visibility: public }
tables:
  - file: entities.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: relationships.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { column: confidence }
    records:
      from: { ref: { column: from } }
      to: { ref: { column: to } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: { column: modality } }]
`;

/**
 * Writes a data set folder of made-up firms, universities and consortia.
 * @param rows rows of all its tables together: one in five declares a thing, the others relate two
 */
export async function writeGeneratedFolder(folder: string, rows: number, seed: number): Promise<void> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const things = Math.max(10, Math.floor(rows / 5));
  const kinds = ['Company', 'University', 'Consortium'] as const;
  const declared = Array.from({ length: things }, (_, i) => ({
    kind: kinds[i % 3] as string,
    name: `第${i}号生成单位`,
  }));
  const consortia = declared.filter(({ kind }) => kind === 'Consortium');
  const bodies = declared.filter(({ kind }) => kind !== 'Consortium');
  const entities = declared.map(({ kind, name }, i) => `${pick(['a', 'b'])},${kind},${name},¶${i + 1}`);
  const relationships = Array.from({ length: Math.max(0, rows - things) }, (_, i) => {
    const type = pick(['LEADS', 'MEMBER_OF', 'PARTNER_OF', 'COLLABORATES_WITH', 'SUPPLIES']);
    const to = ['COLLABORATES_WITH', 'SUPPLIES'].includes(type) ? pick(bodies) : pick(consortia);
    const modality = pick(['operating', 'building', 'planned', 'proposed']);
    let from = pick(bodies);
    while (from.name === to.name) from = pick(bodies);
    return `${pick(['a', 'b'])},${from.name},${type},${to.name},${modality},¶${i + 1},0.${1 + Math.floor(random() * 9)}`;
  });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'dataset.yml'), DATASET);
  await writeFile(path.join(folder, 'entities.csv'), `source,kind,name,passage\n${entities.join('\n')}\n`);
  const head = 'source,from,type,to,modality,passage,confidence';
  await writeFile(path.join(folder, 'relationships.csv'), `${head}\n${relationships.join('\n')}\n`);
}
