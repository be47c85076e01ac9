import { useEffect, useRef } from 'react';
import { Button, Link } from 'react-aria-components';
import type { Matched } from '../api/match.ts';
import { CopyButton } from '../controls/copy-button.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { say } from '../state/live.ts';
import { matchCsv } from '../state/match-csv.ts';
import { fitsLink, useNameList } from '../state/name-list.ts';
import { saveFile } from '../state/save-file.ts';
import { EMPTY_VIEW, MAX_SEEDS } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { MatchTable } from './match-table.tsx';

/** How many came to what, the entries of one outcome or all, and where to go on with those chosen. */
export function MatchResults({ matched }: { readonly matched: Matched }) {
  const words = useWords();
  const lang = useLang();
  const { view, change } = useView();
  const inLink = useNameList(({ asked }) => asked === null || fitsLink(asked.names));
  const picked = useNameList(({ chosen }) => chosen);
  const only = view.outcome;
  const heading = useRef<HTMLHeadingElement>(null);
  const counts = matched.counts.filter(({ count }) => count > 0);
  const chosen = picked ?? new Set(matchedEntities(matched));
  const seeds = [...chosen].slice(0, MAX_SEEDS);
  const told = counts.map(({ label, count }) => words.match.count(said(label, lang), count)).join(words.app.comma);

  useEffect(() => heading.current?.focus(), [matched]);
  const heard = [words.match.done(told), ...(inLink ? [] : [words.match.notInLink])].join(words.app.comma);
  useEffect(() => say(heard), [heard]);

  function choose(id: string, isChosen: boolean): void {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    useNameList.setState({ chosen: next });
  }

  return (
    <section className="match-results" aria-labelledby="match-results">
      <h2 id="match-results" tabIndex={-1} ref={heading}>
        {words.match.results}
      </h2>
      <div className="match-actions">
        <div role="group" aria-label={words.match.only} className="match-counts">
          {counts.map(({ outcome, label, count }) => (
            <Button
              key={outcome}
              className="button"
              aria-pressed={only === outcome}
              onPress={() => change({ outcome: only === outcome ? null : outcome }, { replace: true })}
            >
              {words.match.count(said(label, lang), count)}
            </Button>
          ))}
        </div>
        <span className="grow" />
        {seeds.length > 0 && (
          <Link className="button" href={addressOf('/explore', { ...EMPTY_VIEW, ...carried(view), seeds })}>
            {words.match.open(seeds.length)}
          </Link>
        )}
        {view.names.length > 0 && (
          <CopyButton
            text={window.location.origin + addressOf('/match', { ...view, version: matched.coverage.version })}
            label={words.explore.share}
            done={words.explore.shared}
          />
        )}
        <Button
          className="button"
          onPress={() => saveFile(words.match.fileName, 'text/csv;charset=utf-8', matchCsv(matched, words, lang))}
        >
          {words.match.csv}
        </Button>
      </div>
      {chosen.size > MAX_SEEDS && (
        <p className="caption warn" role="status">
          {words.match.tooManyChosen(chosen.size, MAX_SEEDS)}
        </p>
      )}
      <MatchTable
        names={matched.names.filter(({ outcome }) => only === null || outcome === only)}
        sources={matched.coverage.sources}
        chosen={chosen}
        onChoose={choose}
      />
    </section>
  );
}

function matchedEntities({ names }: Matched): string[] {
  return names.flatMap(({ outcome, candidates: [first] }) =>
    outcome === 'MATCHED' && first !== undefined ? [first.entity.id] : [],
  );
}
