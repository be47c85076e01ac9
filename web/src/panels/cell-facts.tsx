import { Link } from 'react-aria-components';
import type { BoardActor, BoardCell } from '../api/board.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { Name } from '../controls/name.tsx';
import { useWords } from '../locale/use-words.ts';
import { factIdsOf, requestsOf } from '../state/board-face.ts';
import { REQUESTS, type Request } from '../state/board-words.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { useFactLines } from '../state/use-fact-lines.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { FactLines } from './fact-lines.tsx';

type Props = { readonly cell: BoardCell; readonly version: number; readonly onSelect: (id: string) => void };
type Ids = readonly { readonly id: string }[];

const ACTORS = ['operating', 'building', 'unplaced', 'intended', 'research'] as const;
const SAID = ['areas', 'judged'] as const;

/** Every fact of a cell by what it may count for, each with its sentence and its source. */
export function CellFacts({ cell, version, onSelect }: Props) {
  const words = useWords();
  const ids = factIdsOf(cell);
  const { answer, asked } = useFactLines(ids, version);
  const left = ids.length - asked.size;
  if (ids.length === 0) return null;
  if (answer.status === 'failed' || answer.status === 'stopped') return <Failed answer={answer} />;
  const lines = answer.data;
  if (answer.status !== 'done' || !lines) return <Loading rows={4} onStop={answer.stop} />;
  const linesOf = (facts: Ids) => facts.flatMap(({ id }) => lines.get(id) ?? []);
  const requests = requestsOf(cell);
  const list = (name: Request | (typeof SAID)[number], facts: Ids) =>
    facts.length > 0 && (
      <section key={name} className="cell-group">
        <h4>
          {words.board.groups[name]} <span className="count">{facts.length}</span>
        </h4>
        <FactLines facts={linesOf(facts)} onSelect={onSelect} />
      </section>
    );
  return (
    <>
      {REQUESTS.map((name) => list(name, requests[name]))}
      {ACTORS.map(
        (name) =>
          cell[name].length > 0 && (
            <section key={name} className="cell-group">
              <h4>
                {words.board.groups[name]} <span className="count">{cell[name].length}</span>
              </h4>
              {cell[name].map((actor) => (
                <Actor key={actor.entity.id} actor={actor}>
                  <FactLines facts={linesOf(actor.relations)} onSelect={onSelect} />
                </Actor>
              ))}
            </section>
          ),
      )}
      {SAID.map((name) => list(name, cell[name]))}
      {left > 0 && <p className="caption">{words.board.more(left)}</p>}
      <p className="caption">{words.drawer.sureNote}</p>
    </>
  );
}

function Actor({ actor, children }: { readonly actor: BoardActor; readonly children: React.ReactNode }) {
  const { view } = useView();
  return (
    <>
      <p className="actor">
        <KindMark kind={actor.entity.kind} />
        <Link className="link" href={addressOf(`/entity/${actor.entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          <Name of={actor.entity} />
        </Link>
      </p>
      {children}
    </>
  );
}
