import type { Kind, Modality, RelationType, SourceClass } from '../api/fragments.ts';
import { modalityWord, useWords } from '../locale/use-words.ts';

type Tagged = {
  readonly relation: { readonly type: RelationType; readonly modality: Modality };
  /** Who does it. */
  readonly actor: Kind;
};

/** Solid is there, outlined is on paper, dashed is only said. A tie that merely holds has none. */
export function ModalityTag({ relation, actor }: Tagged) {
  const words = useWords();
  const word = modalityWord(relation, actor, words);
  if (word === null) return null;
  return <span className={`tag modality ${relation.modality}`}>{word}</span>;
}

export function ClassTag({ cls }: { readonly cls: SourceClass }) {
  const words = useWords();
  return <span className="tag">{words.classes[cls]}</span>;
}
