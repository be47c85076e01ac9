import type { Label } from '#graph-model/ontology/label.ts';
import { compareText } from '#graph-model/text.ts';
import { cellFacts } from '../board/cell-facts.ts';
import { tieRows } from './existing-ties.ts';
import { askedSegments, factsByBody, isMade } from './fits.ts';
import { stands, type CandidateGround } from './ground.ts';
import { LIST_NAMES, namedLabel } from './list-names.ts';
import { namedRows } from './named.ts';
import { resultRows } from './results.ts';
import { inListOrder, type CandidateRow, type LeftOut } from './row.ts';

export type CandidateList = {
  readonly label: Label;
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
  /** How many of the three lists are written to do what is asked for; undefined for a body: nothing is asked for. */
  readonly doing: Doing | undefined;
};

/** Bodies, each once, whichever lists they are in. */
export type Doing = {
  readonly all: number;
  /** Said to do it. */
  readonly does: number;
  /** Said to be building it, and not yet to do it. */
  readonly builds: number;
  /** Said to study or develop it, and neither of these. */
  readonly studies: number;
  /** Only planned or proposed to do or study it. */
  readonly meant: number;
};

/**
 * @param most rows of each list
 * @param ranked bodies of the ranking beside the lists: whoever stands there is not left out
 */
export function listsOf(ground: CandidateGround, most: number, ranked: ReadonlySet<string>): CandidateLists {
  const by = factsByBody(ground);
  const present = presentIn(ground);
  const away = (row: CandidateRow) => !present.has(row.body) && !ground.signed.has(row.body);
  const wanted = namedRows(ground, by);
  const ties = tieRows(ground, by, present);
  const known = new Set(wanted.map(({ body }) => body));
  const named = [...wanted, ...ties.intended.filter(({ body }) => !known.has(body))];
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
    { reason: 'in_ledger', bodies: untied([...ties.noTie, ...ties.widerPlace, ...ties.placeUnknown], true) },
    { reason: 'no_tie', bodies: untied(ties.noTie, false) },
    { reason: 'wider_place', bodies: untied(ties.widerPlace, false) },
    { reason: 'place_unknown', bodies: untied(ties.placeUnknown, false) },
    { reason: 'no_result_yet', bodies: unlisted(results.notYet) },
  ];
  const lists = [named.filter(away), ties.rows.filter(away), results.rows] as const;
  return {
    named: cutList(namedLabel(lists[0]), inListOrder(lists[0], ground.names), most),
    ties: cutList(LIST_NAMES.region.ties, inListOrder(lists[1], ground.names), most),
    results: cutList(LIST_NAMES.region.results, inListOrder(lists[2], ground.names), most),
    doing: doingOf(ground, by, new Set(lists.flat().map(({ body }) => body))),
    leftOut: leftOut
      .filter(({ bodies }) => bodies.length > 0)
      .map(({ reason, bodies }) => ({ reason, bodies: byName(ground.names, bodies) })),
  };
}

function doingOf(ground: CandidateGround, by: ReturnType<typeof factsByBody>, bodies: ReadonlySet<string>): Doing {
  const counted = { does: 0, builds: 0, studies: 0, meant: 0 };
  for (const body of bodies) {
    const facts = (by.get(body) ?? []).filter(
      ({ fit }) => fit === 'product' || fit === 'segment' || (fit === 'chain' && ground.segment === undefined),
    );
    const made = facts.filter(({ fact }) => isMade(fact));
    if (made.some(({ fact }) => fact.modality === 'operating')) counted.does += 1;
    else if (made.some(({ fact }) => fact.modality === 'building')) counted.builds += 1;
    else if (facts.some(({ fact }) => !isMade(fact) && stands(fact))) counted.studies += 1;
    else if (facts.length > 0) counted.meant += 1;
  }
  return { all: bodies.size, ...counted };
}

/** Bodies that operate in the region in what is asked for: who is there need not be brought. */
export function presentIn(ground: CandidateGround): ReadonlySet<string> {
  const { slice, region, segment } = ground;
  const facts = cellFacts(slice, segment ?? slice.chain.id, askedSegments(ground), region);
  return new Set([...facts.operating.keys()].sort());
}

export function cutList(label: Label, inOrder: readonly CandidateRow[], most: number): CandidateList {
  return { label, rows: inOrder.slice(0, most), cut: Math.max(0, inOrder.length - most) };
}

function byName(names: ReadonlyMap<string, string>, bodies: readonly string[]): readonly string[] {
  return bodies.toSorted((a, b) => compareText(names.get(a) ?? '', names.get(b) ?? '') || compareText(a, b));
}
