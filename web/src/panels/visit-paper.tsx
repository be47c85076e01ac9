import type { Candidates } from '../api/candidates.ts';
import type { FactLine } from '../api/fact-lines.ts';
import { said, useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { decimal, rowsOf } from '../state/candidate-face.ts';
import { firstPassage } from '../state/fact-groups.ts';
import { notesOf } from '../state/fact-notes.ts';
import { useTieText } from './candidate-words.tsx';

type Props = {
  readonly candidates: Candidates;
  readonly bodies: readonly (Named & { readonly id: string })[];
  readonly facts: ReadonlyMap<string, FactLine>;
};

/** The visiting list on paper: of each why, in which sources, what is not said, and how far contacts are. */
export function VisitPaper({ candidates, bodies, facts }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  if (bodies.length === 0) return null;
  return (
    <ol className="visit-paper">
      {bodies.map((body) => (
        <li key={body.id}>
          <p className="strong">{nameOf(body)}</p>
          <Told candidates={candidates} id={body.id} facts={facts} />
          <p>
            {words.candidates.toFill}
            <span className="visit-blank" />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Told({ candidates, id, facts }: Pick<Props, 'candidates' | 'facts'> & { readonly id: string }) {
  const words = useWords();
  const lang = useLang();
  const textOf = useTieText();
  const of = rowsOf(candidates).filter(({ row }) => row.body.id === id);
  const partner = candidates.partners?.rows.find(({ body }) => body.id === id);
  const relations = new Map(of.flatMap(({ row }) => row.relations.map((one) => [one.id, one] as const)));
  const once = (texts: readonly string[]) => [...new Set(texts)];
  const joined = (texts: readonly string[]) => once(texts).join(lang === 'zh' ? '；' : '; ');
  const silences = of.flatMap(({ row }) => row.silences.map(({ label }) => said(label, lang)));
  const contacts = of.flatMap(({ row }) => row.contacts.map(({ sentence }) => said(sentence, lang)));
  const noContact = candidates.ledger === 'loaded' ? words.candidates.noContact : said(candidates.ledgerLabel, lang);
  const sourced = (text: string, place: readonly (string | null)[]) => {
    const where = place.filter((part) => part !== null && part !== '').join(words.app.comma);
    return where === '' ? text : words.candidates.sourced(text, where);
  };
  const lines = [
    joined(of.map(({ list }) => said(candidates[list].label, lang))),
    ...[...relations].map(([fact, { sentence }]) => {
      const known = facts.get(fact);
      const passage = known ? firstPassage(known) : null;
      const title =
        passage === null
          ? null
          : lang === 'zh'
            ? passage.source.title
            : (passage.source.titleEn ?? passage.source.title);
      const notes = known ? notesOf(known) : [];
      const text =
        notes.length === 0 ? said(sentence, lang) : `${said(sentence, lang)} ${words.candidates.note(joined(notes))}`;
      return sourced(text, passage === null ? [] : [title, passage.source.date, passage.locator]);
    }),
    ...of.flatMap(({ row }) =>
      row.known.items.map(({ official, label, passages: [passage] }) => {
        const text = official ? words.candidates.officialOf(said(label, lang)) : said(label, lang);
        return sourced(text, passage ? [passage.source.date, passage.locator] : []);
      }),
    ),
    ...of.flatMap(({ row }) => row.ties.map(textOf)),
    ...(partner === undefined
      ? []
      : [
          `${words.candidates.ranking}${words.app.colon}${words.candidates.totalOf(decimal(partner.score, 3))}`,
          ...partner.terms
            .filter(({ rests }) => rests.length > 0)
            .map(({ label, rests }) =>
              words.candidates.by(said(label, lang), rests.map((one) => one.name).join(words.app.and)),
            ),
        ]),
    ...(silences.length > 0 ? [words.candidates.silent(joined(silences))] : []),
    joined(contacts.length > 0 ? contacts : [noContact]),
  ];
  return (
    <ul>
      {once(lines.filter((line) => line !== '')).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
