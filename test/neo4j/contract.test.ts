import { storeContract } from '#test/store-contract.ts';
import { neo4jHarness } from './harness.ts';

const server = {
  url: 'bolt://127.0.0.1:17687',
  credentials: { username: 'neo4j', password: 'secretsecret', database: 'neo4j' },
};
storeContract('Neo4j', () => neo4jHarness(server));
