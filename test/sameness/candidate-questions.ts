import { KIND_SETS } from '#graph-model/ontology/kinds.ts';
import { TERM_NAMES } from '#server/analysis/candidates/score-table.ts';
import { grouped } from '#server/analysis/candidates/grouped.ts';
import type { Asker, Question } from './asker.ts';
import { DEALING_FIRM, NEAR_SEGMENT, PLANNED_FIRM, RANKED_SEGMENT, SISTER_FIRM } from './worked-candidates.ts';
import { CHAIN, COUNTY } from './worked-chain.ts';

/** Of all chains those that most is said of. */
const MOST_CHAINS = 6;

type Where = { readonly chain: string; readonly segment: string | undefined; readonly region: string };

/** A chain that much is said of, a segment of it, and a region: mostly where something is wanted. */
function somewhere(at: Asker): Where {
  const { byKind, of, byId, hubs } = at.sample;
  const chains = byKind.get('Chain') ?? [];
  const into = (id: string, type: string) => (of.get(id) ?? []).filter((row) => row.type === type && row.to === id);
  const told = (id: string) => into(id, 'SEGMENT_OF').reduce((sum, { from }) => sum + (of.get(from)?.length ?? 0), 0);
  const fullest = chains.toSorted((a, b) => told(b.id) - told(a.id)).slice(0, MOST_CHAINS);
  const worked = chains.filter(({ name }) => name === CHAIN.name);
  const choice = [...fullest.flatMap(() => worked), ...fullest];
  const chain = choice.length > 0 ? at.turn('chain of candidates', choice) : at.entity();
  const segments = into(chain.id, 'SEGMENT_OF').map(({ from }) => from as string);
  const areas = [...(byKind.get('Place') ?? []), ...(byKind.get('Park') ?? [])];
  const county = areas.find(({ name }) => name === COUNTY.name);
  const wanting = at.sample.relations.flatMap(({ type, from }) => (type === 'TARGETS' ? [from as string] : []));
  const isArea = (id: string) => ['Place', 'Park'].includes(byId.get(id)?.kind ?? '');
  const near = [...wanting, ...hubs].filter(isArea).slice(0, 6);
  const region =
    worked.includes(chain) && county !== undefined && at.draw.chance(0.7)
      ? county.id
      : near.length > 0
        ? at.draw.pick(near)
        : at.draw.pick(areas).id;
  return { chain: chain.id, segment: segments.length > 0 ? at.draw.pick(segments) : undefined, region };
}

/** Whom to visit: for a segment or chain in a region, or for a body. */
export function aboutCandidates(at: Asker): Question {
  const { byId, hubs } = at.sample;
  const { chain, segment, region } = somewhere(at);
  const bodies = hubs.filter((id) => KIND_SETS.body.some((kind) => kind === byId.get(id)?.kind)).slice(0, 20);
  const how = at.turn('of whom candidates', ['segment', 'chain', 'segment', 'body', 'both']);
  const asked: Readonly<Record<string, unknown>> =
    how === 'body' && bodies.length > 0
      ? { body: at.draw.pick(bodies) }
      : how === 'chain' || segment === undefined
        ? { chain, region }
        : how === 'both'
          ? { chain, segment, region }
          : { segment, region };
  const weights = at.turn('weights of candidates', [
    undefined,
    { fit: 500, complement: 0, closeness: 100 },
    { projects: 300, signals: 20, evidence: 1 },
  ]);
  const isRequired = at.turn('required of candidates', [false, true, false]);
  const required = isRequired ? [at.turn('required term', TERM_NAMES)] : undefined;
  const date = at.turn('date of candidates', [undefined, undefined, undefined, '2024-12']);
  const limit = at.turn('limit of candidates', [3, undefined, 8, 1]);
  const focus = at.turn('about candidates', FOCUSES);
  const to = at.draw.pick(bodies.length > 0 ? bodies : [region]);
  const ranked = 'body' in asked ? {} : { weights, required };
  return at.ask('candidates', { for: asked, ...ranked, date, limit }, focus, { to });
}

const FOCUSES = [
  'CandidateRow',
  'CandidateRow',
  'CandidateKnown',
  'CandidateKnownItem',
  'CandidateSilence',
  'CandidateTie',
  'Candidates',
  'CandidatesLeftOut',
  'CandidateTerm',
  'CandidateTermWeight',
  'RankedCandidate',
  'CandidateRanking',
  'CandidatesDropped',
  'PartnerTerm',
  'PartnersUnlisted',
  'RankedPartner',
  'CandidateIntroduction',
  'CandidateLack',
  'CandidatesMeasured',
  'NearRow',
  'NearRanking',
];

const MEASURED = `measure label { zh } reason reasonLabel { zh } groups hidden drawnFrom hit { value low high }
  plain { label { zh } hit { value low high } }`;
const NEAR = `near { rows { entity { __typename name } score relations { id } contacts { id } terms { term label { zh } value rests { __typename name } } }
  cut leftOut { reason label { zh } count bodies { __typename name } } lack { lack label { zh } count } measured { ${MEASURED} } }`;
