import { Button, Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { consortiumApartQuery, type Between, type Shared } from '../api/consortium-apart.ts';
import type { ConsortiumTie } from '../api/consortium.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { togetherIn } from '../state/consortium-face.ts';
import { isDoubtful } from '../state/is-doubtful.ts';
import { EMPTY_VIEW, MAX_SEEDS } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { TieGroup } from './consortium-group.tsx';

/** The service compares so many at once. */
const MOST_BODIES = 20;

type Props = { readonly tie: ConsortiumTie; readonly onOpen: (relation: string) => void };

/** Without the consortium: which bodies of its list are tied to each other, and what several of them are tied to. */
export function ConsortiumApart({ tie, onOpen }: Props) {
  const words = useWords();
  const { apart } = words.consortia;
  const { version } = tie.coverage;
  const bodies = togetherIn(tie);
  const ids = bodies.slice(0, MOST_BODIES);
  const answer = useAnswer(`apart ${version} ${ids.join()}`, async () =>
    ids.length < 2 ? null : ask(consortiumApartQuery, { ids, version }),
  );
  if (ids.length < 2) return null;
  const between = answer.data?.between.__typename === 'Neighbourhood' ? answer.data.between : null;
  const shared = answer.data?.shared.__typename === 'CommonNeighbours' ? answer.data.shared : null;
  return (
    <TieGroup label={apart.title} note={apart.note}>
      {answer.status === 'loading' && !between && <Loading rows={3} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {between && shared && <Found tie={tie} ids={ids} between={between} shared={shared} onOpen={onOpen} />}
      {bodies.length > ids.length && <p className="caption">{apart.cut(ids.length, bodies.length)}</p>}
    </TieGroup>
  );
}

type FoundProps = Props & { readonly ids: readonly string[]; readonly between: Between; readonly shared: Shared };

function Found({ tie, ids, between, shared, onOpen }: FoundProps) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view } = useView();
  const { apart } = words.consortia;
  // The consortium itself is what all of them are tied to.
  const without = shared.neighbours.filter(({ entity }) => entity.id !== tie.entity.id);
  const others = [...without.filter(({ weakness }) => !weakness), ...without.filter(({ weakness }) => weakness)];
  const more = between.omitted + shared.omitted;
  const seeds = [...ids, ...others.map(({ entity }) => entity.id)].slice(0, MAX_SEEDS);
  const graph = { ...EMPTY_VIEW, ...carried(view), version: tie.coverage.version, ring: false, seeds };
  return (
    <>
      {between.relations.length + others.length === 0 && <p className="sentence">{apart.none(tie.coverage.sources)}</p>}
      <ul className="tie-lines">
        {between.relations.map(({ id, sentence }) => (
          <li key={id}>
            <Button className="link ink" onPress={() => onOpen(id)}>
              {said(sentence, lang)}
            </Button>
          </li>
        ))}
        {others.map(({ entity, ties, weakness }) => (
          <li key={entity.id}>
            <KindMark kind={entity.kind} coloured doubtful={isDoubtful(entity)} />{' '}
            <Link className="link ink" href={addressOf(`/entity/${entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
              <Name of={entity} />
            </Link>{' '}
            {apart.sharedBy(
              ties.map(({ of }) => (isDoubtful(of) ? apart.inDoubt(nameOf(of)) : nameOf(of))).join(words.app.and),
            )}
            {weakness && <span className="caption"> {apart.weak(said(weakness, lang))}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="caption">{apart.more(more)}</p>}
      {shared.truncated && <p className="caption warn">{words.paths.cut}</p>}
      {between.relations.length + others.length > 0 && (
        <Link className="link" href={addressOf('/explore', graph)}>
          {apart.inGraph}
        </Link>
      )}
    </>
  );
}
