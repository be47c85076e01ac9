import { ATTRIBUTES, ATTRIBUTE_NAMES } from '#graph-model/ontology/attributes.ts';
import { foldName } from '#graph-model/names.ts';
import { NAME_TYPES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { NameSearch } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';

type NameRow = RowOf<'name'>;
type AttributeRow = RowOf<'attribute'>;

/** An end of a question: what is said of it by itself, and its names. */
export type WrittenEnd = {
  readonly attributes: readonly AttributeRow[];
  readonly names: readonly NameRow[];
};

/** An attribute of one end in which a name of the other stands. */
export type Writing = {
  readonly attribute: AttributeRow;
  /** The name of the other end by which it is written of; the surest, then the longest. */
  readonly name: NameRow;
  /** The name is too short to identify, is borne by others too, or more names hold it than are looked through. */
  readonly mayBe: boolean;
};

/** A shorter name stands in too many texts to say anything: fewer Han characters, or Latin letters and digits. */
const SHORTEST_HAN = 3;
const SHORTEST_LATIN = 5;
const HAN = /\p{Script=Han}/u;

/** Attributes of one end that are looked through. */
export const MOST_READ = 1000;
/** Names that are looked up, of those that stand in some text at all. */
export const MOST_LOOKED_UP = 50;

/** What stands in the texts of an attribute, as names are compared. A word, a day or an amount holds no name. */
function textsOf({ name, value, details }: AttributeRow): readonly string[] {
  if (name === 'name') return [];
  const said = [...(ATTRIBUTES[name].value.type === 'text' ? [value] : []), ...Object.values(details)];
  return said.map(foldName);
}

export type Standing = {
  readonly attribute: AttributeRow;
  readonly texts: readonly string[];
  /** Names of the other end that stand in the texts. */
  readonly names: readonly NameRow[];
};

/**
 * The attributes of the ends in which a name of an end of the other side stands, whatever else bears that name.
 * @returns `cut`: more attributes or names than are looked through
 */
export function standings(sides: readonly [readonly WrittenEnd[], readonly WrittenEnd[]]): {
  readonly standings: readonly Standing[];
  readonly cut: boolean;
} {
  const [from, to] = sides;
  const pairs = [...crossed(from, to), ...crossed(to, from)];
  const all = pairs.flatMap(([of, other]) => {
    const names = other.names.filter(({ folded }) => isLongEnough(folded));
    return of.attributes.slice(0, MOST_READ).flatMap((attribute): Standing[] => {
      const texts = textsOf(attribute);
      const standing = names.filter(({ folded }) => texts.some((text) => text.includes(folded)));
      return standing.length === 0 ? [] : [{ attribute, texts, names: standing }];
    });
  });
  const cut = pairs.some(([of]) => of.attributes.length > MOST_READ) || foldedIn(all).length > MOST_LOOKED_UP;
  return { standings: all, cut };
}

function crossed(of: readonly WrittenEnd[], others: readonly WrittenEnd[]) {
  return of.flatMap((one) => others.map((other) => [one, other] as const));
}

/** The names to look up, in order of text. */
export function lookedUp(found: readonly Standing[]): readonly string[] {
  return foldedIn(found).slice(0, MOST_LOOKED_UP);
}

function foldedIn(found: readonly Standing[]): readonly string[] {
  return [...new Set(found.flatMap(({ names }) => names.map(({ folded }) => folded)))].sort(compareText);
}

/**
 * Which of them write of the other end: a name that stands there only as a part of a longer name of something else
 * (科学院 in the name of one of its institutes) is not it. Sure before may-be, then as attributes are ordered.
 * @param like what a search finds for each name that was looked up
 */
export function writings(found: readonly Standing[], like: ReadonlyMap<string, NameSearch>): readonly Writing[] {
  const all = found.flatMap(({ attribute, texts, names }): Writing[] => {
    const meant = names.flatMap((name): Writing[] => {
      const search = like.get(name.folded);
      if (search === undefined || !texts.some((text) => standsAlone(text, name, search))) return [];
      return [{ attribute, name, mayBe: isInDoubt(name, search) }];
    });
    return meant.sort(bySureness).slice(0, 1);
  });
  const rank = ({ attribute }: Writing) => ATTRIBUTE_NAMES.indexOf(attribute.name);
  return all.sort(
    (a, b) =>
      Number(a.mayBe) - Number(b.mayBe) ||
      rank(a) - rank(b) ||
      compareText(a.attribute.value, b.attribute.value) ||
      compareText(a.attribute.id, b.attribute.id) ||
      compareText(a.name.entity, b.name.entity),
  );
}

const TYPES = wordsOf(NAME_TYPES);

function bySureness(a: Writing, b: Writing): number {
  return (
    Number(a.mayBe) - Number(b.mayBe) ||
    b.name.folded.length - a.name.folded.length ||
    TYPES.indexOf(a.name.type) - TYPES.indexOf(b.name.type) ||
    compareText(a.name.id, b.name.id)
  );
}

/** Does the name stand in the text at some place that no longer name of something else covers? */
function standsAlone(text: string, { entity, folded }: NameRow, { matches }: NameSearch): boolean {
  const longer = matches
    .filter(({ row, match }) => match !== 'PINYIN' && row.entity !== entity && row.folded.length > folded.length)
    .flatMap(({ row }) => placesOf(row.folded, text).map((at) => [at, at + row.folded.length] as const));
  return placesOf(folded, text).some((at) => !longer.some(([start, end]) => start <= at && at + folded.length <= end));
}

function placesOf(part: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function isInDoubt({ entity, type }: NameRow, { matches, truncated }: NameSearch): boolean {
  const isOfOthers = matches.some(({ row, match }) => match === 'EXACT' && row.entity !== entity);
  return type === 'weak' || isOfOthers || truncated;
}

/** @param folded a name as names are folded */
export function isLongEnough(folded: string): boolean {
  return Array.from(folded).length >= (HAN.test(folded) ? SHORTEST_HAN : SHORTEST_LATIN);
}
