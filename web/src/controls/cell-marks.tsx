import type { Marks } from '../state/board-face.ts';
import type { Request } from '../state/board-words.ts';
import { useWords } from '../locale/use-words.ts';

/**
 * What is asked for, who is seen, whose research: three stamps, each at its place; a hairline where nothing at all is seen. Who
 * only intends to stands in a line below, so that nobody takes it for one that operates or builds.
 */
export function CellMarks({ marks: { request, firms, research, intended } }: { readonly marks: Marks }) {
  const words = useWords();
  const nothing = request === null && firms === null && research === 0 && intended === 0;
  return (
    <span className="marks">
      <span>
        {request && <Stamp mark={request} />}
        {nothing && <i className="no-mark" />}
      </span>
      {!nothing && (
        <>
          <span>{firms && <Stamp mark={firms.mark} count={firms.count} />}</span>
          <span>{research > 0 && <Stamp mark="research" count={research} />}</span>
        </>
      )}
      {intended > 0 && (
        <span className="intended">
          <Stamp mark="intended" /> {words.board.bodies(intended)}
        </span>
      )}
    </span>
  );
}

type StampProps = {
  readonly mark: Request | 'operating' | 'building' | 'research' | 'intended';
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
