import { useState } from 'react';
import { Button } from 'react-aria-components';
import { queryText } from '../api/as-text.ts';
import {
  changesQuery,
  firstChanges,
  MOST_IN_FILE,
  CHANGES_AT_ONCE,
  type Changes,
  type ChangesScope,
  type Run,
} from '../api/changes.ts';
import { Choice } from '../controls/choice.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { ManyChoice } from '../controls/many-choice.tsx';
import { Segments } from '../controls/segments.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { ChangeOptions } from '../state/change-options.ts';
import { countGroups, GROUPS } from '../state/change-words.ts';
import { changesCsv } from '../state/changes-csv.ts';
import { say } from '../state/live.ts';
import { saveFile } from '../state/save-file.ts';
import { addressOf, useView } from '../state/use-view.ts';

type Props = {
  readonly changes: Changes | null;
  readonly scope: ChangesScope;
  /** Oldest first. */
  readonly runs: readonly Run[];
  readonly options: ChangeOptions;
};

const ALL = 'all';

/** Which older version is compared, which changes are shown; the answer as a file, as a link, as a question. */
export function ChangesTools({ changes, scope, runs, options }: Props) {
  const words = useWords();
  const lang = useLang();
  const { view, change } = useView();
  const counts = changes ? countGroups(changes.counts) : null;
  const total = changes ? changes.counts.reduce((sum, { count }) => sum + count, 0) : 0;
  const version = changes?.version ?? runs.at(-1)?.version ?? null;
  const older = [
    ...runs
      .filter((run) => version === null || run.version < version)
      .map((run) => ({ value: run.version, label: words.changes.run(run.version, run.asOf, run.title) }))
      .reverse(),
    { value: 0, label: words.changes.nothingYet },
  ];
  const types = options.types.filter(({ type }) => view.shownTypes.includes(type));
  const chosenWords = (chosen: readonly string[]) =>
    chosen.length > 1 ? words.changes.several(chosen.length) : (chosen[0] ?? words.changes.all);
  return (
    <section className="tools changes-tools" aria-label={words.changes.tools}>
      <h1 className="board-title">{words.changes.title}</h1>
      {older.length > 1 && (
        <Choice
          label={words.changes.from}
          value={scope.since}
          options={older}
          onChange={(since) => change({ since, selection: null })}
        />
      )}
      {older.length > 1 && version !== null && (
        <span className="changes-to">{words.changes.to(version, changes?.date ?? null)}</span>
      )}
      {counts && total > 0 && (
        <Segments
          label={words.changes.group}
          value={view.group ?? ALL}
          options={[
            { key: ALL, label: words.changes.counted(words.changes.all, total) },
            ...GROUPS.filter((group) => counts.has(group) || group === view.group).map((group) => ({
              key: group,
              label: words.changes.counted(words.changes.groups[group], counts.get(group) ?? 0),
            })),
          ]}
          onChange={(key) => change({ group: GROUPS.find((group) => group === key) ?? null, selection: null })}
        />
      )}
      <span className="changes-narrow">
        <ManyChoice
          label={words.changes.kinds}
          said={chosenWords(view.shownKinds.map((kind) => words.kinds[kind]))}
          value={view.shownKinds}
          options={options.kinds.map((kind) => ({ key: kind, label: words.kinds[kind] }))}
          onChange={(shownKinds) => change({ shownKinds, selection: null })}
        />
        <ManyChoice
          label={words.changes.types}
          said={chosenWords(types.map(({ label }) => said(label, lang)))}
          value={types.map(({ type }) => type)}
          options={options.types.map(({ type, label }) => ({ key: type, label: said(label, lang) }))}
          onChange={(shownTypes) => change({ shownTypes, selection: null })}
        />
      </span>
      <span className="grow" />
      {changes && (
        <>
          {changes.totalCount > 0 && <Download scope={scope} />}
          <CopyButton
            text={
              window.location.origin + addressOf('/changes', { ...view, since: scope.since, version: changes.version })
            }
            label={words.explore.share}
            done={words.explore.shared}
          />
          <CopyButton
            className="link"
            text={queryText(changesQuery, { ...scope, version: changes.version, first: CHANGES_AT_ONCE, after: null })}
            label={words.drawer.copyGraphql}
          />
        </>
      )}
    </section>
  );
}

/** All of it, up to a length that is said: as many answers as it takes. */
function Download({ scope }: { readonly scope: ChangesScope }) {
  const words = useWords();
  const lang = useLang();
  const [busy, setBusy] = useState(false);

  async function download(): Promise<void> {
    setBusy(true);
    try {
      const all = await firstChanges(scope, MOST_IN_FILE);
      if (all.__typename !== 'Changes') return;
      saveFile(`changes-${all.since}-${all.version}.csv`, 'text/csv;charset=utf-8', changesCsv(all, words, lang));
      say(words.changes.csvDone(all.edges.length, all.totalCount));
    } catch {
      say(words.states.failed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button className="button" isDisabled={busy} onPress={() => void download()}>
      {words.changes.csv}
    </Button>
  );
}
