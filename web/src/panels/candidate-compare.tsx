import type { ReactNode } from 'react';
import type { Candidates } from '../api/candidates.ts';
import { DoubtfulName } from '../controls/doubtful-name.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { rowsOf, type Seen } from '../state/candidate-face.ts';
import { knownText } from '../state/candidate-told.ts';
import { useView } from '../state/use-view.ts';
import { TieWords } from './candidate-words.tsx';

/** Two to four candidates, a column each: all that the lists say of them. */
export function CandidateCompare({ candidates }: { readonly candidates: Candidates }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view } = useView();
  const rows = rowsOf(candidates);
  const columns = view.compared.flatMap((id) => {
    const of = rows.filter(({ row }) => row.body.id === id);
    const [first] = of;
    return first === undefined ? [] : [{ body: first.row.body, of }];
  });
  if (columns.length < 2) return null;
  const texts = (all: readonly string[]) => lines([...new Set(all)], words.candidates.nothing);
  const each: { readonly [K in keyof typeof words.candidates.compareRows]: (of: readonly Seen[]) => ReactNode } = {
    list: (of) => texts(of.map(({ list }) => said(candidates[list].label, lang))),
    said: (of) => texts(of.flatMap(({ row }) => row.relations.map(({ sentence }) => said(sentence, lang)))),
    silent: (of) => texts(of.flatMap(({ row }) => row.silences.map(({ label }) => said(label, lang)))),
    ties: (of) =>
      of.some(({ row }) => row.ties.length > 0) ? (
        <TieWords ties={of.find(({ row }) => row.ties.length > 0)?.row.ties ?? []} />
      ) : (
        lines([], words.candidates.nothing)
      ),
    segments: (of) => texts(of.flatMap(({ row }) => row.segments.map(nameOf))),
    products: (of) => texts(of.flatMap(({ row }) => row.products.map(nameOf))),
    known: (of) => texts(of.flatMap(({ row: { known } }) => known.items.map((item) => knownText(item, words, lang)))),
    contacts: (of) => {
      const contacts = of.flatMap(({ row }) => row.contacts.map(({ sentence }) => said(sentence, lang)));
      if (contacts.length > 0) return texts(contacts);
      return candidates.ledger === 'loaded' ? words.candidates.noContact : said(candidates.ledgerLabel, lang);
    },
    newest: (of) => texts(of.map(({ row }) => row.newest)),
  };
  const keys = Object.keys(each) as (keyof typeof each)[];
  return (
    <div className="candidate-compare">
      <table>
        <caption className="unseen">{words.candidates.compared}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{words.candidates.compared}</span>
            </th>
            {columns.map(({ body }) => (
              <th key={body.id} scope="col" className="strong">
                <DoubtfulName of={body} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row" className="caption">
                {words.candidates.compareRows[key]}
              </th>
              {columns.map(({ body, of }) => (
                <td key={body.id}>{each[key](of)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lines(all: readonly string[], nothing: string): ReactNode {
  if (all.length === 0) return <span className="caption">{nothing}</span>;
  return all.map((text) => (
    <span key={text} className="under">
      {text}
    </span>
  ));
}
