import { Button } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { allFactLines, type FactLine } from '../api/fact-lines.ts';
import { SURVEY_ROWS, surveyQuery, type Survey } from '../api/survey.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { Notices } from '../panels/notices.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { SurveyColumns } from '../panels/survey-columns.tsx';
import { SurveyTools } from '../panels/survey-tools.tsx';
import { allRequests, meantAreas, subjectCount, withSheet } from '../state/survey-face.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useTitle } from '../state/use-title.ts';
import { useView } from '../state/use-view.ts';
import '../styles/panels.css';
import '../styles/tiles.css';
import '../styles/board.css';
import '../styles/survey.css';
import '../styles/survey-sheet.css';
import '../styles/survey-print.css';
import '../styles/read-rows.css';

/** What offices are to be asked, their sheets, and what a filled sheet would change. */
export function SurveyPage() {
  const words = useWords();
  const lang = useLang();
  const { view, faults, change } = useView();
  const scope = {
    chains: view.chains.length > 0 ? [...view.chains] : null,
    region: view.regions[0] ?? null,
    version: view.version,
    limit: SURVEY_ROWS,
  };
  const answer = useAnswer(`survey ${JSON.stringify(scope)}`, () => ask(surveyQuery, { ...scope, office: null }));
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version }));
  const newest = useAnswer('dataset null', () => ask(datasetQuery, { version: null })).data?.dataset.version ?? null;
  const data = answer.data?.survey ?? null;
  const survey = data?.__typename === 'Survey' ? data : null;
  const refused = answer.status === 'done' && data && data.__typename !== 'Survey' ? data : null;
  const facts = useFacts(survey);
  const sheets = survey ? withSheet(survey.offices) : [];
  const settled = survey?.offices.reduce((sum, office) => sum + office.settled.length, 0) ?? 0;
  const everything = { chains: [], regions: [], office: null, selection: null };

  useTitle(words.survey.title);

  return (
    <>
      <main id="main" className="board-page survey-page">
        <SurveyTools survey={survey} scope={scope} />
        <Notices
          faults={faults}
          graph={null}
          view={view}
          newest={newest}
          nameOf={() => null}
          onNewest={() => change({ version: null })}
        />
        {survey && <Cuts survey={survey} />}
        {answer.status === 'loading' && !survey && <Loading rows={12} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {facts.status === 'failed' && (
          <p className="notices warn" role="alert">
            {words.survey.facts}{' '}
            <Button className="link" onPress={facts.retry}>
              {words.states.retry}
            </Button>
          </p>
        )}
        {refused && (
          <div className="layout-empty" role="alert">
            <h2>{words.survey.refused}</h2>
            <p className="sentence">{said(refused.message, lang)}</p>
            <Button className="link" onPress={() => change(everything)}>
              {words.survey.clear}
            </Button>
          </div>
        )}
        {survey && <SurveyColumns survey={survey} scope={scope} facts={facts.data ?? NO_FACTS} newest={newest} />}
      </main>
      <StatusLine
        documents={survey?.coverage.sources ?? null}
        version={survey?.coverage.version ?? null}
        date={survey?.date ?? dataset.data?.dataset.date ?? null}
        parts={
          survey
            ? [
                words.survey.status(survey.open, subjectCount(survey.offices), sheets.length),
                words.survey.settledRows(settled),
              ]
            : []
        }
      />
    </>
  );
}

const NO_FACTS: ReadonlyMap<string, FactLine> = new Map();

/** The places behind every request of the list. */
function useFacts(survey: Survey | null) {
  const ids = survey ? allRequests(survey.offices) : [];
  const version = survey?.coverage.version ?? 0;
  return useAnswer(`facts ${version} ${ids.join(' ')}`, () => allFactLines(ids, version));
}

/** Every cut with its counts, and what of the link was not used. */
function Cuts({ survey }: { readonly survey: Survey }) {
  const nameOf = useNameOf();
  const planned = meantAreas(survey.offices);
  const zones = withSheet(survey.offices).filter(({ spans }) => spans.length > 0);
  const words = useWords();
  const { view } = useView();
  const lines = [
    ...(survey.cut > 0 ? [words.survey.cut(survey.cut, survey.open)] : []),
    ...(survey.chainsCut > 0 ? [words.survey.chainsCut(survey.chainsCut)] : []),
    ...(survey.placeless.length > 0 ? [words.survey.placeless(survey.placeless.length)] : []),
    ...(planned.length > 0 ? [words.survey.meantAreas(planned.length, planned.map(nameOf).join(words.app.and))] : []),
    ...(zones.length > 0 ? [words.survey.zones(zones.map(({ office }) => nameOf(office)).join(words.app.and))] : []),
    ...(view.regions.length > 1 ? [words.survey.oneRegion] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="notices" role="status">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
