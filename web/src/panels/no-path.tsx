import type { PathSet } from '../api/paths.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';
import { Intended } from './intended.tsx';
import { MayBeSame } from './may-be-same.tsx';
import { changeOf, Offer } from './miss-offer.tsx';
import { WrittenOf } from './written-of.tsx';

type Props = { readonly found: PathSet; readonly view: View; readonly commands: Commands };

/**
 * What may be the same and what the records write of each other; then which of the noes it is, what it was looked for in,
 * and each change that would give results, with what it would give.
 */
export function NoPath({ found, view, commands }: Props) {
  const words = useWords();
  const lang = useLang();
  const { none, truncated, mayBeSame, writtenOf, intended } = found;
  const misses = none?.misses ?? [];
  const changes = misses.map((miss) => changeOf(miss, view, words));
  return (
    <section className="paths none" role="status">
      <h2 className="head">{headOf(found, words)}</h2>
      <MayBeSame all={mayBeSame} view={view} commands={commands} />
      {writtenOf && <WrittenOf written={writtenOf} view={view} />}
      {intended && <Intended intended={intended} view={view} commands={commands} />}
      {none && misses.length === 0 && (
        <p className="sentence">{mayBeSame.length > 0 ? words.paths.reasons[none.reason] : said(none.message, lang)}</p>
      )}
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

/** What may be the same is never told as unconnected. */
function headOf({ none, mayBeSame }: PathSet, { paths }: Words): string {
  const [same] = mayBeSame;
  if (same) return same.through === null ? paths.mayBeSame : paths.mayBeEither;
  return none ? paths.reasons[none.reason] : paths.noPath;
}
