import { workedCandidates } from './worked-candidates.ts';
import { workedChain, workedNews } from './worked-chain.ts';
import { workedPlan } from './worked-plan.ts';
import { identifySource, type Source } from '#graph-model/facts/source.ts';
import { ATTRIBUTE_NAMES } from '#graph-model/ontology/attributes.ts';
import { KIND_NAMES, kindsOf, type Kind } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES, specOf, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import { EXTENTS, FIGURES, SOURCE_CLASSES, wordsOf, type Modality } from '#graph-model/ontology/vocabulary.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { QUIET } from '#test/support/publish-world.ts';
import { drawer, type Draw } from './draw.ts';
import { furtherName, newNames, printedOtherwise, randomThings, type Thing } from './random-things.ts';
import { aDate, attributeDetails, attributeValue, kindsNamedBy, qualifierValue, towardsHubs } from './random-values.ts';
import { runOf, Telling, type Reading } from './telling.ts';

/** Real life is mostly in operation. */
const MODALITY_MIX: readonly Modality[] = ['operating', 'operating', 'operating', 'building', 'planned', 'proposed'];
const RELATIONSHIPS_PER_THING = 3;
const SCOPES = ['random-firms', 'random-region'];

/**
 * Publishes a made-up region of so many things, three times as many relationships, as five versions: a bulk
 * load; a second data set with denials, decisions and coverage; that one edited; the edit rolled back; one source of
 * the bulk read anew. The same seed gives the same rows.
 */
export async function loadRandomWorld(store: GraphStore, count: number, seed: number): Promise<void> {
  const draw = drawer(seed);
  const things = randomThings(count, draw);
  const sources = randomSources('bulk', 10, draw);
  const bulk = new Telling('data/bulk');
  tell(bulk, sources, things, draw);
  relate(bulk, sources, things, things.length * RELATIONSHIPS_PER_THING, draw);
  const [one, other] = sources.filter(({ class: cls }) => cls === 'policy' || cls === 'official_news') as [
    Source,
    Source,
  ];
  const wish = sources.find(({ class: cls }) => cls === 'proposal') as Source;
  workedChain(bulk, [one, other, wish]);
  workedPlan(bulk);
  const own = sources.find(({ class: cls }) => cls === 'company_statement') as Source;
  workedCandidates(bulk, [one, other, wish, own]);
  await publishRun(store, runOf(bulk, { name: 'bulk', asOf: '2024-12' }), QUIET);

  const news = moreNews(bulk, things, draw);
  await publishRun(store, runOf(news, { name: 'news', asOf: '2025-01' }), QUIET);
  const edited = runOf(edit(news, draw), { name: 'news edited', asOf: '2025-02' });
  await publishRun(store, edited, QUIET);
  await rollbackRun(store, edited.id, QUIET);

  const [reread] = sources as [Source];
  const again = bulk.only((table, item) => {
    return table !== 'evidence' || (isOf(reread, item) && item.id.charCodeAt(5) % 4 > 0);
  });
  await publishRun(store, runOf(again, { name: 'bulk anew', asOf: '2025-03', reread: [reread.id] }), QUIET);
}

/** Sources of every class; the notes are internal, every fifth has no publisher. */
function randomSources(word: string, count: number, draw: Draw): readonly Source[] {
  return Array.from({ length: count }, (_, i) => {
    const one = SOURCE_CLASS_WORDS[i % SOURCE_CLASS_WORDS.length] ?? 'policy';
    return identifySource({
      key: `${word}-${i}`,
      title: `云岭资料 ${word} ${i}`,
      class: one,
      date: aDate(draw),
      visibility: one === 'project_note' ? 'internal' : 'public',
      ...(i % 5 === 4 ? {} : { publisher: `云岭机构 ${i % 7}` }),
      ...(i % 2 === 0 ? { titleEn: `Paper ${word} ${i}`, licence: 'CC0-1.0' } : {}),
      ...(i % 3 === 0 ? { url: `https://example.org/${word}/${i}` } : {}),
    });
  });
}
const SOURCE_CLASS_WORDS = wordsOf(SOURCE_CLASSES);

/** Each thing by name in a source of its own, some in a second one; some with attributes and figures. */
function tell(telling: Telling, sources: readonly Source[], things: readonly Thing[], draw: Draw): void {
  for (const source of sources) telling.source(source);
  for (const id of SCOPES) telling.scope({ id, zh: `${id} 口径`, en: `scope ${id}` });
  for (const [i, thing] of things.entries()) {
    const home = homeOf(sources, i);
    say(telling, home, thing, 'name', thing.name, draw);
    if (draw.chance(0.15)) say(telling, draw.pick(sources), other(thing, draw), 'name', thing.name, draw);
    if (draw.chance(0.2)) {
      const { value, type } = furtherName(thing, i, draw);
      say(telling, home, thing, 'name', value, draw, { type });
    }
    const known = draw.chance(0.2) ? 1 + draw.below(3) : 0;
    for (let n = 0; n < known; n++) {
      const name = ATTRIBUTE_NAMES[1 + draw.below(ATTRIBUTE_NAMES.length - 1)] ?? 'event';
      say(telling, home, thing, name, attributeValue(name, draw), draw, attributeDetails(name, draw));
    }
    if (draw.chance(0.1)) figures(telling, home, thing, draw);
    if (draw.chance(0.05)) series(telling, home, thing, draw);
  }
}

