import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { FirmFate, SheetIssue, SheetPreview } from '../api/survey-files.ts';
import { CopyButton } from '../controls/copy-button.tsx';
import { JudgementTile } from '../controls/state-tile.tsx';
import { useWords } from '../locale/use-words.ts';
import { acceptCommand, ROLLBACK_COMMAND } from '../state/survey-face.ts';
import { ReadRows } from './read-rows.tsx';
import { SheetIssues } from './sheet-issues.tsx';

type Props = {
  readonly file: string;
  readonly sheets: readonly SheetPreview[];
  readonly warnings: readonly SheetIssue[];
};

/** What accepting a filled workbook would do, sheet after sheet, and the command that does it. */
export function PreviewedSheets({ file, sheets, warnings }: Props) {
  const words = useWords();
  const command = acceptCommand(file);
  return (
    <>
      {sheets.map((sheet) => (
        <OneSheet key={sheet.key} sheet={sheet} />
      ))}
      {warnings.length > 0 && (
        <section>
          <h4>{words.survey.warnings(warnings.length)}</h4>
          <SheetIssues issues={warnings} file={file} />
        </section>
      )}
      <section className="accept">
        <h4>{words.survey.accept}</h4>
        <p className="caption">{words.survey.acceptHelp}</p>
        {sheets.some(({ visibility }) => visibility === 'internal') && (
          <p className="caption">{words.survey.acceptInternal}</p>
        )}
        <p className="command">
          <code>{command}</code>
          <CopyButton text={command} label={words.survey.copy} />
        </p>
        <p className="caption">{words.survey.undoHelp}</p>
        <p className="command">
          <code>{ROLLBACK_COMMAND}</code>
          <CopyButton text={ROLLBACK_COMMAND} label={words.survey.copyUndo} />
        </p>
      </section>
    </>
  );
}

const FATES: readonly FirmFate[] = ['fresh', 'changed', 'unchanged', 'gone'];

function OneSheet({ sheet: of }: { readonly sheet: SheetPreview }) {
  const words = useWords();
  const { counts, answers, firms, cells } = of;
  const [wide, setWide] = useState(false);
  // The office's own cells are what was asked; what contains it follows.
  const own = cells.filter(({ region }) => region === of.office);
  const wider = cells.length - own.length;
  const read = [
    words.survey.rows(counts.rows, counts.used),
    ...(counts.repeated > 0 ? [words.survey.repeated(counts.repeated)] : []),
    ...(counts.blank > 0 ? [words.survey.blank(counts.blank)] : []),
    ...counts.ignored.map(({ column, values, personal }) =>
      words.survey[personal ? 'personal' : 'ignored'](column, values),
    ),
    ...answers.map(({ label, answer }) => words.survey.answered(label, words.survey.answers[answer])),
  ];
  return (
    <article className="previewed-sheet">
      <h4>{of.office}</h4>
      <p className="caption">
        {[of.publisher, of.date, words.survey.visibilities[of.visibility], words.survey.key(of.key)].join(' · ')}
      </p>
      <div className="previewed-columns">
        <section>
          <h5>{words.survey.read}</h5>
          <ul>
            {read.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {FATES.filter((fate) => firms[fate].length > 0).map((fate) => (
              <li key={fate}>
                <b>{words.survey.firms(words.survey.fates[fate], firms[fate].length)}</b>{' '}
                {firms[fate].join(words.app.and)}
              </li>
            ))}
            {firms.maybeOne.map((names) => (
              <li key={names.join(' ')} className="warn">
                {words.survey.maybeOne(names.join(words.app.and))}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h5>{words.survey.after}</h5>
          {cells.length === 0 && <p className="caption">{words.survey.noCells}</p>}
          <ul className="changes">
            {(wide ? cells : own).map(({ chain, segment, region, before, after, ifOne }) => (
              <li key={`${chain} ${segment} ${region}`}>
                <span>
                  {[segment, region].join(words.app.comma)}
                  <span className="caption under">{chain}</span>
                </span>
                <JudgementTile judgement={before} />
                <span className="caption">{isSame(before, after) ? words.survey.stays : words.survey.becomes}</span>
                {!isSame(before, after) && <JudgementTile judgement={after} />}
                {ifOne && (
                  <span className="caption if-one">
                    {words.survey.ifOne} <JudgementTile judgement={ifOne} />
                  </span>
                )}
              </li>
            ))}
          </ul>
          {wider > 0 && (
            <Button className="link" onPress={() => setWide(!wide)}>
              {wide ? words.survey.ownOnly : words.survey.wider(wider)}
            </Button>
          )}
        </section>
      </div>
      {of.rows.length > 0 && <ReadRows rows={of.rows} office={of.office} />}
    </article>
  );
}

function isSame(a: SheetPreview['cells'][number]['before'], b: SheetPreview['cells'][number]['after']): boolean {
  return a.state === b.state && a.sole === b.sole && a.onlyBuilding === b.onlyBuilding;
}
