import { folderOf } from '#test/support/folder.ts';

const SPEC = `id: consortia
title: { zh: 联合体, en: consortia }
asOf: 2025-06
sources: [{ id: news, title: 陇报, class: official_news, publisher: 陇社, date: 2025-02 }]
tables:
  - file: things.csv
    source: news
    passage: { is: "¶1" }
    confidence: "1"
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: news
    passage: { column: passage }
    confidence: "1"
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: operating }]
`;

const FIRMS = 40;
const TIES = 30;
const MEMBERS = 4;
const number = (n: number) => String(n).padStart(2, '0');
export const firmName = (n: number) => `第${number(n)}厂有限公司`;

/** Thirty consortia of four firms each, of forty: enough of them bring together who was in none before to be hidden. */
export function manyConsortia(): string {
  const firms = Array.from({ length: FIRMS }, (_, n) => `Company,${firmName(n)}`);
  const ties = Array.from({ length: TIES }, (_, n) => `Consortium,陇省第${number(n)}创新联合体`);
  const members = Array.from({ length: TIES }, (_, tie) =>
    Array.from({ length: MEMBERS }, (_, k) => (tie + k * k * 3 + k * (tie % 7)) % FIRMS),
  );
  const lines = members.flatMap((some, tie) =>
    [...new Set(some)].map(
      (n, k) => `${k === 0 ? 'LEADS' : 'MEMBER_OF'},${firmName(n)},陇省第${number(tie)}创新联合体,¶${tie + 2}`,
    ),
  );
  return folderOf({
    'dataset.yml': SPEC,
    'things.csv': `kind,name\n${[...firms, ...ties].join('\n')}\n`,
    'ties.csv': `type,from,to,passage\n${lines.join('\n')}\n`,
  });
}
