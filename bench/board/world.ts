import { identifyCoverage } from '#graph-model/facts/coverage.ts';
import { identifyEvidence } from '#graph-model/facts/evidence.ts';
import { identifyPassage, Locator } from '#graph-model/facts/passage.ts';
import { identifyRecord } from '#graph-model/facts/record.ts';
import { identifySource } from '#graph-model/facts/source.ts';
import { identifyStatement } from '#graph-model/facts/statement.ts';
import { entityId, relationshipId } from '#graph-model/ids.ts';
import { foldName } from '#graph-model/names.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import { batchOf, type Change, type RowOf } from '#graph-model/rows.ts';
import { seeded } from '#graph-model/seeded.ts';

const OWNER = 'data/bench';
const SOURCES = (['register', 'official_news', 'policy', 'proposal'] as const).map((cls, n) =>
  identifySource({ key: cls, title: `第${n}份资料`, class: cls, date: `202${4 + (n % 2)}`, visibility: 'public' }),
);

/** A region's size: one place of fourteen cities with six parks each, a chain of 8 to 30 segments for so many bodies. */
const CITIES = 14;
const PARKS = 6;
const BODIES_A_CHAIN = 1_500;
/** Members of a consortium, at least and at most. */
const MEMBERS = { least: 3, most: 8 };

type Thing = RowOf<'record'>;
export type BoardWorld = {
  readonly changes: readonly Change[];
  readonly chains: readonly string[];
  readonly regions: readonly string[];
  /** Every fact as plain columns, for the peers. */
  readonly facts: readonly PlainFact[];
};
export type PlainFact = {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
  readonly modality: Modality;
  readonly at: string | undefined;
};

/**
 * So many entities: nine in ten are bodies with a place, a third of them active in a segment, a fifth with a product
 * of one, a tenth behind one by research; chains take them with a lean to the first. Each fact has a statement and
 * its evidence.
 * @param consortia beyond the entities: each with its leader, members by chance and the segment that it is about
 */