function say(
  telling: Telling,
  source: Source,
  thing: Thing,
  predicate: (typeof ATTRIBUTE_NAMES)[number],
  value: string,
  draw: Draw,
  details: Readonly<Record<string, string>> = {},
): void {
  const subject = telling.record(source, thing).id;
  const saying = { says: 'attribute', subject, predicate, value, details: { ...details } } as const;
  const validity = draw.chance(0.1) ? { validFrom: '2016', validTo: draw.pick(['2022', '2023-05']) } : {};
  telling.say(source, { ...saying, ...validity }, reading(draw));
}

/** A target with what stands beside it: baseline and actual, one of them missing now and then, or equal to it. */
function series(telling: Telling, source: Source, thing: Thing, draw: Draw): void {
  const subject = telling.record(source, thing).id;
  const scope = draw.pick(SCOPES);
  const figure = (sort: 'baseline' | 'actual' | 'target', period: string, value: number, unit = '亿元') => {
    const says = { says: 'indicator', predicate: 'indicator', subject, measure: '增加值' } as const;
    telling.say(source, { ...says, value: String(value), unit, period, figure: sort, scope }, reading(draw));
  };
  const goal = 500 + draw.below(500);
  figure('target', '2027', goal);
  if (draw.chance(0.8)) figure('baseline', '2021', draw.chance(0.3) ? goal : 100 + draw.below(300));
  if (draw.chance(0.8)) figure('actual', draw.pick(['2023', '2024-06']), 200 + draw.below(400));
  if (draw.chance(0.8)) figure('actual', '2022', 150 + draw.below(300));
  if (draw.chance(0.4)) figure('actual', '2024', draw.below(400), '万元');
  if (draw.chance(0.3)) for (const n of [1, 2]) figure('actual', '2025', 400 + n + draw.below(9) * 2);
}

/** A figure or two of one measure: two are a conflict. */
function figures(telling: Telling, source: Source, thing: Thing, draw: Draw): void {
  const subject = telling.record(source, thing).id;
  const about = {
    says: 'indicator',
    predicate: 'indicator',
    subject,
    measure: draw.pick(['产值', '研发投入', '专利']),
    unit: '亿元',
    period: String(2020 + draw.below(5)),
    figure: draw.pick(wordsOf(FIGURES)),
    scope: draw.pick(SCOPES),
  } as const;
  const values = draw.chance(0.3) ? 2 : 1;
  for (let n = 0; n < values; n++) telling.say(source, { ...about, value: `${draw.below(900)}.${n}` }, reading(draw));
}

function relate(
  telling: Telling,
  sources: readonly Source[],
  things: readonly Thing[],
  count: number,
  draw: Draw,
): void {
  const byKind = new Map(KIND_NAMES.map((kind) => [kind, things.filter((thing) => thing.kind === kind)]));
  const ofKinds = (kinds: readonly Kind[]) => kinds.flatMap((kind) => byKind.get(kind) ?? []);
  const from = new Map(RELATIONSHIP_TYPES.map((type) => [type, ofKinds(kindsOf(specOf(type).from))]));
  const to = new Map(RELATIONSHIP_TYPES.map((type) => [type, ofKinds(kindsOf(specOf(type).to))]));
  const named = { at: ofKinds(kindsNamedBy('at')), product: ofKinds(kindsNamedBy('product')) };
  // The last of each kind stay without any relationship, two firms before them know only each other.
  const lone = new Set(KIND_NAMES.map((kind) => byKind.get(kind)?.at(-1)));
  const island = (byKind.get('Company') ?? []).slice(-3, -1);
  const [left, right] = island;
  if (left !== undefined && right !== undefined) {
    tie(telling, homeOf(sources, 0), 'SUPPLIES', left, right, named, draw);
    island.forEach((thing) => lone.add(thing));
  }
  for (let n = 0; n < count; n++) {
    const type = draw.pick(RELATIONSHIP_TYPES);
    const subject = draw.pick(from.get(type) ?? []);
    const ends = specOf(type).sameKind === true ? (byKind.get(subject.kind) ?? []) : (to.get(type) ?? []);
    const object = draw.chance(0.5) ? towardsHubs(ends, draw) : draw.pick(ends);
    if (subject === object || lone.has(subject) || lone.has(object)) continue;
    tie(telling, homeOf(sources, n), type, subject, object, named, draw);
    if (draw.chance(0.1)) tie(telling, draw.pick(sources), type, subject, object, named, draw);
  }
}

