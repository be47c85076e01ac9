import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { TABLE_NAMES, type Versioned, type Table } from '#graph-model/rows.ts';
import { canonicalJson, compareText } from '#graph-model/text.ts';
import { type World, emptyWorld, loadWorld, runsOf, shuffledCopy, worldFolder } from '#test/support/load-world.ts';
import { type Described, describeVersion, readExpected } from './expect.ts';
import { Snapshot } from './snapshot.ts';

const VERSIONS = [1, 2, 3, 4] as const;
const folders = runsOf('golden');
const expected = (version: number) => readExpected(path.join(worldFolder('golden'), 'expected', `v${version}.yml`));

/** The world is frozen: what else must be shown goes into a world beside it. */
const FROZEN = 'd38ccc27585e97f5db732eb15ef4b61071ef0eb1fc3a34906b28833919e853ef';

describe('the golden world', () => {
  let world: World;
  const atHead = new Map<number, Described>();

  beforeAll(async () => {
    world = await emptyWorld();
    for (const folder of folders) {
      const version = await world.load(folder);
      atHead.set(version, await describeVersion(world.store, version));
    }
  });
  afterAll(() => world.dispose());

  it.each(VERSIONS)('is at version %i, when that is the newest, what was written by hand', (version) => {
    expect(atHead.get(version)).toEqual(expected(version));
  });

  it.each(VERSIONS)(
    'still reads the same at version %i after the last run, from a store opened anew',
    async (version) => {
      const again = await openStore(world.url, { readOnly: true });
      try {
        expect(await describeVersion(again, version)).toEqual(atHead.get(version));
      } finally {
        await again.close();
      }
    },
  );

  it('gives equal rows at every version when the rows of its tables come in another order', async () => {
    const shuffled = await emptyWorld();
    try {
      for (const [i, folder] of folders.entries()) {
        const copy = shuffledCopy(folder, i + 1);
        await shuffled.load(copy.folder).finally(() => copy.dispose());
      }
      expect(await everyChange(shuffled.store)).toEqual(await everyChange(world.store));
    } finally {
      await shuffled.dispose();
    }
  });

  it('publishes nothing when its last run is loaded again', async () => {
    const again = await loadWorld('golden');
    try {
      expect(await again.load(folders.at(-1) ?? '')).toBe(4);
      expect((await again.store.head()).version).toBe(4);
      expect((await again.store.runs()).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    } finally {
      await again.dispose();
    }
  });

  it('is refused by a public store at the run with the internal ledger, and stays as it was', async () => {
    const open = await loadWorld('golden', { visibility: 'public', runs: 3 });
    try {
      await expect(open.load(folders[3] ?? '')).rejects.toMatchObject({ code: 'INTERNAL_SOURCE' });
      expect((await open.store.head()).version).toBe(3);
      expect(await describeVersion(open.store, 3)).toEqual(atHead.get(3));
    } finally {
      await open.dispose();
    }
  });

  it('gives an entity back its id when its merge is undone', async () => {
    const [v1, v2, v3] = [
      await idsByName(world.store, 1),
      await idsByName(world.store, 2),
      await idsByName(world.store, 3),
    ];
    const [short, legal] = [v1.get('青石光电') ?? '', v1.get('青石光电有限公司') ?? ''];
    expect(v2.get('青石光电有限公司')).toBe(legal);
    expect(v2.has('青石光电')).toBe(false);
    expect((await (await world.store.reader(2)).get('redirect', [short])).get(short)).toEqual({ id: short, to: legal });
    expect(v3.get('青石光电')).toBe(short);
    expect((await (await world.store.reader(3)).get('redirect', [short])).size).toBe(0);
  });

  it.each(['青石光电有限公司', '白鹿激光有限公司'])(
    'keeps the id of %s when the record it was minted from goes',
    async (name) => {
      const ids = await Promise.all(VERSIONS.map(async (version) => (await idsByName(world.store, version)).get(name)));
      expect(ids[0]).toMatch(/^e/);
      expect(new Set(ids).size).toBe(1);
    },
  );

  it('stores the ends of a relationship without direction in order of id', async () => {
    const rows = (await Snapshot.of(await world.store.reader(1))).rows('relationship');
    const ties = rows.filter(({ type }) => type === 'COLLABORATES_WITH');
    expect(ties.map(({ from, to }) => compareText(from, to) < 0)).toEqual([true, true]);
  });

  it('supersedes a row only by another content, and never closes an anchor', async () => {
    for (const version of VERSIONS) {
      const reader = await world.store.reader(version);
      for (const table of TABLE_NAMES) {
        const { opened, closed } = await reader.changes(table);
        const now = new Map(opened.map(({ row }) => [row.id, canonicalJson(row)]));
        const rewritten = closed.filter(({ row }) => now.get(row.id) === canonicalJson(row));
        expect(rewritten, `${table} at ${version}`).toEqual([]);
      }
      expect((await reader.changes('anchor')).closed).toEqual([]);
    }
  });

  it('has not changed since it was frozen', () => {
    const files = readdirSync(worldFolder('golden'), { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    const hashes = files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      const inside = path.relative(worldFolder('golden'), file).split(path.sep).join('/');
      return `${inside} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
    });
    expect(createHash('sha256').update(hashes.sort(compareText).join('\n')).digest('hex')).toBe(FROZEN);
  });
});

async function idsByName(store: GraphStore, version: number): Promise<ReadonlyMap<string, string>> {
  const rows = (await Snapshot.of(await store.reader(version))).rows('entity');
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Every row that any version opened or closed, by version and table. */
async function everyChange(store: GraphStore): Promise<object> {
  const all: Record<string, { opened: readonly Versioned<Table>[]; closed: readonly Versioned<Table>[] }> = {};
  for (const version of VERSIONS) {
    const reader = await store.reader(version);
    for (const table of TABLE_NAMES) all[`${version} ${table}`] = await reader.changes(table);
  }
  return all;
}
