import { Button } from 'react-aria-components';
import type { Cut, Graph } from '../state/gather.ts';
import type { Fault, View } from '../state/url.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';

type Props = {
  readonly faults: readonly Fault[];
  readonly graph: Graph | null;
  readonly view: View;
  /** Newest data version, once known. */
  readonly newest: number | null;
  readonly nameOf: (id: string) => string | null;
  readonly onNewest: () => void;
  /** Lines about what is drawn, some with what to do about it. */
  readonly more?: readonly Notice[];
};

export type Notice = { readonly line: string; readonly act?: { readonly label: string; readonly run: () => void } };

/** What a reader must know about the picture: parts of the link left out, an old version, every cut with its count. */
export function Notices({ faults, graph, view, newest, nameOf, onNewest, more = [] }: Props) {
  const words = useWords();
  const lang = useLang();
  const lines = [
    ...faults.map((fault) => words.explore.bad(fault.field)),
    ...(graph?.missing ?? []).map((id) => words.explore.gone(id)),
    ...(graph?.refused ? [words.ties.refused(said(graph.refused, lang))] : []),
    ...(graph?.dropped ?? []).map((id) => words.ties.dropped(nameOf(id) ?? id)),
    ...(graph?.cuts ?? []).map((cut) => cutWords(cut, nameOf, words)),
  ];
  const other = view.version !== null && newest !== null && view.version !== newest;
  if (lines.length === 0 && more.length === 0 && !other) return null;
  return (
    <div className="notices" role="status">
      <ul>
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
        {more.map(({ line, act }) => (
          <li key={line}>
            {line}{' '}
            {act && (
              <Button className="link" onPress={act.run}>
                {act.label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function cutWords({ sort, id, omitted }: Cut, nameOf: Props['nameOf'], words: Words): string {
  if (sort === 'between') return words.ties.between(omitted);
  return id === null ? words.expand.ringCut(omitted) : words.expand.cut(nameOf(id) ?? id, omitted);
}
