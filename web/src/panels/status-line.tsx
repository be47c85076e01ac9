import { Link } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

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
export function StatusLine({ documents, version, date, parts, lead }: Props) {
  const words = useWords();
  const { view } = useView();
  const first = lead ?? (documents === null ? null : words.status.documents(documents));
  const rest = [...(date === null ? [] : [words.status.asOf(date)]), ...parts];
  return (
    <footer className="status">
      {first}
      {version !== null && (
        <>
          {first !== null && ' · '}
          <Link className="link" href={addressOf('/changes', { ...EMPTY_VIEW, ...carried(view) })}>
            {words.status.version(version)}
          </Link>
        </>
      )}
      {(first !== null || version !== null) && rest.length > 0 && ' · '}
      {rest.join(' · ')}
    </footer>
  );
}
