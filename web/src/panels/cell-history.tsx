import { Button } from 'react-aria-components';
import type { Board, BoardCell } from '../api/board.ts';
import type { CellCause, CellWhy } from '../api/cell.ts';
import { JudgementTile } from '../controls/state-tile.tsx';
import { Name } from '../controls/name.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';

type Props = {
  readonly board: Board;
  readonly cell: BoardCell;
  /** Null while it is asked for. */
  readonly why: CellWhy | null;
  readonly onSelect: (fact: string) => void;
};

/** What the cell was at the earlier version, what it is, and what did it: each fact leads to its sources. */
export function CellHistory({ board: { since, coverage }, cell: { change, judgement }, why, onSelect }: Props) {
  const words = useWords();
  if (since === null || change === null) return null;
  const { causes, others } = why?.change ?? { causes: [], others: 0 };
  return (
    <section className="fact-group">
      <h3>{words.board.history}</h3>
      <p className="history-line">
        <span className="caption">{words.board.historyOf(since.version, coverage.version)}</span>
        {change.before === null ? (
          <span className="caption">{words.board.wasNone}</span>
        ) : (
          <JudgementTile judgement={change.before} />
        )}
        {change.moved && (
          <>
            <span className="caption">{words.board.becomes}</span>
            <JudgementTile judgement={judgement} />
          </>
        )}
      </p>
      <p>{words.board.changeNames[change.change]}</p>
      {causes.length > 0 && (
        <>
          <h4>{change.moved ? words.board.causes : words.board.causesOnly}</h4>
          <ul className="causes">
            {causes.map((cause, at) => (
              <li key={cause.relation?.id ?? cause.source?.id ?? cause.entity?.id ?? at}>
                <Cause cause={cause} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        </>
      )}
      {others > 0 && <p className="caption">{words.board.othersToo(others)}</p>}
    </section>
  );
}

function Cause({ cause, onSelect }: { readonly cause: CellCause; readonly onSelect: (fact: string) => void }) {
  const lang = useLang();
  const { label, relation, reason, entity, source, statements } = cause;
  const passages = statements.flatMap(({ evidence }) => evidence.map(({ passage }) => passage));
  const places = [...new Set(passages.map(({ source: of, locator }) => `${of.title} ${of.date} ${locator}`))];
  return (
    <>
      <span className="caption">{said(label, lang)}</span>{' '}
      {relation && (
        <Button className="link" onPress={() => onSelect(relation.id)}>
          {said(relation.sentence, lang)}
        </Button>
      )}
      {entity && <Name of={entity} />}
      {source && `${source.title} ${source.date}`}
      {places.length > 0 && <span className="caption under">{places.join(' · ')}</span>}
      {reason && <span className="caption under">{said(reason, lang)}</span>}
    </>
  );
}
