import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import neo4j from 'neo4j-driver';
import type { Credentials } from '#graph-model/store/open-options.ts';
import type { PlainFact } from './world.ts';

/** Counts of a chain in some regions, in ms: no more than what is seen in each cell. */
export type Peer = {
  count(chain: string, regions: readonly string[]): Promise<number>;
  close(): Promise<void>;
};

const INDEXES = `CREATE INDEX into_end ON fact ("to", type);
  CREATE INDEX out_of ON fact ("from", type);`;

/** What SQL would be written by hand: parts of regions by recursion, actors counted by segment, region and modality. */
const SQL = `WITH RECURSIVE
  within(region, place) AS (
    SELECT value, value FROM json_each(?2)
    UNION SELECT region, "from" FROM within JOIN fact ON "to" = place AND type IN ('PART_OF', 'LOCATED_IN')
      WHERE "from" IN (SELECT id FROM area)),
  segment(id) AS (SELECT "from" FROM fact WHERE "to" = ?1 AND type = 'SEGMENT_OF'),
  acts(segment, actor, modality, at) AS (
    SELECT "to", "from", modality, at FROM segment JOIN fact ON "to" = id AND type IN ('ACTIVE_IN', 'SUPPORTS')
    UNION ALL SELECT made."to", does."from", does.modality, does.at
      FROM segment JOIN fact made ON made."to" = id AND made.type = 'IN_SEGMENT'
      JOIN fact does ON does."to" = made."from" AND does.type IN ('PRODUCES', 'DEVELOPS')),
  placed(segment, actor, modality, place) AS (
    SELECT segment, actor, modality, coalesce(at,
      (SELECT "to" FROM fact WHERE "from" = actor AND type = 'LOCATED_IN' LIMIT 1), actor) FROM acts)
  SELECT segment, region, modality, count(DISTINCT actor) FROM placed JOIN within USING (place) GROUP BY 1, 2, 3`;

/** The same facts as one plain table, without versions, sources or evidence. */
export function sqlPeer(folder: string, facts: readonly PlainFact[], areas: readonly string[]): Peer {
  const db = new DatabaseSync(path.join(folder, 'plain.sqlite'));
  db.exec(
    'CREATE TABLE fact (type TEXT, "from" TEXT, "to" TEXT, modality TEXT, at TEXT); CREATE TABLE area (id TEXT PRIMARY KEY)',
  );
  db.exec('BEGIN');
  const insert = db.prepare('INSERT INTO fact VALUES (?, ?, ?, ?, ?)');
  for (const { type, from, to, modality, at } of facts) insert.run(type, from, to, modality, at ?? null);
  const area = db.prepare('INSERT INTO area VALUES (?)');
  for (const id of areas) area.run(id);
  db.exec(`COMMIT; ${INDEXES} ANALYZE`);
  const query = db.prepare(SQL);
  return {
    count: (chain, regions) => timed(() => Promise.resolve(query.all(chain, JSON.stringify(regions)))),
    close: () => Promise.resolve(db.close()),
  };
}

/** Over what is drawn in our own store: the relationships that a person sees in a browser. */
const CYPHER = `UNWIND $regions AS regionId
  MATCH (region:Entity) WHERE region.id = regionId AND NOT region:Past
  MATCH (chain:Chain) WHERE chain.id = $chain AND NOT chain:Past
  MATCH (segment:Segment)-[:SEGMENT_OF]->(chain)
  CALL (segment) {
    MATCH (segment)<-[does:ACTIVE_IN|SUPPORTS]-(actor) RETURN actor, does.modality AS modality
    UNION ALL
    MATCH (segment)<-[:IN_SEGMENT]-(:Product)<-[does:PRODUCES|DEVELOPS]-(actor) RETURN actor, does.modality AS modality
  }
  WITH segment, region, actor, modality
  WHERE EXISTS { (actor)-[:LOCATED_IN|PART_OF*0..4]->(region) }
  RETURN segment.id, region.id, modality, count(DISTINCT actor)`;

/** Without `at`: the relationships that are drawn do not carry it. */
export function cypherPeer(url: string, { username, password, database }: Credentials): Peer {
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password));
  return {
    count: (chain, regions) =>
      timed(() => driver.executeQuery(CYPHER, { chain, regions }, { database, routing: 'READ' })),
    close: () => driver.close(),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
