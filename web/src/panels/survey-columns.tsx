import { useRef, useState } from 'react';
import { ask } from '../api/client.ts';
import { allFactLines, type FactLine } from '../api/fact-lines.ts';
import { surveyQuery, type Survey, type SurveyOffice } from '../api/survey.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useWords } from '../locale/use-words.ts';
import { allRequests, firstSheet, sheetsOfCity, stageOf, withSheet } from '../state/survey-face.ts';
import { useAnswer } from '../state/use-answer.ts';
import { NARROW, useMedia } from '../state/use-media.ts';
import { useView } from '../state/use-view.ts';
import { FactDrawer } from './fact-drawer.tsx';
import { SurveyList } from './survey-list.tsx';
import { SurveyLoop, type LoopStep } from './survey-loop.tsx';
import { SurveyPreview } from './survey-preview.tsx';
import { SurveySheet } from './survey-sheet.tsx';

export type SurveyScope = {
  readonly chains: string[] | null;
  readonly region: string | null;
  readonly version: number | null;
  readonly limit: number;
};

type Props = {
  readonly survey: Survey;
  readonly scope: SurveyScope;
  readonly facts: ReadonlyMap<string, FactLine>;
  readonly newest: number | null;
};

/** The loop on top; the list by office, and the sheet of the chosen one with what a filled one would change. */
export function SurveyColumns({ survey, scope, facts, newest }: Props) {
  const words = useWords();
  const { view, change } = useView();
  const narrow = useMedia(NARROW);
  const right = useRef<HTMLDivElement>(null);
  const [isPreviewed, setPreviewed] = useState(false);
  const sheets = withSheet(survey.offices);
  const chosen = view.office ?? firstSheet(survey.offices, view.segment);
  const listed = survey.offices.find(({ office }) => office.id === chosen) ?? null;
  const whole = useWhole(survey, scope, listed);
  const office = whole.office ?? listed;
  const known = new Map([...facts, ...whole.facts]);

  function choose(id: string): void {
    change({ office: id, selection: null });
    // The sheet stands below the list there.
    if (narrow) right.current?.scrollIntoView({ block: 'start' });
  }

  const list = (
    <div key="list" className="survey-left">
      {survey.offices.length === 0 ? (
        <p className="sentence survey-none">{words.survey.empty(survey.coverage.sources, survey.chains)}</p>
      ) : (
        <SurveyList
          offices={survey.offices.map((one) => (one === listed && office ? office : one))}
          chosen={chosen}
          facts={known}
          onChoose={choose}
          onOpen={(selection) => change({ selection }, { replace: true })}
        />
      )}
    </div>
  );
  const sheet = (
    <div key="sheet" className="survey-right" ref={right}>
      <div className={view.selection === null ? 'survey-desk' : 'survey-desk behind'}>
        {whole.answer.status === 'loading' && listed && listed.cut > 0 && <Loading rows={4} />}
        {whole.answer.status === 'failed' && <Failed answer={whole.answer} />}
        {view.office !== null && listed === null && (
          <p className="sentence survey-none" role="status">
            {words.survey.notListed}
          </p>
        )}
        {chosen === null && view.segment !== null && (
          <p className="sentence survey-none" role="status">
            {words.survey.segmentNotOpen}
          </p>
        )}
        {office && (
          <SurveySheet
            office={office}
            at={sheets.findIndex((one) => one.office.id === office.office.id) + 1}
            all={sheets.length}
            facts={known}
            version={survey.coverage.version}
            date={survey.date}
            chains={view.chains}
            ofCity={sheetsOfCity(survey.offices, office).length}
          />
        )}
        <SurveyPreview version={survey.coverage.version} newest={newest} onShown={setPreviewed} />
      </div>
      {view.selection !== null && (
        <FactDrawer
          key={view.selection}
          id={view.selection}
          version={survey.coverage.version}
          onSelect={(selection) => change({ selection }, { replace: true })}
        />
      )}
    </div>
  );
  return (
    <>
      <SurveyLoop current={stepOf(office, isPreviewed)} />
      <div className="survey-columns">
        {/* On a narrow screen whose sheet is chosen comes before all the others. */}
        {narrow && view.office !== null ? [sheet, list] : [list, sheet]}
      </div>
    </>
  );
}

/** Where the open sheet stands: what the store knows of it, or the filled one that is looked at. */
function stepOf(office: SurveyOffice | null, isPreviewed: boolean): LoopStep {
  if (isPreviewed) return 'preview';
  return office && stageOf(office) === 'settled' ? 'register' : 'list';
}

/** All rows of an office of which the list was cut. */
function useWhole(survey: Survey, scope: SurveyScope, listed: SurveyOffice | null) {
  const id = listed && listed.cut > 0 ? listed.office.id : null;
  const { version } = survey.coverage;
  const answer = useAnswer(`office ${id} ${version} ${scope.chains?.join(' ')}`, async () => {
    if (id === null) return null;
    const { survey: own } = await ask(surveyQuery, { ...scope, region: null, office: id, version });
    const office = own.__typename === 'Survey' ? (own.offices[0] ?? null) : null;
    return office && { office, facts: await allFactLines(allRequests([office]), version) };
  });
  // What an earlier scope or version gave is kept while the next is asked for, and is not of this one.
  const isOwn = answer.status === 'done' && answer.data?.office.office.id === id;
  return {
    answer,
    office: isOwn ? (answer.data?.office ?? null) : null,
    facts: isOwn ? (answer.data?.facts ?? NO_FACTS) : NO_FACTS,
  };
}

const NO_FACTS: ReadonlyMap<string, FactLine> = new Map();
