import { Button } from 'react-aria-components';
import { datasetQuery } from '../api/dataset.ts';
import { ask } from '../api/client.ts';
import type { Target } from '../api/targets.ts';
import { useLang, useWords } from '../locale/use-words.ts';
import { targetsCsv } from '../state/targets-csv.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useSaveFile } from '../state/use-save-file.ts';
import { useView } from '../state/use-view.ts';

const CSV = 'text/csv;charset=utf-8';

/** All targets as a file or on paper, each with what stands beside it and what cannot be said of it. */
export function TargetTools({ targets }: { readonly targets: readonly Target[] }) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const { saved, save } = useSaveFile();
  const { version } = view;
  const dataset = useAnswer(`start ${version}`, () => ask(datasetQuery, { version })).data?.dataset;
  return (
    <span className="target-tools">
      {dataset && (
        <Button
          className="link"
          onPress={() => save(`targets-${dataset.version}.csv`, CSV, targetsCsv(targets, dataset.version, words, lang))}
        >
          {words.layout.csv}
        </Button>
      )}{' '}
      <Button className="link" onPress={() => window.print()}>
        {words.layout.print}
      </Button>
      {saved !== null && ` ${saved}`}
    </span>
  );
}
