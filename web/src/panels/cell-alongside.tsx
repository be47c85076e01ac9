import { Link } from 'react-aria-components';
import type { Board, BoardCell } from '../api/board.ts';
import { Name } from '../controls/name.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { useFactLines } from '../state/use-fact-lines.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { FactLines } from './fact-lines.tsx';

type Props = { readonly board: Board; readonly cell: BoardCell; readonly onSelect: (fact: string) => void };

/** What tied segments of other chains are asked for in the same region: beside the cell, and in none of its counts. */
export function CellAlongside({ board, cell, onSelect }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const own = board.alongside.filter(({ segment, region }) => segment === cell.segment.id && region === cell.region.id);
  const ids = own.flatMap(({ planned, proposed }) => [...planned, ...proposed].map(({ id }) => id));
  const { answer, asked } = useFactLines(ids, board.coverage.version);
  if (own.length === 0) return null;
  const along = { ...EMPTY_VIEW, ...carried(view) };
  return (
    <section className="cell-group">
      <h4>
        {words.board.alongside} <span className="count">{own.length}</span>
      </h4>
      <p className="caption">{words.board.alongsideMore}</p>
      {own.map(({ other, chains, ties, planned, proposed, region }) => (
        <div key={other.id}>
          <p className="actor">
            <Link className="link" href={addressOf(`/entity/${other.id}`, along)}>
              <Name of={other} />
            </Link>
            <span className="caption">
              {[...new Set(ties.map(({ type }) => words.board.tied(type)))].join(words.app.and)}
            </span>
            {chains.map((chain) => (
              <Link
                key={chain.id}
                className="link"
                href={addressOf(`/chain/${chain.id}`, {
                  ...along,
                  regions: [region],
                  cell: { segment: other.id, region },
                })}
              >
                {words.board.alongsideOf(nameOf(chain))}
              </Link>
            ))}
          </p>
          <FactLines
            facts={[...planned, ...proposed].flatMap(({ id }) => answer.data?.get(id) ?? [])}
            onSelect={onSelect}
          />
        </div>
      ))}
      {ids.length > asked.size && <p className="caption">{words.board.more(ids.length - asked.size)}</p>}
    </section>
  );
}
