import { Button } from 'react-aria-components';
import { candidatesQuery, CANDIDATE_ROWS, type Candidates, type CandidatesFor } from '../api/candidates.ts';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { allFactLines, type FactLine } from '../api/fact-lines.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { CandidateAside } from '../panels/candidate-aside.tsx';
import { CandidateLists } from '../panels/candidate-lists.tsx';
import { CandidateNear } from '../panels/candidate-near.tsx';
import { CandidateNext } from '../panels/candidate-next.tsx';
import { CandidatePartners } from '../panels/candidate-partners.tsx';
import { CandidateRanking } from '../panels/candidate-ranking.tsx';
import { CandidateStart } from '../panels/candidate-start.tsx';
import { CandidateTools } from '../panels/candidate-tools.tsx';
import { CandidateVisits } from '../panels/candidate-visits.tsx';
import { FactDrawer } from '../panels/fact-drawer.tsx';
import { Notices } from '../panels/notices.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { askedOf, factsOf, rowsOf } from '../state/candidate-face.ts';
import { twinsIn } from '../state/twins.ts';
import { useNear, type AskedNear } from '../state/use-near.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useTitle } from '../state/use-title.ts';
import { useView } from '../state/use-view.ts';
import { nearFactsOf } from '../state/visit-told.ts';
import '../styles/panels.css';
import '../styles/board.css';
import '../styles/candidates.css';
import '../styles/candidate-aside.css';
import '../styles/candidate-ranking.css';
import '../styles/candidates-print.css';

/** Whom to talk to about a segment of a region, or whom a body could work with: three lists, then a ranking. */
export function CandidatesPage() {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, faults, change } = useView();
  const asked = askedOf(view);
  const variables = {
    for: asked ?? {},
    limit: CANDIDATE_ROWS,
    weights: view.weights,
    required: [...view.required],
    date: view.date,
    version: view.version,
  };
  const answer = useAnswer(`candidates ${JSON.stringify(asked && variables)}`, async () =>
    asked === null ? null : (await ask(candidatesQuery, variables)).candidates,
  );
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version })).data
    ?.dataset;
  const data = asked === null ? null : answer.data;
  const candidates = data?.__typename === 'Candidates' ? data : null;
  const refused = answer.status === 'done' && data && data.__typename !== 'Candidates' ? data : null;
  const subject = candidates && (candidates.body ?? candidates.segment ?? candidates.chain);
  const title = subject
    ? (candidates.body === null ? words.candidates.question : words.candidates.questionOfBody)(nameOf(subject))
    : words.candidates.title;
  useTitle(title);
  const near = useNear(asked, candidates);

  return (
    <>
      <main id="main" className="board-page candidates-page">
        <CandidateTools title={title} candidates={candidates} near={near.firms ?? []} variables={variables} />
        <Notices
          faults={faults}
          graph={null}
          view={view}
          newest={null}
          nameOf={() => null}
          onNewest={() => change({ version: null })}
        />
        {view.body === null && (view.chains.length > 1 || view.regions.length > 1) && (
          <p className="notices" role="status">
            {words.candidates.oneOnly}
          </p>
        )}
        {asked !== null && answer.status === 'loading' && !candidates && <Loading rows={10} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {refused && (
          <div className="layout-empty candidates-refused" role="alert">
            <h2>{words.candidates.refused}</h2>
            <p className="sentence">{said(refused.message, lang)}</p>
            {(Object.keys(view.weights).length > 0 || view.required.length > 0) && (
              <Button className="link" onPress={() => change({ weights: {}, required: [] })}>
                {words.candidates.ownWeights}
              </Button>
            )}
          </div>
        )}
        {asked === null && <CandidateStart />}
        {asked !== null && candidates && <Columns asked={asked} candidates={candidates} near={near} />}
      </main>
      <StatusLine
        documents={candidates?.coverage.sources ?? null}
        version={candidates?.coverage.version ?? dataset?.version ?? null}
        date={candidates?.date ?? dataset?.date ?? null}
        parts={candidates ? statusParts(candidates, words) : []}
      />
    </>
  );
}

function statusParts(candidates: Candidates, words: ReturnType<typeof useWords>): readonly string[] {
  const { cell, ranking, partners } = candidates;
  const registers = cell === null ? 0 : cell.registers.length;
  return [
    words.candidates.status(rowsOf(candidates).length),
    ...(cell === null ? [] : [registers > 0 ? words.candidates.registers(registers) : words.candidates.noRegister]),
    ...(ranking === null && partners === null ? [words.candidates.noRanking] : []),
  ];
}

const NO_FACTS: ReadonlyMap<string, FactLine> = new Map();

type ColumnsProps = { readonly asked: CandidatesFor; readonly candidates: Candidates; readonly near: AskedNear };

function Columns({ asked, candidates, near }: ColumnsProps) {
  const words = useWords();
  const { view, change } = useView();
  const { version } = candidates.coverage;
  const ids = factsOf(candidates);
  const answer = useAnswer(`facts ${version} ${ids.join(' ')}`, () => allFactLines(ids, version));
  const { answer: nearAnswer, rates, firms } = near;
  const nearIds = nearFactsOf(firms ?? [], view.visits);
  const besides = useAnswer(`facts ${version} ${nearIds.join(' ')}`, () => allFactLines(nearIds, version));
  const facts = new Map([...(answer.data ?? NO_FACTS), ...(besides.data ?? NO_FACTS)]);
  const unread = [answer, besides].find(({ status }) => status === 'failed');
  const asking = nearAnswer.status === 'loading' ? 'asking' : null;
  const onOpen = (selection: string) => change({ selection }, { replace: true });
  return (
    <div className="candidate-columns">
      <div className="candidate-left">
        {unread && (
          <p className="notices warn" role="alert">
            {words.survey.facts}{' '}
            <Button className="link" onPress={unread.retry}>
              {words.states.retry}
            </Button>
          </p>
        )}
        <CandidateLists candidates={candidates} facts={facts} onOpen={onOpen} />
        <CandidateNext candidates={candidates} />
        <CandidateVisits candidates={candidates} near={firms} facts={facts} />
        {candidates.partners && candidates.body && (
          <CandidatePartners
            partners={candidates.partners}
            of={candidates.body}
            twins={twinsIn(candidates)}
            measured={rates?.partners ?? asking}
          />
        )}
        {candidates.ranking && <CandidateRanking ranking={candidates.ranking} measured={rates?.ranking ?? asking} />}
        {asking !== null && near.near === undefined && <Loading rows={3} onStop={nearAnswer.stop} />}
        {(nearAnswer.status === 'failed' || nearAnswer.status === 'stopped') && <Failed answer={nearAnswer} />}
        {near.near && <CandidateNear near={near.near} ofBody={candidates.body !== null} />}
      </div>
      {view.selection === null ? (
        <CandidateAside asked={asked} candidates={candidates} near={firms ?? []} onOpen={onOpen} />
      ) : (
        <FactDrawer
          key={view.selection}
          id={view.selection}
          version={version}
          onSelect={(selection) => change({ selection }, { replace: true })}
        />
      )}
    </div>
  );
}
