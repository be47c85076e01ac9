import { ask } from '../api/client.ts';
import type { Candidates } from '../api/candidates.ts';
import { ledgerQuery } from '../api/ledger.ts';
import { Failed } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { useAnswer } from '../state/use-answer.ts';

/** How far the office's own ledger has come with firms of this chain and region; or that none is loaded, and how to. */
export function CandidateLedger({ candidates }: { readonly candidates: Candidates }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { chain, region, date, coverage } = candidates;
  const about = {
    region: region?.id ?? null,
    subject: chain?.id ?? null,
    date: date === '' ? null : date,
    version: coverage.version,
  };
  const answer = useAnswer(`ledger ${JSON.stringify(about)}`, async () => (await ask(ledgerQuery, about)).ledger);
  const data = answer.data;
  return (
    <section className="candidate-ledger" aria-labelledby="candidate-ledger">
      <h2 id="candidate-ledger" className="with-note">
        {words.candidates.ledger} <span className="caption">{words.candidates.internal}</span>
      </h2>
      {answer.status === 'failed' && <Failed answer={answer} />}
      {data?.__typename === 'LedgerNotLoaded' && (
        <>
          <p className="sentence">{said(data.message, lang)}</p>
          <details>
            <summary>{words.candidates.load}</summary>
            <p className="caption">{words.candidates.loadSteps}</p>
            <pre>
              <code>{data.never ? [`export ${INTERNAL}`, ...LOAD].join('\n') : LOAD.join('\n')}</code>
            </pre>
          </details>
        </>
      )}
      {data?.__typename === 'Ledger' && (
        <>
          {chain && region && <p className="caption">{words.candidates.ledgerScope(nameOf(chain), nameOf(region))}</p>}
          <dl className="ledger-counts">
            {data.counts.map(({ stage, label, firms }) => (
              <div key={stage}>
                <dt>{said(label, lang)}</dt>
                <dd className={firms === 0 ? 'none' : ''}>{firms}</dd>
              </div>
            ))}
          </dl>
          {data.unstated + data.notCurrent > 0 && (
            <p className="caption">{words.candidates.ledgerRest(data.unstated, data.notCurrent)}</p>
          )}
          {data.unplaced.length + data.unsorted.length > 0 && (
            <p className="caption">
              {words.candidates.ledgerNotCounted(
                words.candidates.ledgerApart(data.unplaced.length, data.unsorted.length),
              )}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** As docs/ledger.md has it. */
const INTERNAL = 'LONGLIAN_VISIBILITY=internal LONGLIAN_HOME=internal';
const LOAD = ['npx longlian ledger template --out ledger --publisher …', 'npx longlian ingest ledger'];
