import { compareText } from '#graph-model/text.ts';
import type { Asked, AskedOfChain } from './asked.ts';
import type { SurveyPlaces } from './city.ts';

export type SurveyRow = Asked & {
  /** Other offices around this one that are asked for the same: a register of theirs would settle it too. */
  readonly alsoAsked: readonly string[];
};

/** What one place or park is asked. */
export type SurveyOffice = {
  readonly office: string;
  /** The city that signs for it, itself where it is one; its sheets go out together. */
  readonly city: string | undefined;
  /** Cities that a zone spans, where none can sign for all of it. In order of id. */
  readonly spans: readonly string[];
  /** To be filled: nobody is seen to operate, and no register covers it. */
  readonly open: readonly SurveyRow[];
  /** A register covers these by now. */
  readonly settled: readonly SurveyRow[];
  /** Asked for, and somebody is seen to operate. */
  readonly seen: number;
  /** Open rows that the limit left out. */
  readonly cut: number;
};

export type Survey = {
  readonly offices: readonly SurveyOffice[];
  /** Of all offices, before the limit. */
  readonly open: number;
  readonly cut: number;
};

/**
 * The list by receiving office. Offices: city by city, the one with more open rows first, with its parks behind it;
 * then what has no city, the province and zones of several, those that contain fewer of the others first. Among equals
 * the one of whom plans ask more, then the one with more open rows, then by name and id. Rows: chain by chain, in order of name and id; in a chain what is asked of the whole first, then what plans ask
 * before what is only proposed, then in order of the board.
 * @param most open rows that are given
 */
export function surveyOf(
  chains: readonly AskedOfChain[],
  { cities, spans }: SurveyPlaces,
  keep: (asked: Asked) => boolean,
  most: number,
): Survey {
  const all = chains.flatMap(({ asked }) => asked.filter(keep));
  const open = all.filter(({ state }) => state === 'open');
  const byOffice = new Map<string, SurveyRow[]>();
  for (const asked of all) {
    const one = { ...asked, alsoAsked: alsoAsked(asked, open) };
    const known = byOffice.get(one.office);
    if (known === undefined) byOffice.set(one.office, [one]);
    else known.push(one);
  }
  const ids = [...byOffice.keys()];
  const inside = new Map(ids.map((id) => [id, 0]));
  for (const rows of byOffice.values()) {
    const around = new Set(rows.flatMap(({ slice, office }) => [...(slice.around.get(office) ?? [])]));
    for (const id of around) inside.set(id, (inside.get(id) ?? 0) + 1);
  }
  const offices = [...byOffice].map(([office, rows]) => ({
    office,
    name: rows[0]?.slice.entities.get(office)?.name ?? '',
    contains: inside.get(office) ?? 0,
    open: inOrder(rows.filter(({ state }) => state === 'open')),
    settled: inOrder(rows.filter(({ state }) => state === 'settled')),
    seen: rows.filter(({ state }) => state === 'seen').length,
  }));
  const openOf = new Map<string, number>();
  for (const { office, open: rows } of offices) {
    const city = cities.get(office);
    if (city !== undefined) openOf.set(city, (openOf.get(city) ?? 0) + rows.length);
  }
  const openOfCity = (office: string) => openOf.get(cities.get(office) ?? '') ?? -1;
  const planned = (rows: readonly Asked[]) => rows.filter((row) => row.planned.length > 0).length;
  offices.sort(
    (a, b) =>
      openOfCity(b.office) - openOfCity(a.office) ||
      compareText(cities.get(a.office) ?? '', cities.get(b.office) ?? '') ||
      Number(b.office === cities.get(b.office)) - Number(a.office === cities.get(a.office)) ||
      (cities.get(a.office) === undefined ? a.contains - b.contains : 0) ||
      planned(b.open) - planned(a.open) ||
      b.open.length - a.open.length ||
      compareText(a.name, b.name) ||
      compareText(a.office, b.office),
  );
  let left = most;
  const limited = offices.map(({ office, open, settled, seen }): SurveyOffice => {
    const given = open.slice(0, left);
    left -= given.length;
    const places = { city: cities.get(office), spans: spans.get(office) ?? [] };
    return { office, ...places, open: given, settled, seen, cut: open.length - given.length };
  });
  return {
    offices: limited,
    open: offices.reduce((sum, { open }) => sum + open.length, 0),
    cut: limited.reduce((sum, { cut }) => sum + cut, 0),
  };
}

/** Rows of a chain come in order of the board, and stay so among their equals. */
function inOrder(rows: readonly SurveyRow[]): readonly SurveyRow[] {
  return rows.toSorted(
    (a, b) =>
      compareText(a.slice.chain.name, b.slice.chain.name) ||
      compareText(a.slice.chain.id, b.slice.chain.id) ||
      Number(a.segment !== undefined) - Number(b.segment !== undefined) ||
      Number(a.planned.length === 0) - Number(b.planned.length === 0),
  );
}

function alsoAsked({ slice, segment, office }: Asked, open: readonly Asked[]): readonly string[] {
  const around = slice.around.get(office);
  const same = open.filter((one) => one.slice.chain.id === slice.chain.id && one.segment === segment);
  return same.flatMap((one) => (around?.has(one.office) === true ? one.office : [])).sort();
}
