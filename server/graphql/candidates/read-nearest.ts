import type { PartialDate } from '#graph-model/dates.ts';
import { compareText, sortedUnique } from '#graph-model/text.ts';
import { officesAway } from '#server/analysis/candidates/ledger-away.ts';
import { measureMemberships, type Measured } from '#server/analysis/candidates/measure/measure.ts';
import type { Side } from '#server/analysis/candidates/measure/hide-memberships.ts';
import { factsNear, firmsNear, nearOfFirm, type NearGround, type NearLack } from '#server/analysis/candidates/near.ts';
import type { Related } from '#server/analysis/candidates/relatedness.ts';
import type { View } from '../view.ts';
import { isLedgerLoaded } from '../ledger/read-ledger.ts';
import { measuredOnce } from './measured.ts';
import type { NearShape } from './near.ts';
import { readContacts } from './read-contacts.ts';
import { readNear } from './read-near.ts';

type Asked = { readonly date: PartialDate; readonly limit: number };

export type RankedNear = {
  readonly ground: NearGround;
  /** Nearest first, without those who have signed. */
  readonly rows: readonly Related[];
  readonly signed: ReadonlySet<string>;
  readonly contacts: ReadonlyMap<string, readonly string[]>;
  readonly measured: () => Promise<Measured>;
};

/** Firms near a segment that are not signed in the region: all of them. */
export async function rankNear(
  at: View,
  segment: string | undefined,
  region: string,
  date: PartialDate,
): Promise<RankedNear | NearLack> {
  if (segment === undefined) return { lack: 'segment' };
  const ground = await readNear(at, date);
  if ('lack' in ground) return ground;
  const near = firmsNear(ground, segment);
  if ('lack' in near) return near;
  const ids = near.map(({ id }) => id);
  const { contacts, signed } = await ledgerOf(at, region, ids, date);
  const rows = near.filter(({ id }) => !signed.has(id));
  return { ground, rows, signed, contacts, measured: () => measure(at, ground, 'bodies') };
}

/** The nearest of them, and of how many. */
export async function nearestFirms(
  at: View,
  segment: string | undefined,
  region: string,
  { date, limit }: Asked,
): Promise<NearShape> {
  const near = await rankNear(at, segment, region, date);
  if ('lack' in near) return lacking(at, near);
  const { ground, rows, signed, contacts, measured } = near;
  return {
    at,
    lack: undefined,
    rows: rows.slice(0, limit).map((one) => ({ one, facts: factsNear(ground, one.id, one) })),
    cut: Math.max(0, rows.length - limit),
    leftOut: signed.size === 0 ? [] : [{ reason: 'signed', bodies: await byName(at, signed) }],
    contacts,
    measured,
  };
}

/** Segments near those that a firm does. */
export async function nearestSegments(at: View, body: string, { date, limit }: Asked): Promise<NearShape> {
  const ground = await readNear(at, date);
  if ('lack' in ground) return lacking(at, ground);
  const near = nearOfFirm(ground, body);
  if ('lack' in near) return lacking(at, near);
  return {
    at,
    lack: undefined,
    rows: near.slice(0, limit).map((one) => ({ one, facts: factsNear(ground, body, one) })),
    cut: Math.max(0, near.length - limit),
    leftOut: [],
    contacts: new Map(),
    measured: () => measure(at, ground, 'segments'),
  };
}

function lacking(at: View, lack: NearLack): NearShape {
  return { at, lack, rows: [], cut: 0, leftOut: [], contacts: new Map(), measured: undefined };
}

function measure(at: View, { date, view }: NearGround, side: Side) {
  return measuredOnce(at, `near ${side} ${date}`, () => measureMemberships(view, side));
}

/** What the office's ledger says of firms anywhere; read by the firms, as no chain ties them together. */
async function ledgerOf(at: View, region: string, firms: readonly string[], date: PartialDate) {
  if (!(await isLedgerLoaded(at))) return readContacts(at, [], date);
  const rows = (await at.reader.find('relationship', 'to', firms)).filter(
    ({ type, ended }) => type === 'ENGAGED_WITH' && ended !== true,
  );
  const offices = sortedUnique(rows.map(({ from }) => from));
  const away = new Set(
    await at.topology.analyse([region, ...offices], (projection) => officesAway(projection, region, offices)),
  );
  const contacts = rows.map(({ id, from, to }) => ({ company: to, relation: id, away: away.has(from) }));
  return readContacts(at, contacts, date);
}

async function byName(at: View, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await at.load.rows('entity', ids);
  return rows.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)).map(({ id }) => id);
}
