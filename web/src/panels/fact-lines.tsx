import type { FactLine } from '../api/fact-lines.ts';
import { sureWord, useWords } from '../locale/use-words.ts';
import type { LineTold } from '../state/line-told.ts';
import { FactRows } from './fact-rows.tsx';
import { useWhere } from './use-where.ts';

type Props = { readonly facts: readonly FactLine[]; readonly onSelect: (id: string) => void };

/** Facts of a cell: the sentence, then how real, where it stands, how sure. */
export function FactLines({ facts, onSelect }: Props) {
  const words = useWords();
  const where = useWhere();
  const told = (fact: FactLine): LineTold => ({
    parts: [
      ...(fact.modality === 'operating' ? [] : [words.modalities[fact.modality]]),
      where(fact),
      words.paths.sure(sureWord(fact.confidence, words)),
      ...(fact.ended ? [words.drawer.ended] : []),
    ].filter((part) => part !== ''),
    notes: [],
  });
  return <FactRows facts={facts} told={told} onSelect={onSelect} />;
}