export function boardWorld(entities: number, seed: number, consortia = 0): BoardWorld {
  const random = seeded(seed);
  const changes: Change[] = SOURCES.map((source) => ({ table: 'source', open: { ...source, listedBy: [OWNER] } }));
  const facts: PlainFact[] = [];
  const pick = <T>(list: readonly T[], lean = 1): T => list[Math.floor(random() ** lean * list.length)] as T;
  let lines = 0;

  const thing = (kind: Kind, name: string): Thing => {
    const record = identifyRecord({ source: pick(SOURCES).id, kind, key: name, name });
    const entity = entityId(record.id);
    const row = { ...record, entity, block: `${kind} ${foldName(name)}`, mentions: 1 };
    changes.push({ table: 'record', open: row }, { table: 'entity', open: { id: entity, kind, name } });
    return row;
  };
  const say = (
    from: Thing,
    type: RelationshipType,
    to: Thing,
    modality: Modality = 'operating',
    { at, details = {} }: { readonly at?: Thing; readonly details?: Readonly<Record<string, string>> } = {},
  ) => {
    const source = pick(SOURCES);
    const qualifiers = at === undefined ? details : { ...details, at: at.id };
    const saying = { says: 'relationship', subject: from.id, predicate: type, object: to.id, modality, qualifiers };
    const statement = identifyStatement(saying as Parameters<typeof identifyStatement>[0]);
    const ends = { type, from: from.entity, to: to.entity, modality, ...(at && { context: at.entity }) };
    const id = relationshipId({ ...ends, identity: [] });
    const passage = identifyPassage(source.id, Locator.parse(`¶${++lines}`));
    const evidence = identifyEvidence({
      statement: statement.id,
      passage: passage.id,
      source: source.id,
      owner: OWNER,
      confidence: 900,
      stance: 'supports',
    });
    const support = { statements: 1, publishers: 1, sources: 1, classes: [source.class], confidence: 900 };
    const named = Object.entries(details).map(([name, value]) => ({ name, value }));
    changes.push(
      { table: 'passage', open: passage },
      {
        table: 'statement',
        open: { statement, id: statement.id, subject: from.id, object: to.id, fact: id, accepted: false },
      },
      { table: 'evidence', open: { ...evidence, batch: batchOf(OWNER, source.id) } },
      {
        table: 'relationship',
        open: { id, ...ends, identity: [], details: named as RowOf<'relationship'>['details'], ...support },
      },
    );
    facts.push({ type, from: from.entity, to: to.entity, modality, at: at?.entity });
  };

  const province = thing('Place', '样板省');
  const cities = Array.from({ length: CITIES }, (_, n) => thing('Place', `样板第${n}市`));
  for (const city of cities) say(city, 'PART_OF', province);
  const parks = cities.flatMap((city) =>
    Array.from({ length: PARKS }, (_, n) => {
      const park = thing('Park', `${city.name}第${n}园`);
      say(park, 'LOCATED_IN', city);
      return park;
    }),
  );
  const chains = Array.from({ length: Math.ceil(entities / BODIES_A_CHAIN) }, (_, n) => {
    const chain = thing('Chain', `样板第${n}产业链`);
    const segments = Array.from({ length: 8 + Math.floor(random() * 23) }, (_, i) => {
      const segment = thing('Segment', `第${n}链第${i}环节`);
      const position = pick(['upstream', 'midstream', 'downstream', 'service']);
      say(segment, 'SEGMENT_OF', chain, 'operating', { details: { order: String(i), position } });
      return segment;
    });
    for (const [i, segment] of segments.entries()) {
      if (i > 0) say(segments[i - 1] as Thing, 'FEEDS', segment, 'operating', { details: { flow: '材料' } });
      for (let asks = 0; asks < 3; asks++) {
        say(pick([...cities, ...parks]), 'ACTIVE_IN', segment, pick(['planned', 'proposed']));
      }
    }
    if (n % 3 === 0) changes.push(registerOf(chain, pick(cities)));
    return { chain, segments };
  });

  const modality = () => pick(['operating', 'operating', 'operating', 'building', 'planned'] as const);
  const bodies: Thing[] = [];
  for (let n = changes.filter(({ table }) => table === 'entity').length; n < entities; n++) {
    const body = thing(n % 10 === 0 ? 'Laboratory' : 'Company', `样板第${n}号单位`);
    bodies.push(body);
    if (n % 20 !== 0) say(body, 'LOCATED_IN', pick(parks));
    const segment = pick(pick(chains, 1.5).segments);
    if (n % 10 === 0) say(body, 'SUPPORTS', segment);
    else if (n % 3 === 0) say(body, 'ACTIVE_IN', segment, modality(), n % 4 === 0 ? { at: pick(cities) } : {});
    else if (n % 5 === 1 && ++n < entities) {
      const product = thing('Product', `样板第${n}号产品`);
      say(product, 'IN_SEGMENT', segment);
      say(body, 'PRODUCES', product, modality());
    } else say(body, 'SUPPLIES', thing('Company', `样板第${++n}号客户`));
  }
  for (let n = 0; n < consortia; n++) {
    const consortium = thing('Consortium', `样板第${n}创新联合体`);
    say(consortium, 'SUPPORTS', pick(pick(chains, 1.5).segments));
    const size = MEMBERS.least + Math.floor(random() * (MEMBERS.most - MEMBERS.least + 1));
    const members = new Set(Array.from({ length: size }, () => pick(bodies, 3)));
    for (const [i, body] of [...members].entries()) say(body, i === 0 ? 'LEADS' : 'MEMBER_OF', consortium);
  }
  return {
    changes,
    chains: chains.map(({ chain }) => chain.entity),
    regions: [province, ...cities, ...parks].map(({ entity }) => entity),
    facts,
  };
}

function registerOf(chain: Thing, place: Thing): Change {
  const [register] = SOURCES;
  const source = register?.id ?? chain.source;
  const of = { source, subject: chain.id, place: place.id, date: '2025', extent: 'register', owner: OWNER } as const;
  return { table: 'coverage', open: { ...identifyCoverage(of), batch: batchOf(OWNER, source) } };
}
