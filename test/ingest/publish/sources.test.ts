import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { compareText } from '#graph-model/text.ts';
import { previewRun, publishRun } from '#ingest/publish/publish.ts';
import { QUIET, stagedRun, withStore } from '#test/support/publish-world.ts';
import { attribute, record, source } from '#test/support/statements.ts';
import { FIRM, LOCATED, NAMED, NEWS, PLAN, SHORT, SHORT_NAMED, TWIN_NAMED, decide, publish, told } from './told.ts';

test('one owner takes back only its own evidence', () =>
  withStore(async (store) => {
    await publish(store, told([[LOCATED, PLAN]]));
    await publish(store, told([[LOCATED, PLAN]], { owner: 'data/b' }));
    const now = await publish(store, told([], { owner: 'data/b' }));
    expect(now.evidence.map(({ owner }) => owner)).toStrictEqual(['data/a']);
    expect(now.source.map(({ listedBy }) => listedBy)).toStrictEqual([['data/a']]);
    expect(now.relationship).toHaveLength(1);
  }));

test('reading one source anew closes nothing in the others, and no decision', () =>
  withStore(async (store) => {
    const both = told(
      [
        [NAMED, PLAN],
        [SHORT_NAMED, NEWS],
      ],
      { decisions: [decide('same', FIRM, SHORT)] },
    );
    await publish(store, both);
    const now = await publish(store, told([[TWIN_NAMED, NEWS]], { reread: [NEWS.id] }));
    expect(now.statement.map(({ id }) => id)).toStrictEqual([NAMED.id, TWIN_NAMED.id].sort(compareText));
    expect(now.decision).toHaveLength(1);
    const later = await publish(
      store,
      told(
        [
          [LOCATED, PLAN],
          [TWIN_NAMED, NEWS],
        ],
        { reread: [] },
      ),
    );
    expect(later.statement).toHaveLength(3);
  }));

test('a source that two owners list must be described alike; the word for it stays that of the first', () =>
  withStore(async (store) => {
    await publish(store, told([[LOCATED, PLAN]]));
    const theirs = told([[LOCATED, PLAN]], { owner: 'data/b' });
    const otherwise = stagedRun({ ...theirs, sources: [{ ...PLAN, class: 'proposal' }] });
    await expect(publishRun(store, otherwise, QUIET)).rejects.toThrow(
      new GraphError('SOURCE_DIFFERS', { source: 'plan', title: '资料 plan', listedBy: ['data/a'] }),
    );
    const now = await publish(store, { ...theirs, sources: [{ ...PLAN, key: 'p' }] });
    expect(now.source).toStrictEqual([{ ...PLAN, listedBy: ['data/a', 'data/b'] }]);
    expect(await previewRun(store, stagedRun(told([[LOCATED, PLAN]])))).toStrictEqual([]);
  }));

test('another publisher of a source changes every fact that rests on it', () =>
  withStore(async (store) => {
    const hashed = { contentHash: 'ab'.repeat(32) };
    const [before, after] = [
      source('x', { ...hashed, publisher: '甲报' }),
      source('x', { ...hashed, class: 'register' }),
    ];
    const thing = record(before, 'Company', '陇泵有限公司');
    const named = attribute(thing, 'name', '陇泵有限公司');
    await publish(store, told([[named, before]], { records: [thing] }));
    const now = await publish(store, told([[named, after]], { records: [thing] }));
    expect(now.attribute.map(({ classes }) => classes)).toStrictEqual([['register']]);
  }));

test('a public store refuses internal sources and stays as it is', () =>
  withStore(async (store) => {
    const secret = source('ledger', { visibility: 'internal' });
    const thing = record(secret, 'Company', '陇泵有限公司');
    const content = told([[attribute(thing, 'name', '陇泵有限公司'), secret]], { records: [thing] });
    await expect(publishRun(store, stagedRun(content), QUIET)).rejects.toThrow(
      new GraphError('INTERNAL_SOURCE', { sources: ['ledger'] }),
    );
    expect((await store.head()).version).toBe(0);
    expect((await publish(store, told([[LOCATED, PLAN]]))).relationship).toHaveLength(1);
  }, 'public'));

test('a scope goes when nobody lists it, and two owners must describe it alike', () =>
  withStore(async (store) => {
    const scopes = [{ id: 'firms', zh: '甲市企业', en: 'firms of 甲市' }];
    await publish(store, told([[LOCATED, PLAN]], { scopes }));
    const theirs = told([[LOCATED, PLAN]], { owner: 'data/b', scopes });
    const otherwise = stagedRun({ ...theirs, scopes: [{ id: 'firms', zh: '乙市企业', en: 'firms' }] });
    await expect(publishRun(store, otherwise, QUIET)).rejects.toThrow(
      new GraphError('SCOPE_DIFFERS', { scope: 'firms', listedBy: ['data/a'] }),
    );
    const both = await publish(store, theirs);
    expect(both.scope).toStrictEqual([{ ...scopes[0], listedBy: ['data/a', 'data/b'] }]);
    const rest = await publish(store, told([[LOCATED, PLAN]], { owner: 'data/b' }));
    expect(rest.scope).toStrictEqual([{ ...scopes[0], listedBy: ['data/a'] }]);
    expect((await publish(store, told([[LOCATED, PLAN]]))).scope).toStrictEqual([]);
  }));
