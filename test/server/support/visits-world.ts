import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LEDGER_COLUMNS, LEDGER_TABLE, ledgerTemplate } from '#ingest/ledger/template.ts';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

/** Who is wanted, who makes what, and through whom: beside the world of surveys. */
const WANTED = {
  'dataset.yml': `id: wanted
title: { zh: 招商小例, en: wanted }
publisher: 陇链项目
licence: CC0-1.0
sources:
  - { id: plan, title: 甲市泵业招商方案, class: policy, publisher: 甲市人民政府, date: 2025-01 }
  - { id: news, title: 泵业新闻, class: official_news, publisher: 外省日报, date: 2025-02 }
tables:
  - file: things.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { is: '0.9' }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { is: '0.9' }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: { column: modality } }]
`,
  'things.csv': `kind,name,source,passage
Place,甲市,plan,¶1
Place,外省,news,¶1
Park,甲高新区,plan,¶2
Segment,叶轮,plan,¶2
Chain,泵业,plan,¶2
Product,铸造叶片,news,¶2
Company,白鹿泵业有限公司,plan,¶3
Company,黑石阀业有限公司,plan,¶3
Company,"=HYPERLINK(""http://x.example"")泵业有限公司",plan,¶3
Company,青石泵业有限公司,news,¶3
`,
  'ties.csv': `from,type,to,modality,source,passage
叶轮,SEGMENT_OF,泵业,operating,plan,¶2
铸造叶片,IN_SEGMENT,叶轮,operating,news,¶2
甲市,TARGETS,白鹿泵业有限公司,planned,plan,¶3
甲市,TARGETS,黑石阀业有限公司,planned,plan,¶3
甲市,TARGETS,"=HYPERLINK(""http://x.example"")泵业有限公司",planned,plan,¶4
甲高新区,ACTIVE_IN,叶轮,planned,plan,¶4
白鹿泵业有限公司,PRODUCES,铸造叶片,operating,news,¶2
白鹿泵业有限公司,ACTIVE_IN,叶轮,planned,news,¶4
白鹿泵业有限公司,LOCATED_IN,外省,operating,news,¶1
青石泵业有限公司,SUPPLIES,白鹿泵业有限公司,operating,news,¶3
黑石阀业有限公司,ACTIVE_IN,叶轮,planned,news,¶4
`,
} as const;

const ROWS = ['白鹿泵业有限公司,在谈,2024-11,,甲市商务局,,,,,,,,', '黑石阀业有限公司,签约,2025-01,,,甲高新区,,,,,,,'];

async function load(world: World, files: Readonly<Record<string, string>>): Promise<void> {
  await withTempFolder(async (folder) => {
    const inside = path.join(folder, 'data');
    await mkdir(inside);
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(inside, name), text);
    await world.load(inside);
  });
}

/** The world of surveys with firms that a plan wants, one of which has signed; without its ledger where not said. */
export async function visitsWorld(ledger: boolean): Promise<World> {
  const world = await loadWorld('survey');
  await load(world, WANTED);
  if (ledger) {
    const files = Object.fromEntries(ledgerTemplate({ publisher: '甲市商务局', date: '2025-03' }));
    await load(world, { ...files, [LEDGER_TABLE]: `${[LEDGER_COLUMNS.join(','), ...ROWS].join('\r\n')}\r\n` });
  }
  return world;
}
