import { useWords } from '../locale/use-words.ts';
import type { Model } from './elements.ts';
import { KindMark } from './kind-mark.tsx';
import { KINDS } from './shapes.ts';

/** What the shapes mean and how many of each are drawn; the counts add up to the nodes. */
export function Legend({ model }: { readonly model: Model }) {
  const words = useWords();
  const sure = model.nodes.filter((node) => !node.doubtful);
  const entries = KINDS.map((kind) => ({ kind, count: sure.filter((node) => node.kind === kind).length }));
  const doubtful = model.nodes.find((node) => node.doubtful);
  return (
    <ul className="legend" aria-label={words.explore.legend}>
      {entries
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <li key={kind}>
            <KindMark kind={kind} coloured silent size={13} />
            {words.kinds[kind]} <span className="count">{count}</span>
          </li>
        ))}
      {doubtful && (
        <li>
          <KindMark kind={doubtful.kind} doubtful silent size={13} />
          {words.explore.doubtful} <span className="count">{model.nodes.length - sure.length}</span>
        </li>
      )}
    </ul>
  );
}