function tie(
  telling: Telling,
  source: Source,
  predicate: RelationshipType,
  from: Thing,
  to: Thing,
  named: Readonly<Record<'at' | 'product', readonly Thing[]>>,
  draw: Draw,
): void {
  const { identity, carries } = specOf(predicate);
  const qualifiers: Record<string, string> = {};
  for (const name of [...identity, ...carries]) {
    if (draw.chance(0.6)) continue;
    const thing = name === 'at' || name === 'product' ? draw.pick(named[name]) : undefined;
    const value = thing === undefined ? qualifierValue(name, draw) : telling.record(source, thing).id;
    if (value !== undefined) qualifiers[name] = value;
  }
  const ended = draw.chance(0.06) ? { ended: true, validTo: '2023-06' } : draw.chance(0.03) ? { ended: false } : {};
  const saying = {
    says: 'relationship',
    subject: telling.record(source, from).id,
    predicate,
    object: telling.record(source, to).id,
    modality: draw.pick(MODALITY_MIX),
    qualifiers,
    ...(draw.chance(0.2) ? { validFrom: '2019' } : {}),
    ...ended,
  } as const;
  const statement = telling.say(source, saying, reading(draw));
  if (draw.chance(0.08)) telling.read(source, statement, reading(draw));
  if (draw.chance(0.02)) telling.read(source, statement, { ...reading(draw), stance: 'refutes' });
}

/** New things, ties of the old ones, what decides about records and statements, and what is covered. */
function moreNews(bulk: Telling, things: readonly Thing[], draw: Draw): Telling {
  const news = new Telling('data/news');
  const sources = randomSources('news', 8, draw);
  const fresh = newNames(draw);
  const more = KIND_NAMES.flatMap((kind) => Array.from({ length: 3 + things.length / 2_000 }, () => fresh(kind)));
  const told = [...draw.some(things.slice(0, 4_000), 200), ...more];
  tell(news, sources, told, draw);
  relate(news, sources, told, told.length * 2, draw);
  workedNews(news, sources[0] as Source);

  const decided = { owner: news.owner, who: '编辑', reason: '核对过 "两份" 资料', at: '2025-01-05' };
  for (const kind of KIND_NAMES) {
    const records = draw.some(
      bulk
        .items('record')
        .filter((record) => record.kind === kind)
        .slice(0, 500),
      14,
    );
    for (let n = 0; n + 1 < records.length; n += 2) {
      const [left, right] = records.slice(n, n + 2) as [(typeof records)[0], (typeof records)[0]];
      const verdict = (['same', 'unsure', 'same', 'unsure', 'unsure', 'different', 'same'] as const)[n / 2] ?? 'same';
      const about = { ...decided, about: 'records', verdict, left: left.id, right: right.id } as const;
      news.decide(verdict === 'unsure' ? { ...about, rank: 1 + (n % 3) } : about);
    }
  }
  for (const [n, statement] of draw.some(bulk.items('statement').slice(-2_000), 40).entries()) {
    const verdict = n % 2 === 0 ? 'accept' : 'reject';
    news.decide({ ...decided, about: 'statement', verdict, statement: statement.id });
  }
  const subjects = things.filter(({ kind }) => kind === 'Chain' || kind === 'Segment');
  const places = things.filter(({ kind }) => kind === 'Place');
  for (const [n, source] of [...sources, ...sources].entries()) {
    const subject = news.record(source, draw.pick(subjects)).id;
    const extent = wordsOf(EXTENTS)[n % 3] ?? 'mention';
    news.cover(source, { subject, place: news.record(source, draw.pick(places)).id, date: aDate(draw), extent });
  }
  return news;
}

/** A source is gone, and with it what it says; a third of the rest and half of the decisions too. */
function edit(news: Telling, draw: Draw): Telling {
  const [gone] = news.items('source');
  return news.only((table, item) => {
    if (table === 'decision') return draw.chance(0.5);
    if (gone !== undefined && (item.id === gone.id || isOf(gone, item))) return false;
    return table !== 'evidence' || draw.chance(0.66);
  });
}

function isOf({ id }: Source, item: object): boolean {
  return 'source' in item && item.source === id;
}

/** A paragraph, a range or a row of a table, mostly for what it is read for. */
function reading(draw: Draw): Reading {
  const n = 1 + draw.below(3_000);
  const locator = draw.pick([`¶${n}`, `¶${n}`, `表1!${n}`, `${n}-${n + 20}`]);
  return {
    locator,
    confidence: 500 + 50 * draw.below(11),
    stance: 'supports',
    ...(draw.chance(0.3) ? { text: `第 ${n} 段写到这件事。` } : {}),
    ...(draw.chance(0.1) ? { note: `见第 ${n} 段` } : {}),
  };
}

function other(thing: Thing, draw: Draw): Thing {
  return { ...thing, name: printedOtherwise(thing, draw) };
}

function homeOf(sources: readonly Source[], at: number): Source {
  return sources[at % sources.length] as Source;
}
