import type { Kind, Modality, RelationType, SourceClass } from '../api/fragments.ts';
import { useWords } from '../locale/use-words.ts';

type Tagged = {
  readonly relation: { readonly type: RelationType; readonly modality: Modality };
  /** Who does it: a firm is in production, a hospital or an institute at work. */
  readonly actor: Kind;
};

/** Solid is there, outlined is on paper, dashed is only said. A tie that merely holds, such as a membership, has none. */
export function ModalityTag({ relation: { type, modality }, actor }: Tagged) {
  const words = useWords();
  if (modality === 'operating' && type !== 'PRODUCES' && type !== 'ACTIVE_IN') return null;
  const there = actor === 'Company' ? words.inProduction : words.atWork;
  const word = modality === 'operating' ? there : words.modalities[modality];
  return <span className={`tag modality ${modality}`}>{word}</span>;
}

export function ClassTag({ cls }: { readonly cls: SourceClass }) {
  const words = useWords();
  return <span className="tag">{words.classes[cls]}</span>;
}
