import type { Modality, SourceClass } from '../api/fragments.ts';
import { useWords } from '../locale/use-words.ts';

/** Solid is there, outlined is on paper, dashed is only said. */
export function ModalityTag({ modality }: { readonly modality: Modality }) {
  const words = useWords();
  return <span className={`tag modality ${modality}`}>{words.modalities[modality]}</span>;
}

export function ClassTag({ cls }: { readonly cls: SourceClass }) {
  const words = useWords();
  return <span className="tag">{words.classes[cls]}</span>;
}
