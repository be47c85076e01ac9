import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { PlainFact } from '../board/world.ts';

export type Peer = { list(segment: string, region: string): number; close(): void };

/** What SQL would be written by hand: who acts in a segment or makes a product of it, and whether that is in a region. */
const SQL = `WITH RECURSIVE
  within(place) AS (
    SELECT ?2 UNION SELECT "from" FROM within JOIN fact ON "to" = place AND type IN ('PART_OF', 'LOCATED_IN')
      WHERE "from" IN (SELECT id FROM area)),
  acts(actor, type, product, modality, at) AS (
    SELECT "from", type, NULL, modality, at FROM fact WHERE "to" = ?1 AND type IN ('ACTIVE_IN', 'SUPPORTS')
    UNION ALL SELECT does."from", does.type, made."from", does.modality, does.at
      FROM fact made JOIN fact does ON does."to" = made."from" AND does.type IN ('PRODUCES', 'DEVELOPS')
      WHERE made."to" = ?1 AND made.type = 'IN_SEGMENT')
  SELECT actor, acts.type, product, acts.modality, placed."to", placed."to" IN (SELECT place FROM within) AS here,
    (SELECT count(*) FROM fact tie WHERE tie."from" = actor AND tie.type IN ('SUPPLIES', 'MEMBER_OF', 'COLLABORATES_WITH'))
  FROM acts LEFT JOIN fact placed ON placed."from" = actor AND placed.type = 'LOCATED_IN'
  ORDER BY here, actor LIMIT 50`;

/** The same facts as one plain table, without versions, sources or evidence; answers in ms. */
export function plainPeer(folder: string, facts: readonly PlainFact[], areas: readonly string[]): Peer {
  const db = new DatabaseSync(path.join(folder, 'plain.sqlite'));
  db.exec('CREATE TABLE fact (type TEXT, "from" TEXT, "to" TEXT, modality TEXT, at TEXT)');
  db.exec('CREATE TABLE area (id TEXT PRIMARY KEY)');
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?)');
  for (const { type, from, to, modality, at } of facts) insert.run(type, from, to, modality, at ?? null);
  const area = db.prepare('INSERT INTO area VALUES (?)');
  for (const id of areas) area.run(id);
  db.exec('COMMIT');
  db.exec('CREATE INDEX into_end ON fact ("to", type); CREATE INDEX out_of ON fact ("from", type); ANALYZE');
  const query = db.prepare(SQL);
  return {
    list: (segment, region) => {
      const start = performance.now();
      query.all(segment, region);
      return performance.now() - start;
    },
    close: () => db.close(),
  };
}
