import { Link } from 'react-aria-components';
import type { MatchCandidate, MatchedName } from '../api/match.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

type Props = {
  readonly names: readonly MatchedName[];
  readonly sources: number;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, isChosen: boolean) => void;
};

/** Every entry in the order of the list: what was read, what came of it, and whom it may stand for, with the reason. */
export function MatchTable({ names, ...rest }: Props) {
  const words = useWords();
  const { columns } = words.match;
  return (
    <table className="match-table">
      <thead>
        <tr>
          <th scope="col" className="number">
            {columns.position}
          </th>
          <th scope="col">{columns.read}</th>
          <th scope="col">{columns.outcome}</th>
          <th scope="col">{columns.candidates}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <Row key={name.position} name={name} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ name, sources, chosen, onChoose }: Omit<Props, 'names'> & { readonly name: MatchedName }) {
  const words = useWords();
  const lang = useLang();
  const { position, read, outcome, label, sameAs, candidates, omitted, truncated } = name;
  return (
    <tr data-outcome={outcome}>
      <td className="number quiet">{position}</td>
      <th scope="row">{read === '' ? <span className="quiet">{words.match.blank}</span> : read}</th>
      <td className={outcome === 'MATCHED' ? 'match-sure' : outcome === 'NONE' ? 'quiet' : 'warn'}>
        {sameAs === null ? said(label, lang) : words.match.sameAs(sameAs)}
      </td>
      <td>
        {candidates.length > 0 && (
          <ol className="match-candidates">
            {candidates.map((candidate) => (
              <Candidate
                key={candidate.rank}
                candidate={candidate}
                read={read}
                isChosen={chosen.has(candidate.entity.id)}
                onChoose={onChoose}
              />
            ))}
          </ol>
        )}
        {outcome === 'NONE' && <span className="caption">{words.match.none(sources)}</span>}
        {omitted > 0 && <span className="caption">{words.match.omitted(omitted)}</span>}
        {truncated && outcome !== 'MATCHED' && <span className="caption warn"> {words.match.truncated}</span>}
      </td>
    </tr>
  );
}

function Candidate({
  candidate: { entity, matched, reason, weak },
  read,
  isChosen,
  onChoose,
}: {
  readonly candidate: MatchCandidate;
  readonly read: string;
  readonly isChosen: boolean;
  readonly onChoose: Props['onChoose'];
}) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const nameOf = useNameOf();
  return (
    <li>
      <input
        type="checkbox"
        checked={isChosen}
        aria-label={words.match.choose(nameOf(entity))}
        onChange={(event) => onChoose(entity.id, event.target.checked)}
      />
      <KindMark kind={entity.kind} />
      <Link className="link ink" href={addressOf(`/entity/${entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
        <Name of={entity} />
      </Link>
      <span className="caption">
        {said(reason, lang)}
        {matched.value !== nameOf(entity) && matched.value !== read && ` ${words.match.by(matched.value)}`}
        {weak && <span className="warn"> {words.match.weak}</span>}
      </span>
    </li>
  );
}
