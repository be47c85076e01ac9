import { Button } from 'react-aria-components';
import type { Graph } from '../state/gather.ts';
import type { Fault, View } from '../state/url.ts';
import { useWords } from '../locale/use-words.ts';

type Props = {
  readonly faults: readonly Fault[];
  readonly graph: Graph | null;
  readonly view: View;
  /** Newest data version, once known. */
  readonly newest: number | null;
  readonly nameOf: (id: string) => string | null;
  readonly onNewest: () => void;
};

/** What a reader must know about the picture: parts of the link left out, an old version, every cut with its count. */
export function Notices({ faults, graph, view, newest, nameOf, onNewest }: Props) {
  const words = useWords();
  const lines = [
    ...faults.map((fault) => words.explore.bad(fault.field)),
    ...(graph?.missing ?? []).map((id) => words.explore.gone(id)),
    ...(graph?.cuts ?? []).map((cut) =>
      cut.id === null ? words.expand.ringCut(cut.omitted) : words.expand.cut(nameOf(cut.id) ?? cut.id, cut.omitted),
    ),
  ];
  const other = view.version !== null && newest !== null && view.version !== newest;
  if (lines.length === 0 && !other) return null;
  return (
    <ul className="notices" role="status">
      {other && (
        <li className="warn">
          {view.version < newest ? words.explore.old(view.version, newest) : words.explore.unknown(view.version)}{' '}
          <Button className="link" onPress={onNewest}>
            {words.explore.toNewest}
          </Button>
        </li>
      )}
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
