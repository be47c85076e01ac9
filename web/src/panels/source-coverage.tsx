import type { Dataset } from '../api/dataset.ts';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { coverageGroups } from '../state/coverage-groups.ts';

/** As many lines are shown without being asked for. */
const FEW = 2;

/** What the source claims to cover, and how far; that a source covers nothing is said too. */
export function SourceCoverage({ coverage }: { readonly coverage: Dataset['sources'][number]['coverage'] }) {
  const words = useWords();
  const nameOf = useNameOf();
  if (coverage.length === 0) return <span className="caption under">{words.start.coversNothing}</span>;
  const extents = Object.keys(words.extents) as (keyof typeof words.extents)[];
  const lines = coverageGroups(coverage, extents, nameOf).map(({ extent, place, subjects }) => (
    <li key={`${extent} ${place}`}>
      {words.start.covered(words.extents[extent], place, subjects.join(words.app.and))}
    </li>
  ));
  if (lines.length <= FEW) return <ul className="caption under">{lines}</ul>;
  const counts = extents
    .map((extent) => [words.extents[extent], coverage.filter((one) => one.extent === extent).length] as const)
    .filter(([, count]) => count > 0)
    .map(([extent, count]) => words.start.coverCount(extent, count));
  return (
    <details className="caption under">
      <summary>{`${words.start.covers} ${counts.join(words.app.and)}`}</summary>
      <ul>{lines}</ul>
    </details>
  );
}
