import { GraphError } from '#graph-model/errors.ts';
import { TABLES, type Table, type Versioned } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { sortedUnique } from '#graph-model/text.ts';

/** Which tables an id may stand in, by its first letter. */
const TABLE_OF: Readonly<Record<string, Table>> = {
  s: 'source',
  p: 'passage',
  r: 'record',
  t: 'statement',
  v: 'evidence',
  c: 'coverage',
  d: 'decision',
  e: 'entity',
  n: 'name',
  l: 'relationship',
  a: 'attribute',
  i: 'indicator',
  m: 'reading',
};

export type Explanation = {
  readonly id: string;
  readonly table: Table;
  readonly version: number;
  readonly live: boolean;
  /** Every content it has had, oldest first, with the versions that showed it and why it was closed. */
  readonly history: readonly Versioned<Table>[];
  readonly redirectsTo?: string;
  readonly records?: readonly unknown[];
  readonly statements: readonly unknown[];
  readonly decisions: readonly unknown[];
};

/**
 * Why an id is as it is: its whole history, the statements that stand behind it with their evidence, passages and
 * sources, and the decisions about its records.
 * @throws GraphError ID_UNKNOWN
 */
export async function explain(reader: GraphReader, id: string): Promise<Explanation> {
  const table = TABLE_OF[id.charAt(0)];
  const history = table === undefined ? [] : await reader.history(table, id);
  if (table === undefined || history.length === 0) throw new GraphError('ID_UNKNOWN', { id });
  const redirect = (await reader.get('redirect', [id])).get(id);
  const records = table === 'entity' ? await reader.find('record', 'entity', [id]) : [];
  const recordIds = table === 'record' ? [id] : records.map((record) => record.id);
  return {
    id,
    table,
    version: reader.version,
    live: history.at(-1)?.until === null,
    history,
    ...(redirect === undefined ? {} : { redirectsTo: redirect.to }),
    ...(records.length === 0 ? {} : { records }),
    statements: await statementsBehind(reader, table, id, recordIds),
    decisions: await decisionsAbout(reader, recordIds, id),
  };
}

async function statementsBehind(
  reader: GraphReader,
  table: Table,
  id: string,
  recordIds: readonly string[],
): Promise<readonly unknown[]> {
  const rows = await (async () => {
    if (table === 'statement') return [...(await reader.get('statement', [id])).values()];
    if (table === 'entity' || table === 'record') return reader.find('statement', 'subject', recordIds);
    return reader.find('statement', 'fact', [id]);
  })();
  const evidence = await reader.find(
    'evidence',
    'statement',
    rows.map((row) => row.id),
  );
  const passages = await reader.get('passage', sortedUnique(evidence.map(({ passage }) => passage)));
  const sources = await reader.get('source', sortedUnique(evidence.map(({ source }) => source)));
  return rows.map(({ statement, fact, accepted }) => ({
    statement,
    fact,
    accepted,
    evidence: evidence
      .filter((each) => each.statement === statement.id)
      .map(({ batch: _batch, ...each }) => ({
        ...each,
        passage: passages.get(each.passage),
        source: sources.get(each.source),
      })),
  }));
}

async function decisionsAbout(
  reader: GraphReader,
  records: readonly string[],
  id: string,
): Promise<readonly unknown[]> {
  const found = new Map<string, unknown>();
  for (const key of TABLES.decision.keys) {
    if (key === 'owner') continue;
    const values = key === 'statement' ? [id] : records;
    for (const row of await reader.find('decision', key, values)) found.set(row.id, row.decision);
  }
  return sortedUnique(found.keys()).map((each) => found.get(each));
}
