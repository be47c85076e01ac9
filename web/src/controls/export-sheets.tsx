import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sheetsAt } from '../api/survey-files.ts';
import { useWords } from '../locale/use-words.ts';
import { say } from '../state/live.ts';
import { saveFile } from '../state/save-file.ts';
import { sheetsAddress } from '../state/survey-face.ts';

type Props = Parameters<typeof sheetsAddress>[0] & {
  readonly label: string;
  /** What the file is of. */
  readonly name: string;
};

/** Fetches empty sheets and gives them to the reader as a file; says so, or why not. */
export function ExportSheets({ label, name, ...of }: Props) {
  const words = useWords();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function run(): Promise<void> {
    setState('busy');
    try {
      const sheets = await sheetsAt(sheetsAddress(of));
      saveFile(words.survey.fileName(name), sheets.type, sheets);
      say(words.survey.exported(name));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <Button className="button primary" isPending={state === 'busy'} onPress={() => void run()}>
        {state === 'busy' ? words.survey.exporting : label}
      </Button>
      {state === 'failed' && (
        <p className="caption danger" role="alert">
          {words.survey.exportFailed}
        </p>
      )}
    </>
  );
}
