import { Button } from 'react-aria-components';
import type { NearMiss } from '../api/paths.ts';
import { useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import type { Drawn } from '../state/history.ts';
import { liftOf } from '../state/path-filters.ts';
import type { Commands } from '../state/use-commands.ts';
import { MAX_HOPS, type View } from '../state/url.ts';

type Change = { readonly label: string; readonly patch: Partial<Drawn> };

export function Offer({
  change,
  commands,
}: {
  readonly change: Change | null | undefined;
  readonly commands: Commands;
}) {
  const words = useWords();
  if (!change) return null;
  return (
    <Button className="link" onPress={() => commands.draw(words.steps.filter, change.patch)}>
      {change.label}
    </Button>
  );
}

/** What would let this miss through; null where it cannot be asked for here. */
export function changeOf({ filters, path }: NearMiss, view: View, words: Words): Change | null {
  if (path.hops > MAX_HOPS) return null;
  const longer = path.hops > view.hops ? { hops: path.hops } : {};
  if (filters.length === 0) return { label: words.paths.allowHops(path.hops), patch: { ...longer, path: 0 } };
  const lift = liftOf(filters);
  return lift && { label: liftLabel(lift.lifts, words), patch: { ...lift.patch, ...longer } };
}

function liftLabel(lifts: readonly (keyof Words['ties']['liftWords'])[], words: Words): string {
  const [only, ...more] = lifts;
  if (only === 'places' && more.length === 0) return words.paths.allowPlaces;
  if (only === 'modalities' && more.length === 0) return words.paths.allowPlanned;
  return words.ties.lifted(lifts.map((name) => words.ties.liftWords[name]).join(words.app.and));
}
