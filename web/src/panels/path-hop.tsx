import { Button } from 'react-aria-components';
import type { Path, PathStep } from '../api/paths.ts';
import { Mixed } from '../controls/mixed.tsx';
import { citation, said, sureWord, useLang, useNameOf, useWords } from '../locale/use-words.ts';

type Props = {
  readonly step: PathStep;
  readonly number: number;
  readonly path: Path;
  readonly selection: string | null;
  readonly onSelect: (id: string | null) => void;
};

/** One step: its first relationship as a sentence with source and confidence; the others behind one press. */
export function PathHop({ step, number, path, selection, onSelect }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const [first, ...others] = step.relations;
  const [from, to] = [step.from.id, step.to.id].map((end) => {
    const entity = path.entities.find(({ id }) => id === end);
    return entity ? nameOf(entity) : '';
  });
  return (
    <li className={`hop ${step.reading ? 'warn' : ''}`}>
      <HopLine
        id={step.reading?.id ?? first?.id ?? null}
        number={number}
        step={step}
        at={0}
        fallback={words.paths.maybe(from ?? '', to ?? '')}
        selection={selection}
        onSelect={onSelect}
      />
      {others.length > 0 && (
        <details className="hop-more">
          <summary>{words.ties.relations(others.length)}</summary>
          <ul>
            {others.map(({ id }, index) => (
              <li key={id}>
                <HopLine
                  id={id}
                  number={null}
                  step={step}
                  at={index + 1}
                  fallback=""
                  selection={selection}
                  onSelect={onSelect}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

type Line = {
  readonly id: string | null;
  readonly number: number | null;
  readonly step: PathStep;
  /** Which relationship of the step. */
  readonly at: number;
  /** Said where the service has no sentence. */
  readonly fallback: string;
  readonly selection: string | null;
  readonly onSelect: (id: string | null) => void;
};

function HopLine({ id, number, step, at, fallback, selection, onSelect }: Line) {
  const words = useWords();
  const lang = useLang();
  const sentence = step.sentences[at];
  return (
    <Button className="hop-button" aria-pressed={id !== null && id === selection} onPress={() => onSelect(id)}>
      <span className={number === null ? 'disc none' : 'disc'} aria-hidden="true">
        {number}
      </span>
      <span className="hop-text">
        <span>
          <Mixed>{sentence ? said(sentence, lang) : fallback}</Mixed>
        </span>
        <span className="caption">{step.reading ? words.drawer.doubt : sourceLine(step, at, words, lang)}</span>
      </span>
    </Button>
  );
}

function sourceLine(
  step: PathStep,
  at: number,
  words: ReturnType<typeof useWords>,
  lang: ReturnType<typeof useLang>,
): string {
  const relation = step.relations[at];
  const passage = relation?.provenance.statements.edges[0]?.node.evidence[0]?.passage;
  if (!relation || !passage) return '';
  const { source, locator } = passage;
  const modality = relation.modality === 'operating' ? '' : ` · ${words.modalities[relation.modality]}`;
  return `${citation({ cls: source.class, date: source.date, locator }, words, lang)} · ${sureWord(relation.confidence, words)}${modality}`;
}
