import { useState } from 'react';
import type { NearRow } from '../api/candidate-near.ts';
import type { Candidates, CandidatesFor } from '../api/candidates.ts';
import { visitsAddress, visitsAt, type VisitFormat, type VisitListName } from '../api/visit-files.ts';
import { Menu } from '../controls/menu.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { bodiesOf } from '../state/candidate-face.ts';
import { MAX_VISITS } from '../state/url.ts';
import { useSaveFile } from '../state/use-save-file.ts';
import { useView } from '../state/use-view.ts';

type Props = {
  readonly candidates: Candidates;
  readonly near: readonly NearRow[];
  readonly asked: CandidatesFor;
  /** What the file is of. */
  readonly subject: string;
};

const FORMATS = ['xlsx', 'csv'] as const satisfies readonly VisitFormat[];

/** The visiting list, or everybody in the three lists, as a workbook or a table; what is cut is said. */
export function CandidateExport({ candidates, near, asked, subject }: Props) {
  const words = useWords();
  const language = useLang();
  const { view } = useView();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const { saved, save, forget } = useSaveFile();
  const ranked = candidates.ranking?.rows.map(({ body }) => body.id) ?? [];
  const all = [...new Set([...bodiesOf(candidates), ...ranked])];
  const partners = candidates.partners?.rows.map(({ body }) => body.id) ?? [];
  const others = new Set([...partners, ...near.map(({ entity }) => entity.id)]);
  const chosen = view.visits.filter((id) => all.includes(id) || others.has(id));

  async function run(format: VisitFormat, list: VisitListName, firms: readonly string[]): Promise<void> {
    setState('busy');
    forget();
    try {
      const { version } = candidates.coverage;
      const file = await visitsAt(visitsAddress(format, { asked, firms, list, language, date: view.date, version }));
      save(`${words.candidates.fileNames[list]} ${subject}.${format}`, file.type, file);
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  const some = all.slice(0, MAX_VISITS);
  const items = FORMATS.flatMap((format) => [
    ...(chosen.length === 0
      ? []
      : [
          {
            key: `visits ${format}`,
            label: words.candidates.exportVisits(chosen.length, format.toUpperCase()),
            run: () => void run(format, 'visits', chosen),
          },
        ]),
    ...(some.length === 0
      ? []
      : [
          {
            key: `all ${format}`,
            label: words.candidates.exportAll(some.length, format.toUpperCase()),
            run: () => void run(format, 'candidates', some),
          },
        ]),
  ]);
  return (
    <>
      <Menu
        primary
        label={state === 'busy' ? words.candidates.exporting : words.candidates.export}
        items={[...items, { key: 'print', label: words.candidates.print, run: () => window.print() }]}
      />
      {all.length > some.length && (
        <span className="caption">{words.candidates.exportCut(all.length, some.length)}</span>
      )}
      {saved !== null && <span className="caption">{saved}</span>}
      {state === 'failed' && (
        <p className="caption danger" role="alert">
          {words.candidates.exportFailed}
        </p>
      )}
    </>
  );
}
