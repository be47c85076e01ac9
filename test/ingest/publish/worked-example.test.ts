import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Locator } from '#graph-model/facts/passage.ts';
import { evidenceId, passageId, recordId } from '#graph-model/ids.ts';
import { openSqliteStore } from '#graph-model/store/sqlite/store.ts';
import { publishRun } from '#ingest/publish/publish.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { QUIET, type Shown, shown } from '#test/support/publish-world.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

/** The worked example of the design: one row of a table of members, all the way to the relationship. */
const FILES = {
  'dataset.yml': `
id: gansu
title: { zh: 甘肃创新生态, en: Gansu innovation ecosystem }
publisher: 陇链项目
licence: CC-BY-4.0
sources:
  - { id: gs-2025-02, title: 新突破, class: official_news, publisher: 甘肃日报, date: 2025-02, visibility: public }
tables:
  - file: members.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { is: '0.95' }
    records:
      whole: { kind: { is: Consortium }, name: { column: consortium } }
      part: { kind: { is: University }, name: { column: body } }
    states:
      - relationship: { column: role, words: { member: MEMBER_OF, partner: PARTNER_OF } }
        from: part
        to: whole
        modality: operating
`,
  'members.csv': `consortium,body,role,source,passage
甘肃省离子放射治疗技术创新联合体,兰州大学,member,gs-2025-02,¶36
`,
};

/** What the store shows after the folder was published, and since when. */
async function published(): Promise<{ readonly now: Shown; readonly since: ReadonlyMap<string, number> }> {
  return withTempFolder(async (home) => {
    const folder = path.join(home, 'gansu');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
    const store = await openSqliteStore(path.join(home, 'graph.sqlite'));
    try {
      const { run } = await stageDataset(folder, { home, work: QUIET });
      const { version } = await publishRun(store, run, QUIET);
      const now = await shown(store, version);
      const ids = now.relationship.map(({ id }) => id);
      return { now, since: await (await store.reader(version)).since('relationship', ids) };
    } finally {
      await store.close();
    }
  });
}

test('a row of a table becomes a statement, its evidence, and a relationship that stands since version 1', async () => {
  const { now, since } = await published();
  const [source] = now.source;
  if (source === undefined) throw new Error('no source');
  const university = recordId(source.id, 'University', '兰州大学');
  const consortium = recordId(source.id, 'Consortium', '甘肃省离子放射治疗技术创新联合体');

  const [statement] = now.statement;
  expect(now.statement).toHaveLength(1);
  expect(statement?.statement).toStrictEqual({
    id: statement?.id,
    says: 'relationship',
    subject: university,
    predicate: 'MEMBER_OF',
    object: consortium,
    modality: 'operating',
    qualifiers: {},
  });

  const passage = passageId(source.id, Locator.parse('¶36'));
  const statementId = statement?.statement.id;
  if (statementId === undefined) throw new Error('no statement');
  expect(now.evidence).toStrictEqual([
    {
      id: evidenceId(statementId, passage, 'data/gansu'),
      statement: statementId,
      passage,
      source: source.id,
      owner: 'data/gansu',
      confidence: 950,
      stance: 'supports',
      batch: `data/gansu ${source.id}`,
    },
  ]);

  const names = new Map(now.entity.map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  const [relationship] = now.relationship;
  if (relationship === undefined) throw new Error('no relationship');
  const { id, from, to, ...rest } = relationship;
  expect([names.get(from), names.get(to)]).toStrictEqual([
    'University 兰州大学',
    'Consortium 甘肃省离子放射治疗技术创新联合体',
  ]);
  expect(rest).toStrictEqual({
    type: 'MEMBER_OF',
    modality: 'operating',
    identity: [],
    details: [],
    statements: 1,
    publishers: 1,
    sources: 1,
    classes: ['official_news'],
    confidence: 950,
  });
  expect([...since]).toStrictEqual([[id, 1]]);
  expect(statement?.fact).toBe(id);
});
