import { useWords } from '../locale/use-words.ts';

type Props = {
  readonly documents: number | null;
  readonly version: number | null;
  readonly date: string | null;
  /** What this screen shows of it. */
  readonly parts: readonly string[];
  readonly lead?: string;
};

/** The last line of every screen, always in this order: documents, data version, as of, what is shown. */
export function StatusLine({ documents, version, date, parts, lead }: Props) {
  const words = useWords();
  const all = [
    lead ?? (documents === null ? null : words.status.documents(documents)),
    version === null ? null : words.status.version(version),
    date === null ? null : words.status.asOf(date),
    ...parts,
  ].filter((part) => part !== null);
  return <footer className="status">{all.join(' · ')}</footer>;
}
