import { Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { SURVEY_ROWS, surveyQuery } from '../api/survey.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { inNameOrder } from '../state/name-order.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

/** Segments that are shown of one place before it is opened. */
const FIRST = 6;

/** Before anything is asked: segments that sources ask for with nobody seen, each a question of one press. */
export function CandidateStart() {
  const words = useWords();
  const nameOf = useNameOf();
  const lang = useLang();
  const { view } = useView();
  const [region] = view.regions;
  const scope = {
    chains: view.chains.length > 0 ? [...view.chains] : null,
    region: region ?? null,
    version: view.version,
    limit: SURVEY_ROWS,
  };
  const answer = useAnswer(`survey ${JSON.stringify(scope)}`, () => ask(surveyQuery, { ...scope, office: null }));
  const survey = answer.data?.survey.__typename === 'Survey' ? answer.data.survey : null;
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const offices = inNameOrder(
    (survey?.offices ?? [])
      .filter(({ open }) => open.some(({ segment }) => segment !== null))
      .map((one) => ({ ...one, label: nameOf(one.office) })),
    lang,
  );
  return (
    <div className="candidate-start">
      <h2>{words.candidates.choose}</h2>
      {answer.status === 'loading' && !survey && <Loading rows={8} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {survey && (
        <p className="sentence">{offices.length > 0 ? words.candidates.chooseMore : words.candidates.chooseNone}</p>
      )}
      <dl>
        {offices.map(({ office, open }) => {
          const links = open.flatMap(({ chain, segment }) => (segment === null ? [] : [{ chain, segment }]));
          const nameIn = ({ chain, segment }: (typeof links)[number]) =>
            links.some((other) => other.segment.name === segment.name && other.chain.id !== chain.id)
              ? words.candidates.ofChain(nameOf(segment), nameOf(chain))
              : nameOf(segment);
          const link = (of: (typeof links)[number]) => (
            <Link
              key={`${of.chain.id} ${of.segment.id}`}
              className="link"
              aria-label={words.candidates.askFor(nameIn(of), nameOf(office))}
              href={addressOf('/candidates', {
                ...along,
                regions: [office.id],
                chains: [of.chain.id],
                segment: of.segment.id,
              })}
            >
              {nameIn(of)}
            </Link>
          );
          return (
            <div key={office.id}>
              <dt>
                <KindMark kind={office.kind} /> <Name of={office} />
              </dt>
              <dd>
                {links.slice(0, FIRST).map(link)}
                {links.length > FIRST && (
                  <details>
                    <summary>{words.candidates.moreSegments(links.length - FIRST)}</summary>
                    {links.slice(FIRST).map(link)}
                  </details>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {survey && survey.cut > 0 && (
        <p className="caption">
          {words.candidates.cutStart(survey.cut)}{' '}
          <Link className="link" href={addressOf('/survey', along)}>
            {words.candidates.toSurvey}
          </Link>
        </p>
      )}
    </div>
  );
}
