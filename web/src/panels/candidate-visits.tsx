import { Button } from 'react-aria-components';
import type { NearRow } from '../api/candidate-near.ts';
import type { Candidates } from '../api/candidates.ts';
import type { FactLine } from '../api/fact-lines.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { Toggle } from '../controls/toggle.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { rowsOf, withCompared } from '../state/candidate-face.ts';
import { say } from '../state/live.ts';
import { MAX_COMPARED, MAX_VISITS } from '../state/url.ts';
import { useView } from '../state/use-view.ts';
import { useVisits } from '../state/use-visits.ts';
import { CandidateCompare } from './candidate-compare.tsx';
import { VisitPaper } from './visit-paper.tsx';

type Props = {
  readonly candidates: Candidates;
  /** Firms near the segment; undefined while they are asked for. */
  readonly near: readonly NearRow[] | undefined;
  readonly facts: ReadonlyMap<string, FactLine>;
};

/** Who is chosen for a visit, in the order they came, and some of them side by side. */
export function CandidateVisits({ candidates, near, facts }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const { isFull, toggle } = useVisits();
  const inLists = new Map(rowsOf(candidates).map(({ row: { body } }) => [body.id, body] as const));
  const known = new Map([
    ...inLists,
    ...(candidates.ranking?.rows ?? []).map(({ body }) => [body.id, body] as const),
    ...(candidates.partners?.rows ?? []).map(({ body }) => [body.id, body] as const),
    ...(near ?? []).map(({ entity }) => [entity.id, entity] as const),
  ]);
  const listed = view.visits.flatMap((id) => known.get(id) ?? []);
  const lost = near === undefined ? 0 : view.visits.length - listed.length;

  return (
    <section className="candidate-visits" aria-labelledby="candidate-visits">
      <div className="with-note">
        <h2 id="candidate-visits">
          {words.candidates.visits}{' '}
          <span className="count">{words.candidates.visitsCount(view.visits.length, MAX_VISITS)}</span>
        </h2>
        {view.visits.length > 0 && (
          <span className="caption">
            {listed.some(({ id }) => inLists.has(id)) && `${words.candidates.compareHelp(MAX_COMPARED)} `}
            <Button
              className="link"
              onPress={() => {
                change({ visits: [], compared: [] }, { replace: true });
                say(words.candidates.visitsCount(0, MAX_VISITS));
              }}
            >
              {words.candidates.clear}
            </Button>
          </span>
        )}
      </div>
      {view.visits.length === 0 && <p className="caption">{words.candidates.visitsEmpty}</p>}
      {isFull && <p className="caption">{words.candidates.full(MAX_VISITS)}</p>}
      {lost > 0 && <p className="caption warn">{words.candidates.lost(lost)}</p>}
      {listed.length > 0 && (
        <ul className="visit-names">
          {listed.map((body) => {
            const name = nameOf(body);
            const on = view.compared.includes(body.id);
            return (
              <li key={body.id}>
                <KindMark kind={body.kind} />
                <Name of={body} />
                {inLists.has(body.id) && (
                  <Toggle
                    on={on}
                    disabled={!on && view.compared.length >= MAX_COMPARED}
                    onChange={() => change(withCompared(view, body.id), { replace: true })}
                  >
                    <span aria-hidden="true">{words.candidates.compare}</span>
                    <span className="unseen">{words.candidates.compareOf(name)}</span>
                  </Toggle>
                )}
                <Button
                  className="plain cross"
                  aria-label={words.candidates.out(name)}
                  onPress={() => toggle(body.id, name)}
                >
                  ×
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <VisitPaper candidates={candidates} near={near ?? []} bodies={listed} facts={facts} />
      <CandidateCompare candidates={candidates} />
    </section>
  );
}
