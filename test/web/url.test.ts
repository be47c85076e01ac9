import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODALITIES } from '../../web/src/state/modalities.ts';
import { decodeView, EMPTY_VIEW, encodeView, type View } from '../../web/src/state/url.ts';

const plain = { noNullPrototype: true };
const id = fc.stringMatching(/^e[a-z2-7]{20}$/);
const op = fc.oneof(
  fc.record({ kind: fc.constant('hide' as const), id }, plain),
  fc.record({ kind: fc.constant('unfold' as const), id }, plain),
  fc.record({ kind: fc.constant('relayout' as const) }, plain),
  fc.record(
    { kind: fc.constant('expand' as const), id, type: fc.constant(null), side: fc.constant('ANY' as const) },
    plain,
  ),
  fc.record(
    {
      kind: fc.constant('expand' as const),
      id,
      type: fc.constantFrom('LEADS', 'MEMBER_OF'),
      side: fc.constantFrom('OUT' as const, 'IN' as const, 'ANY' as const),
    },
    plain,
  ),
);
const view: fc.Arbitrary<View> = fc.record(
  {
    seeds: fc.uniqueArray(id, { maxLength: 8 }),
    ops: fc.array(op, { maxLength: 12 }),
    a: fc.option(id),
    b: fc.option(id),
    path: fc.integer({ min: 0, max: 49 }),
    hops: fc.integer({ min: 1, max: 8 }),
    modalities: fc.subarray([...MODALITIES], { minLength: 1 }),
    ended: fc.boolean(),
    places: fc.boolean(),
    ring: fc.boolean(),
    solidFirst: fc.boolean(),
    apart: fc.boolean(),
    sure: fc.option(fc.constantFrom('middle' as const, 'high' as const)),
    via: fc.subarray(['Company' as const, 'Consortium' as const, 'Park' as const]),
    must: fc.uniqueArray(id, { maxLength: 3 }),
    banned: fc.uniqueArray(id, { maxLength: 8 }),
    shownKinds: fc.subarray(['University' as const, 'Product' as const]),
    shownTypes: fc.subarray(['LEADS', 'MEMBER_OF']),
    folded: fc.boolean(),
    regions: fc.uniqueArray(id, { maxLength: 6 }),
    date: fc.option(fc.constantFrom('2025', '2025-02', '2024-02-29')),
    lens: fc.option(fc.constantFrom('gaps' as const, 'firms' as const, 'time' as const)),
    classes: fc.subarray(['policy' as const, 'register' as const, 'proposal' as const]),
    faces: fc.subarray(['strong' as const, 'sole' as const, 'missing' as const, 'unsurveyed' as const]),
    since: fc.option(fc.nat({ max: 1000 })),
    cell: fc.option(fc.record({ segment: id, region: id }, plain)),
    plan: fc.option(id),
    industry: fc.option(id),
    office: fc.option(id),
    chains: fc.uniqueArray(id, { maxLength: 12 }),
    group: fc.option(fc.constantFrom('entities' as const, 'decisions' as const)),
    names: fc.oneof(
      fc.constant([]),
      fc.array(
        fc.string({ unit: 'binary', minLength: 1 }).filter((name) => !name.includes('\n')),
        { minLength: 1, maxLength: 5 },
      ),
    ),
    outcome: fc.option(fc.constantFrom('MATCHED' as const, 'NONE' as const)),
    consortium: fc.option(id),
    listState: fc.option(fc.constantFrom('open' as const, 'proposed' as const)),
    segment: fc.option(id),
    body: fc.option(id),
    candidate: fc.option(id),
    visits: fc.uniqueArray(id, { maxLength: 50 }),
    compared: fc.uniqueArray(id, { maxLength: 4 }),
    weights: fc.constantFrom({}, { fit: 1000 }, { fit: 0, signals: 250 }),
    required: fc.subarray(['fit' as const, 'evidence' as const]),
    seen: fc.boolean(),
    selection: fc.option(id),
    lang: fc.option(fc.constantFrom('zh' as const, 'en' as const)),
    theme: fc.option(fc.constantFrom('light' as const, 'dark' as const)),
    version: fc.option(fc.nat()),
    unknown: fc.constant([]),
  },
  plain,
);

