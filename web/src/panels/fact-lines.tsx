import { Button } from 'react-aria-components';
import type { FactLine } from '../api/fact-lines.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Mixed } from '../controls/mixed.tsx';
import { said, sureWord, useLang, useWords } from '../locale/use-words.ts';
import { useWhere } from './use-where.ts';

type Props = { readonly facts: readonly FactLine[]; readonly onSelect: (id: string) => void };

/** Facts one below the other: the sentence, then how sure, where it stands. A press opens its sources. */
export function FactLines({ facts, onSelect }: Props) {
  return (
    <ul className="fact-lines">
      {facts.map((fact) => (
        <li key={fact.id}>
          <Button className="row fact-row" onPress={() => onSelect(fact.id)}>
            <KindMark kind={fact.from.kind} />
            <Line fact={fact} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Line({ fact }: { readonly fact: FactLine }) {
  const words = useWords();
  const lang = useLang();
  const where = useWhere();
  const parts = [
    ...(fact.modality === 'operating' ? [] : [words.modalities[fact.modality]]),
    where(fact),
    words.paths.sure(sureWord(fact.confidence, words)),
    ...(fact.ended ? [words.drawer.ended] : []),
  ].filter((part) => part !== '');
  return (
    <span className="row-name">
      <Mixed>{said(fact.sentence, lang)}</Mixed>
      <span className="caption under">
        {parts.join(' · ')}
        {fact.conflict && <span className="warn"> · {words.drawer.conflict}</span>}
      </span>
    </span>
  );
}
