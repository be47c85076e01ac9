import { Link } from 'react-aria-components';
import { allChains, type ChainLite } from '../api/chains.ts';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { Name } from '../controls/name.tsx';
import { nameIn, useLang, useWords } from '../locale/use-words.ts';
import { StatusLine } from '../panels/status-line.tsx';
import { isDocument } from '../state/page-sources.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useTitle } from '../state/use-title.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import '../styles/chains.css';

/** All industry chains by name, each the way to its board. */
export function Chains() {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const answer = useAnswer(`chains ${view.version}`, () => allChains(view.version));
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version })).data
    ?.dataset;
  const order = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en');
  const chains = [...(answer.data ?? [])].sort(
    (one, other) => order.compare(nameIn(one, lang), nameIn(other, lang)) || (one.id < other.id ? -1 : 1),
  );

  useTitle(words.board.title);

  return (
    <>
      <main id="main" className="chains">
        <h1 className="screen-title">{words.board.title}</h1>
        <p className="sentence quiet">{words.board.chainsLead}</p>
        <p className="sentence">
          <Link className="link" href={addressOf('/survey', { ...EMPTY_VIEW, ...carried(view) })}>
            {words.survey.title}
          </Link>
        </p>
        <p className="caption">{words.survey.lead}</p>
        {answer.status === 'loading' && !answer.data && <Loading rows={8} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {answer.status === 'done' && chains.length === 0 && <p className="sentence">{words.board.noChains}</p>}
        {chains.length > 0 && (
          <>
            <Group title={words.board.withSegments} chains={chains.filter((chain) => segmentsOf(chain) > 0)} />
            <Group title={words.board.withoutSegments} chains={chains.filter((chain) => segmentsOf(chain) === 0)} />
          </>
        )}
      </main>
      <StatusLine
        documents={dataset?.sources.filter(isDocument).length ?? null}
        version={dataset?.version ?? null}
        date={dataset?.date ?? null}
        parts={answer.data ? [words.board.chainCount(chains.length)] : []}
      />
    </>
  );
}

function segmentsOf({ segments }: ChainLite): number {
  return segments.reduce((sum, { count }) => sum + count, 0);
}

function Group({ title, chains }: { readonly title: string; readonly chains: readonly ChainLite[] }) {
  const words = useWords();
  const { view } = useView();
  const along = { ...EMPTY_VIEW, ...carried(view), regions: view.regions };
  if (chains.length === 0) return null;
  return (
    <section className="chain-group">
      <h2>
        {title} <span className="count">{chains.length}</span>
      </h2>
      <ul className="chain-list">
        {chains.map((chain) => (
          <li key={chain.id}>
            <KindMark kind={chain.kind} silent />
            <Link className="link" href={addressOf(`/chain/${chain.id}`, along)}>
              <Name of={chain} />
            </Link>
            {segmentsOf(chain) > 0 && <span className="caption">{words.board.segmentCount(segmentsOf(chain))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
