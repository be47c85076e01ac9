import { useState } from 'react';
import { Button } from 'react-aria-components';
import { sheetsAt } from '../api/survey-files.ts';
import { useWords } from '../locale/use-words.ts';
import { sheetsAddress } from '../state/survey-face.ts';
import { useSaveFile } from '../state/use-save-file.ts';

type Props = Parameters<typeof sheetsAddress>[0] & {
  readonly label: string;
  /** What the file is of. */
  readonly name: string;
};

/** Fetches empty sheets and gives them to the reader as a file; says so, or why not. */
export function ExportSheets({ label, name, ...of }: Props) {
  const words = useWords();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const { saved, save, forget } = useSaveFile();

  async function run(): Promise<void> {
    setState('busy');
    forget();
    try {
      const sheets = await sheetsAt(sheetsAddress(of));
      save(words.survey.fileName(name), sheets.type, sheets);
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
      {saved !== null && <span className="caption">{saved}</span>}
      {state === 'failed' && (
        <p className="caption danger" role="alert">
          {words.survey.exportFailed}
        </p>
      )}
    </>
  );
}