describe('the link', () => {
  test('any view comes back from its own link', () => {
    fc.assert(
      fc.property(view, (before) => {
        expect(decodeView(encodeView(before))).toStrictEqual({ view: before, faults: [] });
      }),
    );
  });

  test('the default view has an empty link', () => {
    expect(encodeView(EMPTY_VIEW)).toBe('');
    expect(decodeView('')).toStrictEqual({ view: EMPTY_VIEW, faults: [] });
  });

  test('keys stand in a fixed order, ids are joined by commas', () => {
    const before: View = {
      ...EMPTY_VIEW,
      a: 'eaaa',
      b: 'ebbb',
      seeds: ['eccc', 'eddd'],
      hops: 6,
      ops: [
        { kind: 'expand', id: 'eaaa', type: 'MEMBER_OF', side: 'IN' },
        { kind: 'hide', id: 'ebbb' },
        { kind: 'relayout' },
      ],
      version: 3,
    };
    expect(encodeView(before)).toBe('seed=eccc,eddd&a=eaaa&b=ebbb&hops=6&ops=x.eaaa.MEMBER_OF.i,h.ebbb,l&dv=3');
  });

  test('an unreadable field is named and the rest still holds', () => {
    expect(decodeView('a=eaaa&hops=99&ops=x.%20&plan=yes&sel=elll')).toStrictEqual({
      view: { ...EMPTY_VIEW, a: 'eaaa', selection: 'elll' },
      faults: [
        { field: 'hops', value: '99' },
        { field: 'ops', value: 'x. ' },
        { field: 'plan', value: 'yes' },
      ],
    });
  });

  test('the board has its regions, its day and its open cell in the link', () => {
    const before: View = {
      ...EMPTY_VIEW,
      regions: ['eaaa', 'ebbb'],
      date: '2025-02',
      cell: { segment: 'eccc', region: 'eaaa' },
    };
    expect(encodeView(before)).toBe('region=eaaa,ebbb&date=2025-02&cell=eccc.eaaa');
    expect(decodeView(encodeView(before))).toStrictEqual({ view: before, faults: [] });
  });

  test('seven regions, a day that no calendar has and half a cell are named', () => {
    expect(decodeView('region=a,b,c,d,e,f,g&date=2025-02-30&cell=eccc')).toStrictEqual({
      view: EMPTY_VIEW,
      faults: [
        { field: 'region', value: 'a,b,c,d,e,f,g' },
        { field: 'date', value: '2025-02-30' },
        { field: 'cell', value: 'eccc' },
      ],
    });
  });

  test('a list of names is in the link, a name a line, with what came of those shown; too many are named', () => {
    const before: View = { ...EMPTY_VIEW, names: ['兰州大学', '', '甲, 乙 & 丙'], outcome: 'MAY_BE' };
    expect(encodeView(before)).toBe(
      'names=%E5%85%B0%E5%B7%9E%E5%A4%A7%E5%AD%A6%0A%0A%E7%94%B2,%20%E4%B9%99%20%26%20%E4%B8%99&came=MAY_BE',
    );
    expect(decodeView(encodeView(before))).toStrictEqual({ view: before, faults: [] });
    const tooMany = Array.from({ length: 501 }, () => 'a').join('\n');
    expect(
      decodeView(`names=${encodeURIComponent(tooMany)}&came=MAYBE`).faults.map(({ field }) => field),
    ).toStrictEqual(['names', 'came']);
  });

  test('what paths may pass, must pass and may not pass is in the link, and so is what is drawn', () => {
    const before: View = {
      ...EMPTY_VIEW,
      a: 'eaaa',
      b: 'ebbb',
      solidFirst: false,
      apart: true,
      sure: 'middle',
      via: ['Company', 'Park'],
      must: ['eccc'],
      banned: ['eddd', 'eeee'],
      shownKinds: ['Company'],
      shownTypes: ['LEADS', 'MEMBER_OF'],
      folded: true,
      ops: [{ kind: 'unfold', id: 'g-1a' }],
      classes: ['policy'],
      date: '2024',
    };
    expect(encodeView(before)).toBe(
      'a=eaaa&b=ebbb&hub=0&apart=1&sure=middle&via=Company,Park&must=eccc&not=eddd,eeee&kind=Company&rel=LEADS,MEMBER_OF&fold=1&ops=u.g-1a&date=2024&cls=policy',
    );
    expect(decodeView(encodeView(before))).toStrictEqual({ view: before, faults: [] });
  });

  test('four that must be passed, a kind that there is none of and a type in small letters are named', () => {
    expect(decodeView('must=a,b,c,d&via=Firm&rel=leads&sure=1')).toStrictEqual({
      view: EMPTY_VIEW,
      faults: [
        { field: 'must', value: 'a,b,c,d' },
        { field: 'via', value: 'Firm' },
        { field: 'rel', value: 'leads' },
        { field: 'sure', value: '1' },
      ],
    });
  });

  test('a link of an earlier release still means what it meant', () => {
    const { view: read, faults } = decodeView(
      'seed=eccc&a=eaaa&b=ebbb&i=2&hops=6&plan=1&places=1&ring=0&ops=x.eaaa.LEADS.o,h.ebbb,l&sel=elll&dv=3',
    );
    expect(faults).toStrictEqual([]);
    expect(read).toStrictEqual({
      ...EMPTY_VIEW,
      seeds: ['eccc'],
      a: 'eaaa',
      b: 'ebbb',
      path: 2,
      hops: 6,
      modalities: ['operating', 'building', 'planned', 'proposed'],
      places: true,
      ring: false,
      ops: [
        { kind: 'expand', id: 'eaaa', type: 'LEADS', side: 'OUT' },
        { kind: 'hide', id: 'ebbb' },
        { kind: 'relayout' },
      ],
      selection: 'elll',
      version: 3,
    });
  });

  test('each state can be asked for by itself, all of them and the real ones as ever', () => {
    const asked = (search: string) => decodeView(search).view.modalities;
    expect(asked('plan=0')).toStrictEqual(['operating', 'building']);
    expect(asked('plan=1')).toStrictEqual(['operating', 'building', 'planned', 'proposed']);
    expect(asked('plan=proposed,operating')).toStrictEqual(['operating', 'proposed']);
    expect(encodeView({ ...EMPTY_VIEW, modalities: ['operating'], ended: true })).toBe('plan=operating&ended=1');
    expect(encodeView({ ...EMPTY_VIEW, modalities: MODALITIES })).toBe('plan=1');
    expect(decodeView('plan=operating,ended').faults).toStrictEqual([{ field: 'plan', value: 'operating,ended' }]);
  });

  test('a key given twice counts once and is named', () => {
    expect(decodeView('a=eaaa&a=ebbb')).toStrictEqual({
      view: { ...EMPTY_VIEW, a: 'eaaa' },
      faults: [{ field: 'a', value: 'ebbb' }],
    });
  });

  test('keys of another release are kept as they came', () => {
    const { view: kept, faults } = decodeView('a=eaaa&glow=%E5%87%BA%E5%A4%84');
    expect(kept.unknown).toStrictEqual([['glow', '出处']]);
    expect(faults).toStrictEqual([]);
    expect(encodeView(kept)).toBe('a=eaaa&glow=%E5%87%BA%E5%A4%84');
  });

  test('no text whatever makes reading fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { view: read } = decodeView(text);
        expect(decodeView(encodeView(read)).view).toStrictEqual(read);
      }),
    );
  });
});
