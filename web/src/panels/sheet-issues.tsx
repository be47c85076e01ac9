import type { SheetIssue } from '../api/survey-files.ts';
import { said, useLang } from '../locale/use-words.ts';
import { placeIn } from '../state/survey-face.ts';

type Props = {
  readonly issues: readonly SheetIssue[];
  /** The name of the file as its reader knows it. */
  readonly file: string;
};

/** Complaints, each at its cell, with the cause and how to mend it. */
export function SheetIssues({ issues, file }: Props) {
  const lang = useLang();
  return (
    <ul className="sheet-issues">
      {issues.map(({ code, at, cause, mend }) => (
        <li key={`${at} ${code} ${cause.zh}`}>
          <b>{placeIn(at, file)}</b> <span>{said(cause, lang)}</span>
          <span className="under quiet">{said(mend, lang)}</span>
          <span className="caption issue-code">{code}</span>
        </li>
      ))}
    </ul>
  );
}
