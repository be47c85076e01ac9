import { compareText } from '#graph-model/text.ts';
import { cellFacts } from '../board/cell-facts.ts';
import { tieRows } from './existing-ties.ts';
import { askedSegments, factsByBody } from './fits.ts';
import type { CandidateGround } from './ground.ts';
import { namedRows } from './named.ts';
import { resultRows } from './results.ts';
import { inListOrder, type CandidateRow, type LeftOut } from './row.ts';

export type CandidateList = {
  readonly rows: readonly CandidateRow[];
  /** Rows beyond the limit. */
  readonly cut: number;
};

/** Three lists without scores, equal in rank, and who is in none of them. */
export type CandidateLists = {
  readonly named: CandidateList;
  readonly ties: CandidateList;
  readonly results: CandidateList;
  readonly leftOut: readonly LeftOut[];
};

/**
 * @param most rows of each list
 * @param ranked bodies of the ranking beside the lists: whoever stands there is not left out
 */
export function listsOf(ground: CandidateGround, most: number, ranked: ReadonlySet<string>): CandidateLists {
  const by = factsByBody(ground);
  const present = presentIn(ground);
  const away = (row: CandidateRow) => !present.has(row.body) && !ground.signed.has(row.body);
  const named = namedRows(ground, by);
  const ties = tieRows(ground, by, present);
  const results = resultRows(ground, by);
  const listed = new Set([...named, ...ties.rows].map(({ body }) => body));
  const signed = [...ground.signed].filter((body) => listed.has(body) || by.has(body));
  const some = named.length + ties.rows.length + results.rows.length > 0;
  const strangers = [...ground.outsiders.keys()].filter((body) => !by.has(body) && !listed.has(body));
  const unlisted = (bodies: readonly string[]) => bodies.filter((body) => !listed.has(body) && !ranked.has(body));
  // That nothing ties it to the region is no word for a firm that the office speaks to, or has signed.
  const untied = (bodies: readonly string[], met: boolean) =>
    unlisted(bodies).filter((body) => !ground.signed.has(body) && ground.contacts.has(body) === met);
  const leftOut: LeftOut[] = [
    { reason: 'present', bodies: [...present] },
    { reason: 'signed', bodies: signed.filter((body) => !present.has(body)) },
    // Of a chain of which nothing at all is written, that is no news.
    { reason: 'other_chain', bodies: some ? strangers : [] },
    { reason: 'other_segment', bodies: results.elsewhere },
    { reason: 'in_ledger', bodies: untied([...ties.noTie, ...ties.placeUnknown], true) },
    { reason: 'no_tie', bodies: untied(ties.noTie, false) },
    { reason: 'place_unknown', bodies: untied(ties.placeUnknown, false) },
    { reason: 'no_result_yet', bodies: unlisted(results.notYet) },
  ];
  return {
    named: cut(ground, named.filter(away), most),
    ties: cut(ground, ties.rows.filter(away), most),
    results: cut(ground, results.rows, most),
    leftOut: leftOut
      .filter(({ bodies }) => bodies.length > 0)
      .map(({ reason, bodies }) => ({ reason, bodies: byName(ground.names, bodies) })),
  };
}

/** Bodies that operate in the region in what is asked for: who is there need not be brought. */
export function presentIn(ground: CandidateGround): ReadonlySet<string> {
  const { slice, region, segment } = ground;
  const facts = cellFacts(slice, segment ?? slice.chain.id, askedSegments(ground), region);
  return new Set([...facts.operating.keys()].sort());
}

function cut(ground: CandidateGround, rows: readonly CandidateRow[], most: number): CandidateList {
  const inOrder = inListOrder(rows, ground.names);
  return { rows: inOrder.slice(0, most), cut: Math.max(0, inOrder.length - most) };
}

function byName(names: ReadonlyMap<string, string>, bodies: readonly string[]): readonly string[] {
  return bodies.toSorted((a, b) => compareText(names.get(a) ?? '', names.get(b) ?? '') || compareText(a, b));
}
