import { Button } from 'react-aria-components';
import type { NearMiss, PathSet } from '../api/paths.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import type { Drawn } from '../state/history.ts';
import { liftOf } from '../state/path-filters.ts';
import type { Commands } from '../state/use-commands.ts';
import { MAX_HOPS, type View } from '../state/url.ts';

type Props = { readonly found: PathSet; readonly view: View; readonly commands: Commands };

/** Which of the noes it is, what it was looked for in, and each change that would give results, with what it would give. */
export function NoPath({ found, view, commands }: Props) {
  const words = useWords();
  const lang = useLang();
  const { none, truncated } = found;
  const misses = none?.misses ?? [];
  const changes = misses.map((miss) => changeOf(miss, view, words));
  return (
    <section className="paths none" role="status">
      <h2 className="head">{words.paths.reasons[none?.reason ?? 'NOT_CONNECTED']}</h2>
      {none && misses.length === 0 && <p className="sentence">{said(none.message, lang)}</p>}
      {misses.length > 0 && (
        <ul className="misses">
          {misses.map((miss, at) => (
            <li key={miss.filters.join(' ')} className={miss.path.readings > 0 ? 'warn' : ''}>
              <p className="sentence">{said(miss.message, lang)}</p>
              <Offer change={changes[at]} commands={commands} />
            </li>
          ))}
        </ul>
      )}
      {none?.cut === true && <p className="caption warn">{words.paths.notAllTried}</p>}
      {truncated && <p className="caption warn">{words.paths.cut}</p>}
      <p className="caption">
        {words.paths.looked(found.coverage.sources, found.coverage.newestSource)} {words.paths.notProof}
      </p>
      {!changes.some((change) => change) && !view.ring && (
        <Offer change={{ label: words.paths.showAround, patch: { ring: true } }} commands={commands} />
      )}
    </section>
  );
}

type Change = { readonly label: string; readonly patch: Partial<Drawn> };

function Offer({ change, commands }: { readonly change: Change | null | undefined; readonly commands: Commands }) {
  const words = useWords();
  if (!change) return null;
  return (
    <Button className="link" onPress={() => commands.draw(words.steps.filter, change.patch)}>
      {change.label}
    </Button>
  );
}

/** What would let this miss through; null where it cannot be asked for here. */
function changeOf({ filters, path }: NearMiss, view: View, words: Words): Change | null {
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
