import { Button } from 'react-aria-components';
import type { PathSet } from '../api/paths.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import type { Drawn } from '../state/history.ts';
import { liftOf } from '../state/path-filters.ts';
import type { Commands } from '../state/use-commands.ts';
import { MAX_HOPS, type View } from '../state/url.ts';

type Props = { readonly found: PathSet; readonly view: View; readonly commands: Commands };

/** Which of the noes it is, what it was looked for in, and the one change that would give results. */
export function NoPath({ found, view, commands }: Props) {
  const words = useWords();
  const lang = useLang();
  const { none, truncated } = found;
  const step = nextStep(found, view, words);
  return (
    <section className="paths none" role="status">
      <h2 className="head">{words.paths.reasons[none?.reason ?? 'NOT_CONNECTED']}</h2>
      {none && <p className="sentence">{said(none.message, lang)}</p>}
      {truncated && <p className="caption warn">{words.paths.cut}</p>}
      <p className="caption">
        {words.paths.looked(found.coverage.sources, found.coverage.newestSource)} {words.paths.notProof}
      </p>
      {step && (
        <Button className="link" onPress={() => commands.draw(words.steps.filter, step.patch)}>
          {step.label}
        </Button>
      )}
    </section>
  );
}

type Step = { readonly label: string; readonly patch: Partial<Drawn> };

/** The filters that stand in the way together, or the length; where neither does, the surroundings of both. */
function nextStep({ none }: PathSet, view: View, words: ReturnType<typeof useWords>): Step | null {
  const lift = liftOf(none?.filters ?? []);
  if (lift) {
    return { label: liftLabel(lift.lifts, words), patch: { ...lift.patch, ...further(none?.hops, view) } };
  }
  if (none?.reason === 'TOO_FAR' && view.hops < MAX_HOPS) {
    const hops = Math.min(MAX_HOPS, Math.max(none.hops ?? 0, view.hops + 1));
    return { label: words.paths.allowHops(hops), patch: { hops } };
  }
  return view.ring ? null : { label: words.paths.showAround, patch: { ring: true } };
}

/** The nearest miss may need more hops than were asked for. */
function further(hops: number | null | undefined, view: View): Partial<Drawn> {
  return hops && hops > view.hops ? { hops: Math.min(MAX_HOPS, hops) } : {};
}

function liftLabel(lifts: readonly (keyof Words['ties']['liftWords'])[], words: Words): string {
  const [only, ...more] = lifts;
  if (only === 'places' && more.length === 0) return words.paths.allowPlaces;
  if (only === 'planned' && more.length === 0) return words.paths.allowPlanned;
  return words.ties.lifted(lifts.map((name) => words.ties.liftWords[name]).join(words.app.and));
}
