import type { HopCost, Path } from '../api/paths.ts';
import { useWords } from '../locale/use-words.ts';
import { grouped } from '../state/grouped.ts';

const TERMS = ['hop', 'evidence', 'modality', 'hub', 'shared'] as const satisfies readonly (keyof HopCost)[];

/** What each step of a path adds and why, in words; behind one press, since it is no figure to read a tie by. */
export function PathCost({ path }: { readonly path: Path }) {
  const { ties } = useWords();
  return (
    <details className="hop-more">
      <summary>{ties.why}</summary>
      <p className="caption">{ties.whyNote}</p>
      {path.steps.map(
        ({ from, to, cost }, index) =>
          cost && (
            <dl key={`${from.id} ${to.id}`} className="terms">
              <div className="terms-head">
                <dt>{ties.hopTotal(index + 1)}</dt>
                <dd>{grouped(String(cost.total))}</dd>
              </div>
              {TERMS.filter((term) => cost[term] > 0).map((term) => (
                <div key={term}>
                  <dt>{ties.terms[term]}</dt>
                  <dd>{ties.plus(grouped(String(cost[term])))}</dd>
                </div>
              ))}
            </dl>
          ),
      )}
      <p className="terms-sum">{ties.costTotal(grouped(String(path.cost)))}</p>
    </details>
  );
}
