import { Link } from 'react-aria-components';
import type { Candidates } from '../api/candidates.ts';
import type { FactLine } from '../api/fact-lines.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { DoubtfulName } from '../controls/doubtful-name.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { LISTS, rowsOf, type ListName } from '../state/candidate-face.ts';
import { twinsIn } from '../state/twins.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { CandidateLine } from './candidate-line.tsx';

type Props = {
  readonly candidates: Candidates;
  readonly facts: ReadonlyMap<string, FactLine>;
  readonly onOpen: (fact: string) => void;
};

/** Three lists side by side, equal in rank and without scores; below them who is in none, by name and with the reason. */
export function CandidateLists(props: Props) {
  return (
    <>
      <div className="candidate-lists">
        {LISTS.map((list) => (
          <List key={list} list={list} {...props} />
        ))}
      </div>
      <LeftOut candidates={props.candidates} />
    </>
  );
}

function List({ list, candidates, facts, onOpen }: Props & { readonly list: ListName }) {
  const words = useWords();
  const { view } = useView();
  const lang = useLang();
  const { label, rows, cut } = candidates[list];
  const twins = twinsIn(candidates);
  const chosen = view.candidate ?? rowsOf(candidates)[0]?.row.body.id;
  const title = `list-${list}`;
  return (
    <section className="candidate-list" aria-labelledby={title}>
      <h2 id={title}>
        {said(label, lang)} <span className="count">{words.candidates.rows(rows.length + cut)}</span>
      </h2>
      <p className="caption">
        {(candidates.body === null ? words.candidates.listNotes : words.candidates.bodyNotes)[list]}
      </p>
      {rows.length === 0 ? (
        <p className="candidate-none">
          {words.candidates.none[list]}{' '}
          <span className="caption">{words.candidates.noneMeans(candidates.coverage.sources)}</span>
        </p>
      ) : (
        <ul>
          {rows.map((row) => (
            <CandidateLine
              key={`${row.body.id} ${row.products.map(({ id }) => id).join(' ')}`}
              row={row}
              isChosen={row.body.id === chosen}
              twins={twins.get(row.body.id) ?? []}
              facts={facts}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
      {cut > 0 && <p className="caption candidate-cut">{words.candidates.cut(cut)}</p>}
    </section>
  );
}

/** Names of those left out that stand open; the others on a press. */
const FIRST = 10;

function LeftOut({ candidates: { leftOut } }: Pick<Props, 'candidates'>) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  if (leftOut.length === 0) return null;
  const name = (body: (typeof leftOut)[number]['bodies'][number]) => (
    <span key={body.id} className="candidate-name">
      <KindMark kind={body.kind} />
      <Link className="link ink" href={addressOf(`/entity/${body.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
        <DoubtfulName of={body} />
      </Link>
    </span>
  );
  return (
    <section className="candidate-out" aria-labelledby="candidate-out">
      <h2 id="candidate-out">{words.candidates.leftOut}</h2>
      <dl>
        {leftOut.map(({ reason, label, count, bodies }) => (
          <div key={reason}>
            <dt>{words.candidates.leftOutCount(said(label, lang), count)}</dt>
            <dd>
              {bodies.slice(0, FIRST).map(name)}
              {bodies.length > FIRST && (
                <details>
                  <summary>{words.candidates.leftOutRest(count - FIRST)}</summary>
                  <div className="candidate-rest">
                    {bodies.slice(FIRST).map(name)}
                    {count > bodies.length && (
                      <span className="caption">{words.candidates.leftOutMore(count - bodies.length)}</span>
                    )}
                  </div>
                </details>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
