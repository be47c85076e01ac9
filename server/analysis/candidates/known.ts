import type { PartialDate } from '#graph-model/dates.ts';
import { latest } from '#graph-model/dates.ts';
import { foldName } from '#graph-model/names.ts';
import type { AttributeName } from '#graph-model/ontology/attributes.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { compareText } from '#graph-model/text.ts';
import { isLongEnough } from '../written-of.ts';

/** What is told of a body by itself and may tell that it is not new to an office. */
export const KNOWN_BY: readonly AttributeName[] = ['recognition', 'event', 'project_stage'];

/** By these a body runs or joins a project: what is told of the project is told of what it does. */
export const RUNS: readonly RelationshipType[] = ['LEADS', 'MEMBER_OF', 'PARTNER_OF', 'HOSTS'];

/** Of one body: more would bury the rest of its row. The others are counted. */
const MOST_KNOWN = 6;

/** Something told of a body, or of a project of it. */
export type Known = {
  readonly attribute: string;
  /** The body, or the project. */
  readonly of: string;
  /** A government body is named by it. */
  readonly official: boolean;
  /** Of the day asked about or before, that tell of it. */
  readonly sources: readonly string[];
  /** The day it gives, else that of the newest source that tells of it. */
  readonly day: PartialDate;
};

export type KnownOfBody = { readonly known: readonly Known[]; readonly cut: number };

export const OFFICIAL: Label = {
  zh: '资料里点到政府部门',
  en: 'sources name a government body in this',
};

/** Those that name a government body first, then the newer; at most six, the others counted. */
export function knownFirst(all: readonly Known[]): KnownOfBody {
  const sorted = all.toSorted(
    (a, b) =>
      Number(b.official) - Number(a.official) ||
      compareText(latest(b.day), latest(a.day)) ||
      compareText(a.attribute, b.attribute),
  );
  return { known: sorted.slice(0, MOST_KNOWN), cut: Math.max(0, sorted.length - MOST_KNOWN) };
}

/** @param offices folded names of government bodies */
export function namesOffice(texts: readonly string[], offices: readonly string[]): boolean {
  const folded = texts.map(foldName);
  return offices.some((name) => isLongEnough(name) && folded.some((text) => text.includes(name)));
}
