import type { CellWhy } from '../api/cell.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';

/** Why the state and the marks of a cell hold; below it, why each other does not. */
export function CellReasons({ reasons }: { readonly reasons: CellWhy['reasons'] }) {
  const words = useWords();
  const holding = reasons.filter(({ holds }) => holds);
  const others = reasons.filter(({ holds }) => !holds);
  return (
    <section className="fact-group">
      <h3>{words.board.why}</h3>
      <List reasons={holding} />
      <details className="why-not">
        <summary>{words.board.whyNot}</summary>
        <List reasons={others} />
      </details>
    </section>
  );
}

function List({ reasons }: { readonly reasons: CellWhy['reasons'] }) {
  const lang = useLang();
  return (
    <dl className="seen">
      {reasons.map(({ about, label, reason }) => (
        <div key={about}>
          <dt>{said(label, lang)}</dt>
          <dd>{said(reason, lang)}</dd>
        </div>
      ))}
    </dl>
  );
}