const RANKED = `ranking { rows { rank best worst body { __typename name } products { __typename name } total contacts { id }
    terms { term label { zh } value weight contribution } }
  terms { term label { zh } weight } cut dropped { term count } carriedBy { title } measured { ${MEASURED} } }
  lack { lack }`;
const WAY = 'to { __typename name } state label { zh } plans { kind modality } path { hops }';
const PARTNERS = `partners { cut weighed unlisted { reason label { zh } count } measured { ${MEASURED} } rows { body { __typename name } score contacts { id }
    terms { reason label { zh } value known rests { __typename name } } } } lack { lack label { zh } count most }`;

const ROW = `label { zh } rows { body { __typename name } fit segments { __typename name } products { __typename name } modality newest
  alongside { id } silences { silence } contacts { id } sources { title }
  known { cut officialLabel { zh } items { official label { zh } of { __typename name } attribute { id } passages { locator } } }
  ties { kind modality label { zh } through { __typename name } with { __typename name } relations { id } } }`;

/** What stands in few answers, asked where it may stand: all rows, rankings of a segment, partners of who has some. */
export function aboutCandidatesInFull(at: Asker): readonly Question[] {
  const { relations, byKind, version } = at.sample;
  const named = (kind: 'Segment' | 'Place' | 'Company', name: string) =>
    byKind.get(kind)?.find((one) => one.name === name);
  const segment = named('Segment', RANKED_SEGMENT.name) ?? at.draw.pick(byKind.get('Segment') ?? [at.entity()]);
  const region = named('Place', COUNTY.name) ?? at.draw.pick(byKind.get('Place') ?? [at.entity()]);
  const joins = relations.filter(({ type }) => type === 'MEMBER_OF' || type === 'LEADS');
  // Who is one of many has partners of partners, or what they do: of the others nobody may be listed.
  const members = [...grouped(joins.map(({ to, from }) => [to, from])).values()];
  const together = members.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const joining = joins.map(({ from }) => from);
  const bodies = [together, together, together, joining, joining].map((from) =>
    at.draw.pick(from.length > 0 ? from : [at.entity().id]),
  );
  const { chain, region: wide } = somewhere(at);
  const located = relations.filter(({ type, to }) => type === 'LOCATED_IN' && to === wide).map(({ from }) => from);
  const there = located.length > 0 ? located : bodies;
  const asked = (wanted: string, more: string, fields: string) =>
    at.question(
      `{ candidates(for: { ${wanted} }, ${more}version: ${version}) { __typename ... on Candidates { ${fields} } } }`,
    );
  // Whoever makes the whole is near its part, those who are spoken to and those who have signed too.
  const part = named('Segment', NEAR_SEGMENT.name) ?? segment;
  const doers = relations.filter(({ type }) => type === 'ACTIVE_IN').map(({ from }) => from);
  const near = [
    ...[segment, part].map(({ id }) => `segment: "${id}", region: "${region.id}"`),
    `chain: "${chain}", region: "${wide}"`,
    ...[at.draw.pick(doers.length > 0 ? doers : [at.entity().id]), at.entity().id].map((id) => `body: "${id}"`),
  ];
  const lists = ['named', 'ties', 'results'] as const;
  return [
    ...lists.map((list) => asked(`chain: "${chain}", region: "${wide}"`, 'limit: 20, ', `${list} { ${ROW} }`)),
    ...lists.map((list) =>
      asked(`segment: "${segment.id}", region: "${region.id}"`, 'limit: 20, ', `${list} { ${ROW} }`),
    ),
    ...TERM_NAMES.map((term) =>
      asked(`segment: "${segment.id}", region: "${region.id}"`, `required: [${term}], limit: 3, `, RANKED),
    ),
    ...bodies.map((body) => asked(`body: "${body}"`, '', PARTNERS)),
    asked(`chain: "${chain}", region: "${wide}"`, '', `introduction(to: "${at.draw.pick(there)}") { ${WAY} }`),
    ...[PLANNED_FIRM, DEALING_FIRM, SISTER_FIRM].map(({ name }) =>
      asked(
        `segment: "${segment.id}", region: "${region.id}"`,
        '',
        `doing { zh } introduction(to: "${(named('Company', name) ?? at.entity()).id}") { ${WAY} }`,
      ),
    ),
    ...near.map((of) => asked(of, 'limit: 8, ', NEAR)),
  ];
}

/** What cannot be asked for so. */
export function impossibleCandidates(at: Asker): Question {
  const { version } = at.sample;
  const { id } = at.entity();
  return at.question(`{
    none: candidates(for: { body: "e${'a'.repeat(20)}" }, version: ${version}) { __typename ... on EntityNotFound { id } }
    wrong: candidates(for: { chain: "${id}" }, version: ${version}) { __typename ... on InvalidConstraint { field message { zh en } } }
  }`);
}
