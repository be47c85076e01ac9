import { useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';

type Props = {
  readonly documents: number | null;
  readonly version: number | null;
  readonly date: string | null;
  /** What this screen shows of it. */
  readonly parts: readonly string[];
  readonly lead?: string;
};

/** The last line of every screen, always in this order: documents, data version, as of, what is shown. */
export function StatusLine(props: Props) {
  const words = useWords();
  return <footer className="status">{statusParts(props, words).join(' · ')}</footer>;
}

/** The same line in parts, for what is taken away from the screen. */
export function statusParts({ documents, version, date, parts, lead }: Props, words: Words): readonly string[] {
  return [
    lead ?? (documents === null ? null : words.status.documents(documents)),
    version === null ? null : words.status.version(version),
    date === null ? null : words.status.asOf(date),
    ...parts,
  ].filter((part) => part !== null);
}
