import neo4j, { Neo4jError, type Driver } from 'neo4j-driver';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { BY_HOPS, type EngineMaker } from './engine.ts';
import { SOME_TYPES, type PlainGraph } from './graph.ts';

const ROWS_AT_ONCE = 10_000;
/** Asked for where ten are wanted: parallel relationships and repeated entities give some paths that do not count. */
const FIRST_TRY = 20;
const LAST_TRY = 1_280;

/**
 * Neo4j over Bolt, plain nodes and relationships, by the settings of a user (bench/own-neo4j.ts). `SHORTEST k` gives
 * paths that repeat entities, and one for each of parallel relationships: more are asked for until ten remain. Community
 * has no paths by cost.
 */
export const byNeo4j = (url: string): EngineMaker => ({
  questions: [...BY_HOPS],
  async build(graph) {
    const { NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '' } = process.env;
    const driver = neo4j.driver(url, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
    await load(driver, graph);
    return {
      async answer({ k, hops, someTypes }, from, to, seconds) {
        const until = performance.now() + seconds * 1000;
        const types = someTypes ? `:${SOME_TYPES.join('|')}` : '';
        const ask = (query: string) => read(driver, query, { from: neo4j.int(from), to: neo4j.int(to) }, until);
        if (k === 1) {
          const path = `shortestPath((a)-[${types}*..${hops}]-(b))`;
          const rows = await ask(`${ENDS} MATCH p = ${path} RETURN length(p) AS hops`);
          return rows && { lengths: rows.map((row) => Number(row['hops'])), cut: false };
        }
        return best(ask, `(a)-[${types}]-{1,${hops}}(b)`, k);
      },
      close: () => driver.close(),
    };
  },
});

const ENDS = 'MATCH (a:E {n: $from}), (b:E {n: $to})';

type Rows = readonly Readonly<Record<string, unknown>>[];

async function best(ask: (query: string) => Promise<Rows | undefined>, pattern: string, k: number) {
  for (let wanted = FIRST_TRY; ; wanted *= 4) {
    const rows = await ask(`${ENDS} MATCH p = SHORTEST ${wanted} ${pattern} RETURN [one IN nodes(p) | one.n] AS list`);
    if (rows === undefined) return undefined;
    const simple = new Map<string, number>();
    for (const { list } of rows as readonly { list: unknown[] }[]) {
      const names = list.map(String);
      if (new Set(names).size === names.length) simple.set(names.join(), names.length - 1);
    }
    const lengths = [...simple.values()].sort((a, b) => a - b).slice(0, k);
    if (lengths.length === k || rows.length < wanted) return { lengths, cut: false };
    if (wanted >= LAST_TRY) return { lengths, cut: true };
  }
}

/** @param until time of this process at which the server breaks it off: undefined then */
async function read(driver: Driver, query: string, parameters: object, until: number): Promise<Rows | undefined> {
  const timeout = Math.ceil(until - performance.now());
  if (timeout <= 0) return undefined;
  try {
    const config = { database: 'neo4j', routing: 'READ', transactionConfig: { timeout } } as const;
    const { records } = await driver.executeQuery(query, parameters, config);
    return records.map((record) => record.toObject());
  } catch (error) {
    if (error instanceof Neo4jError && error.code.includes('TransactionTimedOut')) return undefined;
    throw error;
  }
}

async function load(driver: Driver, { kinds, from, to, types }: PlainGraph): Promise<void> {
  const run = (query: string, parameters = {}) => driver.executeQuery(query, parameters, { database: 'neo4j' });
  await run('CREATE CONSTRAINT e_n IF NOT EXISTS FOR (e:E) REQUIRE e.n IS UNIQUE');
  for (let at = 0; at < kinds.length; at += ROWS_AT_ONCE) {
    const until = Math.min(at + ROWS_AT_ONCE, kinds.length);
    await run('UNWIND range($at, $until - 1) AS n CREATE (:E {n: n})', { at: neo4j.int(at), until: neo4j.int(until) });
  }
  for (const [type, name] of RELATIONSHIP_TYPES.entries()) {
    const rows = Array.from(types.keys()).filter((row) => types[row] === type);
    const query = `UNWIND $ends AS pair MATCH (a:E {n: pair[0]}), (b:E {n: pair[1]}) CREATE (a)-[:${name}]->(b)`;
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const ends = rows.slice(at, at + ROWS_AT_ONCE).map((row) => [neo4j.int(from[row] ?? 0), neo4j.int(to[row] ?? 0)]);
      await run(query, { ends });
    }
  }
}
