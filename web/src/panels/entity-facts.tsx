import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { EntityFull } from '../api/entity.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { citation, said, sureWord, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { groupFacts, type Fact, type FactGroup } from '../state/fact-groups.ts';
import { DoubtBand } from './doubt-band.tsx';
import { Attributes, Names } from './entity-parts.tsx';
import { Indicators } from './indicators.tsx';

type Props = { readonly entity: EntityFull; readonly onSelect: (id: string) => void };

const FIRST = 5;

/** What the data says of one entity, by relationship; names, attributes and indicators with their sources. */
export function EntityFacts({ entity, onSelect }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const own = entity.readings.filter((reading) => reading.from.id === entity.id);
  const others = entity.readings.filter((reading) => reading.to.id === entity.id);
  const relations = entity.relations.edges.map((edge) => edge.node);
  const groups = groupFacts(entity.id, relations);
  const left = entity.relations.totalCount - relations.length;
  return (
    <>
      <p className="stack-end title">
        <KindMark kind={entity.kind} coloured doubtful={own.length > 0} size={16} />
        <b className={own.length > 0 ? 'warn' : ''}>
          <Name of={entity} />
        </b>
      </p>
      <p className="caption">
        {[words.kinds[entity.kind], ...(entity.place ? [nameOf(entity.place)] : [])].join(' · ')}
      </p>
      {entity.redirectedFrom !== null && <p className="caption warn">{words.drawer.redirected}</p>}
      <DoubtBand readings={own} onSelect={onSelect} />
      {others.map((reading) => (
        <p key={reading.id} className="caption warn">
          {words.entity.mayMean(reading.from.name)}
        </p>
      ))}
      <Names entity={entity} />
      {groups.length === 0 && <p className="sentence">{words.drawer.noFacts}</p>}
      {groups.map((group) => (
        <Group key={group.key} group={group} onSelect={onSelect} />
      ))}
      {left > 0 && <p className="caption">{words.drawer.moreFacts(left)}</p>}
      <Attributes attributes={entity.attributes} />
      <Indicators indicators={entity.indicators} />
    </>
  );
}

function Group({ group, onSelect }: { readonly group: FactGroup; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const lang = useLang();
  const [all, setAll] = useState(false);
  const shown = all ? group.facts : group.facts.slice(0, FIRST);
  return (
    <section className="fact-group">
      <h3>
        {said(group.label, lang)} <span className="count">{group.facts.length}</span>
      </h3>
      <ul>
        {shown.map((fact) => (
          <FactRow key={fact.relation.id} fact={fact} onSelect={onSelect} />
        ))}
      </ul>
      {shown.length < group.facts.length && (
        <Button className="link" onPress={() => setAll(true)}>
          {words.drawer.moreFacts(group.facts.length - shown.length)}
        </Button>
      )}
    </section>
  );
}

function FactRow({ fact, onSelect }: { readonly fact: Fact; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const lang = useLang();
  const { relation, other, passage } = fact;
  const parts = relation.modality === 'operating' ? [] : [words.modalities[relation.modality]];
  if (passage)
    parts.push(
      citation({ cls: passage.source.class, date: passage.source.date, locator: passage.locator }, words, lang),
    );
  parts.push(words.paths.sure(sureWord(relation.confidence, words)));
  return (
    <li>
      <Button className="row fact-row" onPress={() => onSelect(relation.id)}>
        <KindMark kind={other.kind} coloured />
        <span className="row-name">
          <Name of={other} />
          <span className="caption under">{parts.join(' · ')}</span>
        </span>
      </Button>
    </li>
  );
}
