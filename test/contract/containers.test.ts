import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { COMMANDS } from '#server/cli/commands.ts';
import { readSettings, SETTINGS } from '#server/cli/settings.ts';
import { GRACE_MS } from '#server/http/graphql-server.ts';
import { checkBind } from '#server/http/hosts.ts';

/** What can be held of docker-compose.yml and the Dockerfile without an engine. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const composeText = read('docker-compose.yml');
const dockerfile = read('Dockerfile');

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string().or(z.number())),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()),
  restart: z.string(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  stop_grace_period: z.string(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const { services, volumes } = z
  .object({
    services: z.object({ neo4j: Service, ingest: Service, server: Service }),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(composeText, { merge: true }));
const ours = [services.ingest, services.server];

describe('docker-compose.yml', () => {
  test('every port is published on loopback only', () => {
    const ports = Object.values(services).flatMap((service) => service.ports);
    expect(ports.map((port) => port.replace(/:\d+$/, ''))).toStrictEqual([
      '127.0.0.1:7474',
      '127.0.0.1:7687',
      '127.0.0.1:${LONGLIAN_PORT:-4600}',
    ]);
  });

  test('the password comes from the environment, and nothing starts without it', () => {
    const passwords = Array.from(composeText.matchAll(/\$\{NEO4J_PASSWORD(.)(.)/g), ([, ...how]) => how.join(''));
    expect(passwords).toStrictEqual([':?', ':?']);
    expect(composeText).not.toMatch(/NEO4J_(PASSWORD: |AUTH: neo4j\/)[^$]/);
  });

  test('the image of Neo4j, which takes NEO4J_ variables for settings, gets no other', () => {
    const names = Object.keys(services.neo4j.environment).filter((name) => name !== 'NEO4J_AUTH');
    expect(names.filter((name) => !/^NEO4J_(db|dbms|server)_[a-z_]+$/.test(name))).toStrictEqual([]);
    expect(names).toContain('NEO4J_db_transaction_timeout');
  });

  test('Neo4j is of the release that the tests run against', () => {
    const [, tested] = /VERSION = '(\d+\.\d+)\.\d+'/.exec(read('scripts/neo4j/jars.mjs')) ?? [];
    expect(services.neo4j.image).toBe(`neo4j:${tested}-community`);
  });

  test('what our containers are told is a setting, and the settings are accepted, listening included', () => {
    for (const { environment } of ours) {
      expect(Object.keys(environment).filter((name) => !(name in SETTINGS))).toStrictEqual([]);
      const { host, port, publicHosts, store, credentials } = readSettings(filledIn(environment));
      expect(() => checkBind(host, publicHosts)).not.toThrow();
      expect([port, store, credentials?.password]).toStrictEqual([4600, 'bolt://neo4j:7687', 'secretsecret']);
    }
  });

  test('one image loads the data set once Neo4j answers, then serves; neither as root nor on a file system it may change', () => {
    expect(ours.map(({ image, build, command }) => ({ image, build, command }))).toStrictEqual([
      { image: 'longlian', build: '.', command: ['ingest', 'data/gansu'] },
      { image: 'longlian', build: '.', command: ['serve'] },
    ]);
    expect(ours.flatMap(({ command: [name = ''] = [] }) => name in COMMANDS)).toStrictEqual([true, true]);
    expect(existsSync(join(ROOT, 'data/gansu/dataset.yml'))).toBe(true);
    expect(ours.map((service) => service.depends_on)).toStrictEqual([
      { neo4j: { condition: 'service_healthy' } },
      { ingest: { condition: 'service_completed_successfully' } },
    ]);
    expect(ours.map((service) => service.restart)).toStrictEqual(['no', 'unless-stopped']);
    expect(ours.flatMap((service) => [service.read_only, ...service.cap_drop])).toStrictEqual([
      true,
      'ALL',
      true,
      'ALL',
    ]);
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  test('whoever stops the service waits longer than it gives to requests under way', () => {
    for (const { stop_grace_period } of ours)
      expect(Number.parseInt(stop_grace_period) * 1000).toBeGreaterThan(GRACE_MS);
  });

  test('every volume is declared, and our data folder is one', () => {
    const mounts = Object.values(services).flatMap((service) => service.volumes);
    expect([...new Set(mounts.map((mount) => mount.split(':')[0]))]).toStrictEqual(Object.keys(volumes));
    const [, home] = /^ENV LONGLIAN_HOME=(.+)$/m.exec(dockerfile) ?? [];
    expect(services.server.volumes).toStrictEqual([`longlian-home:${home}`]);
  });

  test('the health check of the service says what /readyz says', async () => {
    const [how, program, ...args] = services.server.healthcheck?.test ?? [];
    expect([how, program, args.length]).toStrictEqual(['CMD', 'node', 2]);
    let status = 200;
    const http = createServer((req, res) => res.writeHead(req.url === '/readyz' ? status : 404).end('{}'));
    await once(http.listen(0, '127.0.0.1'), 'listening');
    const { port } = http.address() as AddressInfo;
    const ask = async () => {
      const child = spawn(
        process.execPath,
        args.map((arg) => arg.replace(':4600/', `:${port}/`)),
      );
      return (await once(child, 'close'))[0] as number;
    };
    const ready = await ask();
    status = 503;
    const unready = await ask();
    http.closeAllConnections();
    http.close();
    expect([ready, unready, await ask()]).toStrictEqual([0, 1, 1]);
  });

  test('every variable it reads is explained in the README', () => {
    const names = new Set(Array.from(composeText.matchAll(/\$\{(\w+):[-?]/g), ([, name = '']) => name));
    expect([...names].filter((name) => !read('README.md').includes(`\`${name}\``))).toStrictEqual([]);
  });
});

describe('the Dockerfile', () => {
  const copies = Array.from(dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm), ([, paths = '']) =>
    paths.split(' '),
  ).flat();
  const letThrough = Array.from(read('.dockerignore').matchAll(/^!(.+)$/gm), ([, path = '']) => path);

  test('whatever it copies from the checkout is there, and .dockerignore lets it through, and nothing by default', () => {
    expect(copies).toContain('package-lock.json');
    expect([...copies, ...letThrough].filter((path) => !existsSync(join(ROOT, path)))).toStrictEqual([]);
    expect(copies.filter((path) => path !== '.' && !letThrough.includes(path))).toStrictEqual([]);
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });

  test('it carries every package that the bundle leaves out', () => {
    const [, list = ''] = /external: \[(.*)\]/.exec(read('scripts/setup/bundle-server.mjs')) ?? [];
    const external = Array.from(list.matchAll(/'([^']+)'/g), ([, name = '']) => name);
    expect(external.length).toBeGreaterThan(0);
    for (const name of external) expect(dockerfile).toContain(`/app/node_modules/${name} node_modules/${name}\n`);
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** As compose fills it in where only the password is given. */
function filledIn(environment: { readonly [name: string]: string | number }): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      String(value)
        .replace(/\$\{NEO4J_PASSWORD:\?[^}]*\}/, 'secretsecret')
        .replace(/\$\{\w+:-([^}]*)\}/, '$1'),
    ]),
  );
}
