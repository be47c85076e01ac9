import { Link } from 'react-aria-components';
import type { Board, BoardCell } from '../api/board.ts';
import { Name } from '../controls/name.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { askedIds, BESIDE_ACTORS, besideIds, besideOf, besideWords } from '../state/beside.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { useFactLines } from '../state/use-fact-lines.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { FactLines } from './fact-lines.tsx';

type Props = { readonly board: Board; readonly cell: BoardCell; readonly onSelect: (fact: string) => void };

/** What tied segments of other chains are asked for in the same region, and who is seen there: in none of the counts. */
export function CellAlongside({ board, cell, onSelect }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const own = besideOf(board, cell.segment.id, cell.region.id);
  const ids = besideIds(own);
  const { answer, asked } = useFactLines(ids, board.coverage.version);
  if (own.length === 0) return null;
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const linesOf = (facts: readonly string[]) => facts.flatMap((id) => answer.data?.get(id) ?? []);
  return (
    <section className="cell-group">
      <h4>
        {words.board.alongside} <span className="count">{own.length}</span>
      </h4>
      <p className="caption">{besideWords(own, words).join(words.app.comma)}</p>
      <p className="caption">{words.board.alongsideMore}</p>
      {own.map(({ other, chains, ties, requests, region, ...actors }) => (
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
          <FactLines facts={linesOf(askedIds({ requests }))} onSelect={onSelect} />
          {BESIDE_ACTORS.filter((name) => actors[name].length > 0).map((name) => (
            <div key={name}>
              <p className="caption">{words.board.markWords[name](actors[name].length)}</p>
              <FactLines facts={linesOf(actors[name].flatMap(({ relationIds }) => relationIds))} onSelect={onSelect} />
            </div>
          ))}
        </div>
      ))}
      {ids.length > asked.size && <p className="caption">{words.board.more(ids.length - asked.size)}</p>}
    </section>
  );
}
