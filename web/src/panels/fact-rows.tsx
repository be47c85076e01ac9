import { Button } from 'react-aria-components';
import type { EntityLite } from '../api/fragments.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Mixed } from '../controls/mixed.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { LineTold } from '../state/line-told.ts';

type Row = {
  readonly id: string;
  readonly from: Pick<EntityLite, 'kind'>;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly conflict: boolean;
};

type Props<Fact extends Row> = {
  readonly facts: readonly Fact[];
  readonly told: (fact: Fact) => LineTold;
  readonly onSelect: (id: string) => void;
};

/** Facts one below the other: the sentence, what is told of it, and that sources differ. A press opens its sources. */
export function FactRows<Fact extends Row>({ facts, told, onSelect }: Props<Fact>) {
  return (
    <ul className="fact-lines">
      {facts.map((fact) => (
        <li key={fact.id}>
          <Button className="row fact-row" onPress={() => onSelect(fact.id)}>
            <KindMark kind={fact.from.kind} />
            <Line fact={fact} told={told(fact)} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Line({ fact, told }: { readonly fact: Row; readonly told: LineTold }) {
  const words = useWords();
  const lang = useLang();
  return (
    <span className="row-name">
      <Mixed>{said(fact.sentence, lang)}</Mixed>
      <span className="caption under">
        {told.parts.join(' · ')}
        {fact.conflict && <span className="warn"> · {words.drawer.conflict}</span>}
      </span>
      {told.notes.length > 0 && <span className="caption under">{told.notes.join(words.app.comma)}</span>}
    </span>
  );
}
