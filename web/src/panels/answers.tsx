import { Link } from 'react-aria-components';
import type { Holdings } from '../api/holdings.ts';
import { useWords } from '../locale/use-words.ts';
import { answered, unanswered } from '../state/answers.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

/** Questions that the sources answer, with how much there is and the screen that shows it. */
export function Answers({ holdings }: { readonly holdings: Holdings }) {
  const words = useWords();
  const { view } = useView();
  const rows = answered(holdings, words);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="start-can">
      <h2 id="start-can">{words.start.can}</h2>
      <table className="start-table">
        <thead>
          <tr>
            <th>{words.start.question}</th>
            <th>{words.start.holds}</th>
            <th className="number">{words.start.screen}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ question, text, place }) => (
            <tr key={question}>
              <th scope="row">{question}</th>
              <td>{text}</td>
              <td className="number">
                {place && (
                  <Link className="link" href={addressOf(place.path, { ...EMPTY_VIEW, ...carried(view) })}>
                    {place.word}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Questions that they do not answer yet, why, and what would. */
export function Unanswered({ holdings }: { readonly holdings: Holdings }) {
  const words = useWords();
  const rows = unanswered(holdings, words);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="start-cannot">
      <div className="start-title-row">
        <h2 id="start-cannot">{words.start.cannot}</h2>
        <span className="caption">{words.start.cannotNote}</span>
      </div>
      <table className="start-table">
        <thead className="unseen">
          <tr>
            <th>{words.start.question}</th>
            <th>{words.start.why}</th>
            <th>{words.start.settles}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ question, why, settles }) => (
            <tr key={question}>
              <th scope="row" className="plain-head">
                {question}
              </th>
              <td className="quiet">{why}</td>
              <td className="number wrap">{settles}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
