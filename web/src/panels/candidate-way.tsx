import { Button, Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import type { CandidatesFor } from '../api/candidates.ts';
import { introductionQuery, type Introduction } from '../api/introduction.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { tieText } from '../state/candidate-told.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useFactLines } from '../state/use-fact-lines.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { useWhere } from './use-where.ts';

type Props = {
  readonly asked: CandidatesFor;
  readonly to: string;
  readonly version: number;
  readonly onOpen: (fact: string) => void;
};

/** Through whom a candidate could be reached: the shapes from end to end, a sentence a step with its source. */
export function CandidateWay({ asked, to, version, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const variables = { for: asked, to, date: view.date, version };
  const answer = useAnswer(`way ${JSON.stringify(variables)}`, async () => {
    const { candidates } = await ask(introductionQuery, variables);
    return { to, way: candidates.__typename === 'Candidates' ? candidates.introduction : null };
  });
  const way = answer.data?.to === to ? answer.data.way : null;
  return (
    <div className="candidate-way">
      <h4>{words.candidates.way}</h4>
      {answer.status === 'loading' && way === null && <Loading rows={3} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {way?.plans
        .map((plan) => tieText(plan, words, lang))
        .map((text) => (
          <p key={text}>{words.candidates.plannedOnly(text)}</p>
        ))}
      {way && way.state !== 'way' && <p>{said(way.label, lang)}</p>}
      {way?.path && <Steps path={way.path} version={version} onOpen={onOpen} />}
    </div>
  );
}

/** More names beside each other would break inside their words. */
const MOST_BESIDE = 3;

type Path = NonNullable<Introduction['path']>;

function Steps({ path, version, onOpen }: Pick<Props, 'version' | 'onOpen'> & { readonly path: Path }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const where = useWhere();
  const { view } = useView();
  const firsts = path.steps.flatMap(({ relations }) => relations[0]?.id ?? []);
  const { answer } = useFactLines(firsts, version);
  return (
    <>
      <ol className={path.entities.length > MOST_BESIDE ? 'way stacked' : 'way'}>
        {path.entities.map((entity) => (
          <li key={entity.id}>
            <KindMark kind={entity.kind} coloured size={18} />
            <Link className="link ink" href={addressOf(`/entity/${entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
              <Name of={entity} />
            </Link>
          </li>
        ))}
      </ol>
      <p className="caption">{words.candidates.passing(path.entities.length - 2)}</p>
      {path.weak.length > 0 && (
        <p className="caption warn">
          {words.candidates.weak(
            path.weak
              .map(({ entity, weakness }) => words.candidates.weakOne(nameOf(entity), said(weakness, lang)))
              .join(words.app.and),
          )}
        </p>
      )}
      <ol className="way-steps">
        {path.steps.map(({ relations: [first], reading, sentences: [sentence] }, at) => {
          const id = first?.id ?? reading?.id ?? String(at);
          const known = answer.data?.get(id);
          return (
            <li key={id} className={reading ? 'warn' : ''}>
              {sentence && said(sentence, lang)}{' '}
              {first && (
                <Button className="link cite" onPress={() => onOpen(first.id)}>
                  {(known && where(known)) || words.candidates.noPlace}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
