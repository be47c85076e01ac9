import { Button } from 'react-aria-components';
import type { RelationAlone } from '../api/relation.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { ModalityTag } from '../controls/tags.tsx';
import { Mixed } from '../controls/mixed.tsx';
import { Name } from '../controls/name.tsx';
import { nameIn, said, sureWord, useLang, useWords } from '../locale/use-words.ts';
import { qualifierText } from '../state/qualifier-text.ts';
import { DoubtBand } from './doubt-band.tsx';
import { Evidence } from './evidence.tsx';

type Props = { readonly relation: RelationAlone; readonly onSelect: (id: string) => void };

/** One fact as a stack of its ends, the doubt about their names, and what stands behind it. */
export function RelationFacts({ relation, onSelect }: Props) {
  const words = useWords();
  const lang = useLang();
  const doubts = [relation.from, relation.to].flatMap((end) =>
    end.readings.filter((reading) => reading.from.id === end.id),
  );
  const qualifiers = relation.details.map((detail) => qualifierText(detail, lang));
  if (relation.context) qualifiers.unshift(`${words.drawer.at} ${nameIn(relation.context, lang)}`);
  if (relation.validFrom ?? relation.validTo) qualifiers.push(words.drawer.valid(relation.validFrom, relation.validTo));
  return (
    <>
      <div className="stack">
        <End end={relation.from} onSelect={onSelect} />
        <p className="stack-link">
          {said(relation.label, lang)} <ModalityTag relation={relation} actor={relation.from.kind} />
          {relation.ended && <span className="caption"> {words.drawer.ended}</span>}
          {qualifiers.length > 0 && (
            <span className="caption">
              {' '}
              <Mixed>{qualifiers.join(' · ')}</Mixed>
            </span>
          )}
        </p>
        <End end={relation.to} onSelect={onSelect} />
      </div>
      <p className="sentence">
        <Mixed>{said(relation.sentence, lang)}</Mixed>
      </p>
      <p className="caption">
        {words.drawer.sure} {sureWord(relation.confidence, words)}
        {relation.conflict && <span className="warn"> · {words.drawer.conflict}</span>}
      </p>
      <DoubtBand readings={doubts} onSelect={onSelect} />
      <Evidence provenance={relation.provenance} />
    </>
  );
}

function End({ end, onSelect }: { readonly end: RelationAlone['from']; readonly onSelect: (id: string) => void }) {
  const doubtful = end.readings.some((reading) => reading.from.id === end.id);
  return (
    <p className="stack-end">
      <KindMark kind={end.kind} coloured doubtful={doubtful} />
      <Button className={`link ink ${doubtful ? 'warn strong' : ''}`} onPress={() => onSelect(end.id)}>
        <Name of={end} />
      </Button>
    </p>
  );
}
