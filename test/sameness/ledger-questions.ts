import type { Asker, Question } from './asker.ts';
import { CHAIN, COUNTY } from './worked-chain.ts';

/** Whom offices have spoken to: of all, of a region, of a chain or segment, or of some firms by name. */
export function aboutLedgers(at: Asker): Question {
  const { byKind, byId, relations } = at.sample;
  const contacts = relations.filter(({ type }) => type === 'ENGAGED_WITH');
  const offices = contacts.map(({ from }) => from as string);
  const areas = offices.filter((id) => ['Place', 'Park'].includes(byId.get(id)?.kind ?? ''));
  const places = [...(byKind.get('Place') ?? []), ...(byKind.get('Park') ?? [])].map(({ id }) => id as string);
  const met = contacts.map(({ to }) => to as string);
  const inDoubt = at.sample.readings.flatMap(({ from, to }) => [from as string, to as string]);
  const firms = (byKind.get('Company') ?? []).map(({ id }) => id as string);
  const chains = [...(byKind.get('Chain') ?? []), ...(byKind.get('Segment') ?? [])];
  const worked = chains.find(({ name }) => name === CHAIN.name) ?? chains[0];
  const [one] = at.draw.some(chains, 1);
  const how = at.turn('part of a ledger', ['all', 'firms', 'region', 'subject', 'firms', 'worked', 'date']);
  const args: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    firms: {
      firms: [...at.draw.some(met, 2), ...at.draw.some(inDoubt, 2), ...at.draw.some(firms, 2)],
    },
    region: { region: at.draw.some(areas.length > 0 ? areas : places, 1)[0] },
    subject: { subject: one?.id },
    worked: { subject: worked?.id },
    date: { date: at.turn('date of a ledger', ['2024-12', '2020-06']) },
  };
  const focus = at.turn('of a ledger', [
    'LedgerFirm',
    'Contact',
    'LedgerSigned',
    'LedgerMayBe',
    'Ledger',
    'LedgerNotLoaded',
  ]);
  return at.ask('ledger', { limit: at.turn('limit of a ledger', [3, 1, 8]), ...args[how] }, focus);
}

const CONTACT = 'by { __typename name } stage label { zh } from to standing disputed relation { id } sources { title }';

/** What few contacts have, asked of all at once: of firms that offices met, now and on a day before. */
export function aboutLedgersInFull(at: Asker): readonly Question[] {
  const { relations, version } = at.sample;
  const met = relations.flatMap(({ type, to }) => (type === 'ENGAGED_WITH' ? [`"${to}"`] : []));
  if (met.length === 0) return [];
  const firms = [...new Set(met)].slice(0, 20).join(', ');
  return [`firms: [${firms}]`, `firms: [${firms}], date: "2024-12"`].map((asked) =>
    at.question(
      `{ ledger(${asked}, limit: 20, version: ${version}) { __typename ... on Ledger { total firms { firm { __typename name } contacts { ${CONTACT} } } } } }`,
    ),
  );
}

/** How often a chain and a region are drawn until somebody could be visited. */
const TRIES = 6;

/** Candidates of the worked chain, or of another, handed over: in Chinese or English, as known on a day. */
export async function aboutVisits(at: Asker): Promise<Question> {
  const { byKind, byId, of, hubs } = at.sample;
  const areas = [...(byKind.get('Place') ?? []), ...(byKind.get('Park') ?? [])];
  const busy = hubs.flatMap((id) => byId.get(id) ?? []).filter(({ kind }) => kind === 'Place' || kind === 'Park');
  const chains = byKind.get('Chain') ?? [];
  const whole = at.turn('of visits', [true, false, true]);
  const most = at.turn('visits', [1, 3, 2]);
  let asked: Readonly<Record<string, string | undefined>> = {};
  let firms: readonly string[] = [];
  for (let tries = 0; tries < TRIES && firms.length === 0; tries++) {
    const chain = chains.find(({ name }) => name === CHAIN.name) ?? at.draw.some([...chains, ...areas], 1)[0];
    const steps = (of.get(chain?.id ?? '') ?? []).flatMap(({ type, from, to }) =>
      type === 'SEGMENT_OF' && to === chain?.id ? [from as string] : [],
    );
    const [segment] = at.draw.some(steps, 1);
    const region =
      areas.find(({ name }) => name === COUNTY.name) ?? at.draw.some([...busy.slice(0, 4), ...areas.slice(0, 1)], 1)[0];
    asked = { ...(whole || segment === undefined ? { chain: chain?.id } : { segment }), region: region?.id };
    firms = at.draw.some(await candidatesOf(at, asked), most);
  }
  const date = at.turn('date of visits', [undefined, undefined, '2024-12']);
  const language = at.turn('language of visits', [undefined, 'en', 'zh']);
  const list = { for: asked, firms: firms.length > 0 ? firms : [asked['region']], language, date };
  return at.ask(
    'visitingList',
    list,
    at.turn('focus of visits', ['VisitRow', 'VisitRow', 'VisitNote', 'VisitingList']),
  );
}

async function candidatesOf(
  at: Asker,
  asked: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const input = Object.entries(asked)
    .map(([name, id]) => `${name}: "${id}"`)
    .join(', ');
  const rows = 'rows { body { __typename id } }';
  const found = (await at.answer(
    at.question(`{ candidates(for: { ${input} }, version: ${at.sample.version}) { __typename
      ... on Candidates { named { ${rows} } ties { ${rows} } results { ${rows} } } } }`),
  )) as { candidates?: Readonly<Record<string, { rows?: readonly { body: { id: string } }[] }>> } | null;
  const lists = Object.values(found?.candidates ?? {});
  return [...new Set(lists.flatMap(({ rows: all }) => (all ?? []).map(({ body }) => body.id)))];
}

/** What cannot be asked of a ledger, and whom no list can hold. */
export function impossibleContacts(at: Asker): Question {
  const { version } = at.sample;
  const { id } = at.entity();
  const nobody = `e${'a'.repeat(20)}`;
  return at.question(`{
    none: ledger(region: "${nobody}", version: ${version}) { __typename ... on EntityNotFound { id } }
    wrong: ledger(limit: 0, version: ${version}) { __typename ... on InvalidConstraint { field message { zh en } } }
    noList: visitingList(for: { body: "${nobody}" }, firms: ["${id}"], version: ${version}) { __typename ... on EntityNotFound { id } }
    noRow: visitingList(for: { chain: "${id}" }, firms: ["${id}"], version: ${version}) { __typename ... on InvalidConstraint { field message { zh en } } }
  }`);
}
