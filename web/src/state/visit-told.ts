import type { NearRow } from '../api/candidate-near.ts';
import type { PartnerRow, RankedRow, Ranking } from '../api/candidate-rankings.ts';
import type { Candidates } from '../api/candidates.ts';
import type { FactLine } from '../api/fact-lines.ts';
import type { Label } from '../api/fragments.ts';
import { nameIn, said, type Named } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { decimal, rowsOf } from './candidate-face.ts';
import { knownText, sourced, tieText } from './candidate-told.ts';
import { firstPassage } from './fact-groups.ts';
import { notesOf } from './fact-notes.ts';
import type { Lang } from './url.ts';

export type ToldFrom = {
  readonly candidates: Candidates;
  readonly near: readonly NearRow[];
  readonly facts: ReadonlyMap<string, FactLine>;
};

/** Facts that near firms of a visiting list rest on, each once: the lists bring their own. */
export function nearFactsOf(near: readonly NearRow[], visits: readonly string[]): readonly string[] {
  const chosen = near.filter(({ entity }) => visits.includes(entity.id));
  return [...new Set(chosen.flatMap(({ relations, contacts }) => [...relations, ...contacts].map(({ id }) => id)))];
}

/** Of one on the visiting list, line by line: why it stands there, in which sources, what is not said, contacts. */
export function visitLines(id: string, from: ToldFrom, words: Words, lang: Lang): readonly string[] {
  const { candidates, facts } = from;
  const say = sayer(words, lang);
  const of = rowsOf(candidates).filter(({ row }) => row.body.id === id);
  const partner = candidates.partners?.rows.find(({ body }) => body.id === id);
  const ranked = candidates.ranking?.rows.find(({ body }) => body.id === id);
  const near = from.near.find(({ entity }) => entity.id === id);
  const rows = [...of.map(({ row }) => row), partner, ranked, near].filter((row) => row !== undefined);
  const contacts = rows.flatMap((row) => row.contacts.map(({ sentence }) => said(sentence, lang)));
  const relations = [...of.flatMap(({ row }) => row.relations), ...(near?.relations ?? [])];
  const unscored = ranked && candidates.ranking ? say.unscored(ranked, candidates.ranking) : [];
  const silences = [...of.flatMap(({ row }) => row.silences.map(({ label }) => said(label, lang))), ...unscored];
  const noContact = candidates.ledger === 'loaded' ? words.candidates.noContact : said(candidates.ledgerLabel, lang);
  const lines = [
    say.joined(of.map(({ list }) => said(candidates[list].label, lang))),
    ...(near ? say.near(near) : []),
    ...relations.map((relation) => say.fact(relation, facts.get(relation.id))),
    ...of.flatMap(({ row }) => row.known.items.map((item) => knownText(item, words, lang))),
    ...of.flatMap(({ row }) => row.ties.map((tie) => tieText(tie, words, lang))),
    ...(partner ? say.partner(partner) : []),
    ...(ranked && candidates.ranking ? say.ranked(ranked, candidates.ranking) : []),
    ...(silences.length > 0 ? [words.candidates.silent(say.joined(silences))] : []),
    say.joined(contacts.length > 0 ? contacts : [noContact]),
  ];
  return [...new Set(lines.filter((line) => line !== ''))];
}

type Rest = { readonly label: Label; readonly rests: readonly Named[] };

function sayer(words: Words, lang: Lang) {
  const joined = (texts: readonly string[]) => [...new Set(texts)].join(lang === 'zh' ? '；' : '; ');
  const total = (head: string, value: number) =>
    `${head}${words.app.colon}${words.candidates.totalOf(decimal(value, 3))}`;
  const names = (some: readonly Named[]) => some.map((one) => nameIn(one, lang)).join(words.app.and);
  const rests = (terms: readonly Rest[]) =>
    terms.flatMap(({ label, rests: on }) => (on.length > 0 ? [words.candidates.by(said(label, lang), names(on))] : []));
  const titleOf = (source: { readonly title: string; readonly titleEn: string | null }) =>
    (lang === 'en' && source.titleEn) || source.title;
  const labelsOf = ({ terms }: Ranking) => new Map(terms.map(({ term, label }) => [term, said(label, lang)] as const));

  return {
    joined,
    fact({ sentence }: { readonly sentence: Label }, known: FactLine | undefined): string {
      const passage = known ? firstPassage(known) : null;
      const notes = known ? notesOf(known) : [];
      const text = said(sentence, lang);
      const noted = notes.length === 0 ? text : `${text} ${words.candidates.note(joined(notes))}`;
      const where = passage ? [titleOf(passage.source), passage.source.date, passage.locator] : [];
      return sourced(noted, where.filter((part) => part !== null && part !== '').join(words.app.comma), words);
    },
    partner: ({ score, terms }: PartnerRow) => [total(words.candidates.ranking, score), ...rests(terms)],
    /** What no source says of it is said before all figures. */
    near: ({ score, terms }: NearRow) => [
      total(words.candidates.near, score),
      words.candidates.nearNote,
      ...rests(terms.filter(({ value }) => value > 0)),
    ],
    ranked({ total: sum, terms, products }: RankedRow, ranking: Ranking): readonly string[] {
      const labels = labelsOf(ranking);
      const on = ranking.carriedBy.map((source) => `${titleOf(source)} ${source.date}`).join(words.app.and);
      const figures = terms.flatMap(({ term, value }) =>
        value === null ? [] : [`${labels.get(term) ?? term} ${decimal(value, 2)}`],
      );
      return [
        sourced(total(words.candidates.ranking, sum), on === '' ? '' : words.candidates.rankingOn(on), words),
        products.length > 0 ? words.candidates.by(words.candidates.compareRows.products, names(products)) : '',
        figures.join(words.app.comma),
      ];
    },
    /** Terms of a ranking that no source speaks of. */
    unscored({ terms }: RankedRow, ranking: Ranking): readonly string[] {
      const labels = labelsOf(ranking);
      return terms.flatMap(({ term, value }) => (value === null ? [labels.get(term) ?? term] : []));
    },
  };
}
