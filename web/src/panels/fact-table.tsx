import { Button, Link } from 'react-aria-components';
import type { EntityFull, RelationFull } from '../api/entity.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { ModalityTag } from '../controls/tags.tsx';
import { Told } from '../controls/told.tsx';
import { Name } from '../controls/name.tsx';
import { nameIn, said, sureWord, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { qualifierText } from '../state/qualifier-text.ts';
import { groupFacts, type Fact, type FactGroup } from '../state/fact-groups.ts';
import { isDocument } from '../state/page-sources.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

type Props = {
  readonly entity: EntityFull;
  readonly selection: string | null;
  readonly onSelect: (id: string) => void;
  /** The next facts; undefined when all are listed. */
  readonly onMore: (() => void) | undefined;
  readonly status: 'idle' | 'loading' | 'failed';
};

/** Facts of one page of the service. */
const PAGE = 100;

/** Facts by relationship: kind, object, qualifier, confidence, date and place. What is in doubt is a group of its own. */
export function FactTable({ entity, selection, onSelect, onMore, status }: Props) {
  const words = useWords();
  const relations = entity.relations.edges.map((edge) => edge.node);
  const groups = groupFacts(entity.id, relations);
  const left = entity.relations.totalCount - relations.length;
  return (
    <>
      <table className="fact-table">
        <thead>
          <tr>
            <th className="col-head">
              <span className="unseen">{words.entity.relation}</span>
            </th>
            <th className="col-object">{words.entity.facts}</th>
            <th className="wide">{words.entity.qualifier}</th>
            <th className="number col-sure" title={words.drawer.sureNote}>
              {words.entity.sure}
            </th>
            <th className="number col-source">{words.entity.source}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.key} group={group} selection={selection} onSelect={onSelect} />
        ))}
        {entity.readings.length > 0 && <Doubts entity={entity} />}
      </table>
      {groups.length === 0 && <p className="sentence">{words.drawer.noFacts}</p>}
      {left > 0 && onMore && (
        <p>
          <Button className="link" isDisabled={status === 'loading'} onPress={onMore}>
            {words.entity.loadMore(Math.min(left, PAGE), left)}
          </Button>
          {status === 'failed' && (
            <span className="caption danger" role="alert">
              {' '}
              {words.entity.moreFailed}
            </span>
          )}
        </p>
      )}
      {groups.length > 0 && <p className="caption">{words.drawer.sureNote}</p>}
    </>
  );
}

function Group({ group, selection, onSelect }: { readonly group: FactGroup } & Pick<Props, 'selection' | 'onSelect'>) {
  const lang = useLang();
  return (
    <tbody>
      {group.facts.map((fact, index) => (
        <tr key={fact.relation.id} aria-selected={fact.relation.id === selection}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={group.facts.length} className="fact-head">
              {said(group.label, lang)} <span className="count">{group.facts.length}</span>
            </th>
          )}
          <FactCells fact={fact} onSelect={onSelect} />
        </tr>
      ))}
    </tbody>
  );
}

function FactCells({ fact, onSelect }: { readonly fact: Fact; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const { view } = useView();
  const nameOf = useNameOf();
  const { relation, other, passage } = fact;
  const note = passage && !isDocument(passage.source) ? words.classes.project_note : null;
  const place = passage ? [note ?? passage.source.date, passage.locator].filter((part) => part !== null) : [];
  return (
    <>
      <td className="fact-object">
        <KindMark kind={other.kind} />
        <Link className="link ink" href={addressOf(`/entity/${other.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          <Name of={other} />
        </Link>
        <span className="narrow-only">
          <Qualifiers relation={relation} />
        </span>
      </td>
      <td className="wide qualifiers">
        <Qualifiers relation={relation} />
      </td>
      <td className="number quiet">{sureWord(relation.confidence, words)}</td>
      <td className="number">
        <Button
          className="link"
          aria-label={`${words.entity.source} ${nameOf(other)} ${place.join(words.app.comma)}`}
          onPress={() => onSelect(relation.id)}
        >
          {place.length === 0 && '–'}
          {place.map((part, index) => (
            <span key={part} className="whole">
              {part}
              {index < place.length - 1 && words.app.comma}
            </span>
          ))}
        </Button>
      </td>
    </>
  );
}

function Qualifiers({ relation }: { readonly relation: RelationFull }) {
  const words = useWords();
  const lang = useLang();
  const parts = relation.details.map((detail) => qualifierText(detail, lang));
  if (relation.context) parts.unshift(nameIn(relation.context, lang));
  if (relation.validFrom ?? relation.validTo) parts.push(words.drawer.valid(relation.validFrom, relation.validTo));
  if (relation.ended) parts.push(words.drawer.ended);
  return (
    <>
      <ModalityTag relation={relation} actor={relation.from.kind} /> {parts.join(' · ')}
      {relation.conflict && <span className="warn"> {words.drawer.conflict}</span>}
    </>
  );
}

function Doubts({ entity }: { readonly entity: EntityFull }) {
  const words = useWords();
  const { view } = useView();
  return (
    <tbody className="doubts">
      {entity.readings.map((reading, index) => {
        const own = reading.from.id === entity.id;
        const other = own ? reading.to : reading.from;
        return (
          <tr key={reading.id}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={entity.readings.length} className="fact-head warn">
                {words.entity.doubtful} <span className="count">{entity.readings.length}</span>
                <span className="caption under">{words.entity.doubtfulNote}</span>
              </th>
            )}
            <td className="fact-object">
              <KindMark kind={other.kind} doubtful={!own} />
              <Link className="link ink" href={addressOf(`/entity/${other.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
                <Name of={other} />
              </Link>
            </td>
            <td className="wide warn">
              {reading.rank === 1 ? words.drawer.firstEdge : words.drawer.otherEdge}
              {words.app.comma}
              <Told>{reading.reason}</Told>
            </td>
            <td className="number quiet">–</td>
            <td className="number caption">{reading.decidedAt}</td>
          </tr>
        );
      })}
    </tbody>
  );
}
