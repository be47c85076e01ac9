import { useEffect, useRef, useState } from 'react';
import { Button, DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { MOST_PREVIEW_BYTES, previewOf, type Previewed } from '../api/survey-files.ts';
import { useWords } from '../locale/use-words.ts';
import { say } from '../state/live.ts';
import { PreviewedSheets } from './previewed-sheets.tsx';
import { SheetIssues } from './sheet-issues.tsx';

type Props = {
  /** Of the list, and the newest: a preview is always against that. */
  readonly version: number;
  readonly newest: number | null;
  /** A filled sheet is being looked at, or no more. */
  readonly onShown: (isShown: boolean) => void;
};
type Seen = {
  readonly file: File;
  readonly result: Previewed | null;
  /** Files dropped with it, which are not read. */
  readonly others: number;
};

/** A filled sheet is looked at before anybody accepts it: what is read, what is refused, what its cells would become. */
export function SurveyPreview({ version, newest, onShown }: Props) {
  const words = useWords();
  const [seen, setSeen] = useState<Seen | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const turn = useRef(0);
  const result = seen?.result ?? null;

  useEffect(() => {
    if (result) heading.current?.focus();
  }, [result]);

  async function read(file: File | undefined, others = 0): Promise<void> {
    if (file === undefined) return;
    const own = ++turn.current;
    setSeen({ file, result: null, others });
    say(words.survey.reading(file.name));
    const answer = await previewOf(file);
    // Another file was chosen, or this one put away, while it was read.
    if (turn.current !== own) return;
    setSeen({ file, result: answer, others });
    onShown(answer.outcome !== 'failed');
  }

  function close(): void {
    turn.current++;
    setSeen(null);
    onShown(false);
  }

  return (
    <section className="survey-preview" aria-labelledby="survey-preview">
      <div className="panel-head">
        <h2 id="survey-preview">{words.survey.preview}</h2>
        {seen && (
          <Button className="link" onPress={close}>
            {words.survey.previewClose}
          </Button>
        )}
      </div>
      <DropZone
        className="drop"
        getDropOperation={() => 'copy'}
        onDrop={({ items }) => {
          const [first, ...others] = items.filter(isFileDropItem);
          void first?.getFile().then((file) => read(file, others.length));
        }}
      >
        <Text slot="label" className="caption">
          {words.survey.previewHelp}
        </Text>
        <FileTrigger acceptedFileTypes={['.xlsx']} onSelect={(files) => void read(files?.[0])}>
          <Button className="button">{words.survey.pick}</Button>
        </FileTrigger>
      </DropZone>
      {newest !== null && version < newest && (
        <p className="caption warn">{words.survey.previewNow(version, newest)}</p>
      )}
      {seen && seen.others > 0 && <p className="caption warn">{words.survey.oneFile(seen.file.name, seen.others)}</p>}
      {seen && !result && (
        <p className="caption" role="status">
          {words.survey.reading(seen.file.name)}
        </p>
      )}
      {seen && result && (
        <div className="previewed">
          <h3 tabIndex={-1} ref={heading} className={result.outcome === 'shown' ? '' : 'danger'}>
            {headOf(seen.file.name, result, words)}
          </h3>
          {result.outcome === 'failed' && result.why !== 'large' && (
            <Button className="link" onPress={() => void read(seen.file)}>
              {words.survey.again}
            </Button>
          )}
          {result.outcome === 'refused' && (
            <>
              <SheetIssues issues={result.issues} file={seen.file.name} />
              {result.warnings.length > 0 && (
                <section>
                  <h4>{words.survey.warnings(result.warnings.length)}</h4>
                  <SheetIssues issues={result.warnings} file={seen.file.name} />
                </section>
              )}
            </>
          )}
          {result.outcome === 'shown' && <PreviewedSheets file={seen.file.name} {...result} />}
        </div>
      )}
    </section>
  );
}

function headOf(file: string, result: Previewed, words: ReturnType<typeof useWords>): string {
  if (result.outcome === 'shown') return words.survey.shown(file, result.sheets.length);
  if (result.outcome === 'refused') return words.survey.wrong(file, result.issues.length);
  return result.why === 'large'
    ? words.survey.failures.large(MOST_PREVIEW_BYTES / 1_000_000)
    : words.survey.failures[result.why];
}
