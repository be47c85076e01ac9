import type { Marks } from '../state/board-face.ts';
import { useWords } from '../locale/use-words.ts';

/** What is asked for, who is seen, whose research: three stamps, each at its place; a hairline where nothing is seen. */
export function CellMarks({ marks: { request, firms, research } }: { readonly marks: Marks }) {
  const nothing = request === null && firms === null && research === 0;
  return (
    <span className="marks">
      <span>{request ? <Stamp mark={request} /> : <i className="no-mark" />}</span>
      {!nothing && (
        <>
          <span>{firms ? <Stamp mark={firms.mark} count={firms.count} /> : <i className="no-mark" />}</span>
          <span>{research > 0 ? <Stamp mark="research" count={research} /> : <i className="no-mark" />}</span>
        </>
      )}
    </span>
  );
}

type StampProps = {
  readonly mark: 'planned' | 'proposed' | 'operating' | 'building' | 'research';
  readonly count?: number;
};

export function Stamp({ mark, count }: StampProps) {
  const words = useWords();
  return (
    <>
      <span className={`stamp ${mark}`}>{words.board.marks[mark]}</span>
      {count !== undefined && <b className="stamp-count">{count}</b>}
    </>
  );
}
