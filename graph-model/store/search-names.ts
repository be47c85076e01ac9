import { pinyinQuery } from '../pinyin.ts';
import type { RowOf } from '../rows.ts';
import { countedPart, MOST_CANDIDATES, type NameMatchClass, type NameSearch } from './port.ts';

/** What a store gives at once or after a while. */
type Given<T> = T | Promise<T>;

/** Name rows as JSON, in the order of the answer. */
export type Bodies = readonly string[];

/** One text to look for; at most `limit` names are given. */
export type Wanted = { readonly text: string; readonly limit: number };

export type Containing = { readonly candidates: number; readonly bodies: Bodies };

/** The look-ups of one store: for each text, in their order, names in the order inside its class. */
export type NameLookUps = {
  /** Names that are the text. */
  exact(wanted: readonly Wanted[]): Given<readonly Bodies[]>;
  /** Longer names that begin with the text. */
  prefixed(wanted: readonly Wanted[]): Given<readonly Bodies[]>;
  /**
   * How many names hold the text, however they match, counted to one more than MOST_CANDIDATES; and those of them that
   * do not begin with it. Asked even when the limit is 0, for the count.
   */
  containing(wanted: readonly Wanted[]): Given<readonly Containing[]>;
  /** Names that do not hold the text, and of which a pinyin key begins with `sound`. */
  sounding(wanted: readonly (Wanted & { readonly sound: string })[]): Given<readonly Bodies[]>;
};

/**
 * What a search answers, in every store: exact, then prefix, then the rest that hold the text, which only few enough
 * candidates give, then those that sound so. One after the other, for all texts at once.
 */
export async function composeSearches(
  lookUps: NameLookUps,
  folded: readonly string[],
  limit: number,
): Promise<readonly NameSearch[]> {
  const searches = folded.map((query) => new Search(countedPart(query), limit));
  const asked = searches.filter(({ text }) => text !== '' && limit >= 1);
  await step(asked, 'EXACT', (wanted) => lookUps.exact(wanted));
  const hungry = () => asked.filter(({ left }) => left > 0);
  await step(hungry(), 'PREFIX', (wanted) => lookUps.prefixed(wanted));
  await step(asked, 'SUBSTRING', async (wanted) => {
    const found = await lookUps.containing(wanted);
    // Which of too many candidates an index gives first is its own affair: none of them is an answer.
    return found.map(({ candidates, bodies }, i) => {
      const isTruncated = candidates > MOST_CANDIDATES;
      if (isTruncated) asked[i]?.truncate();
      return isTruncated ? [] : bodies;
    });
  });
  const sounding = hungry().flatMap((search) => {
    const sound = pinyinQuery(search.text);
    return sound === undefined ? [] : [{ search, sound }];
  });
  await step(
    sounding.map(({ search }) => search),
    'PINYIN',
    (wanted) => lookUps.sounding(wanted.map((one, i) => ({ ...one, sound: sounding[i]?.sound ?? '' }))),
  );
  return searches.map((search) => search.answer());
}

async function step(
  searches: readonly Search[],
  match: NameMatchClass,
  look: (wanted: readonly Wanted[]) => Given<readonly Bodies[]>,
): Promise<void> {
  if (searches.length === 0) return;
  const found = await look(searches.map(({ text, left }) => ({ text, limit: left })));
  for (const [i, search] of searches.entries()) search.add(found[i] ?? [], match);
}

class Search {
  readonly text: string;
  readonly #limit: number;
  readonly #matches: NameSearch['matches'][number][] = [];
  #truncated = false;

  constructor(text: string, limit: number) {
    this.text = text;
    this.#limit = limit;
  }

  get left(): number {
    return this.#limit - this.#matches.length;
  }

  add(bodies: Bodies, match: NameMatchClass): void {
    for (const body of bodies) this.#matches.push({ row: JSON.parse(body) as RowOf<'name'>, match });
  }

  truncate(): void {
    this.#truncated = true;
  }

  answer(): NameSearch {
    return { matches: this.#matches, truncated: this.#truncated };
  }
}
