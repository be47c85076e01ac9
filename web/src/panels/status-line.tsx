import { Link } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import type { Words } from '../locale/zh.ts';

type Props = {
  readonly documents: number | null;
  readonly version: number | null;
  readonly date: string | null;
  /** What this screen shows of it. */
  readonly parts: readonly string[];
  readonly lead?: string;
};

/**
 * The last line of every screen, always in this order: documents, data version, as of, what is shown. The version leads
 * to what changed in it.
 */
export function StatusLine(props: Props) {
  const words = useWords();
  const { view } = useView();
  const { before, version, after } = statusOf(props, words);
  return (
    <footer className="status">
      {before}
      {version !== null && (
        <>
          {before !== null && ' · '}
          <Link className="link" href={addressOf('/changes', { ...EMPTY_VIEW, ...carried(view) })}>
            {version}
          </Link>
        </>
      )}
      {(before !== null || version !== null) && after.length > 0 && ' · '}
      {after.join(' · ')}
    </footer>
  );
}

/** The same line in parts, for what is taken away from the screen. */
export function statusParts(props: Props, words: Words): readonly string[] {
  const { before, version, after } = statusOf(props, words);
  return [before, version, ...after].filter((part) => part !== null);
}

function statusOf({ documents, version, date, parts, lead }: Props, words: Words) {
  return {
    before: lead ?? (documents === null ? null : words.status.documents(documents)),
    version: version === null ? null : words.status.version(version),
    after: [...(date === null ? [] : [words.status.asOf(date)]), ...parts],
  };
}
