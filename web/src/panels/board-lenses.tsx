import { Choice } from '../controls/choice.tsx';
import { Segments } from '../controls/segments.tsx';
import { useWords } from '../locale/use-words.ts';
import { CLASSES, LENSES, type Lens } from '../state/board-words.ts';
import { useView } from '../state/use-view.ts';

/** Versions that are offered; a link may name any. */
const MOST_VERSIONS = 20;

/** What the cells show. Where no register covers the chain, that there is little to see of gaps is said beforehand. */
export function BoardLens({ covered }: { readonly covered: boolean }) {
  const words = useWords();
  const { view, change } = useView();
  const keys: readonly (Lens | 'marks')[] = ['marks', ...LENSES];
  return (
    <Segments
      label={words.board.lens}
      value={view.lens ?? 'marks'}
      options={keys.map((key) => ({
        key,
        label: words.board.lenses[key],
        note: key === 'gaps' && !covered ? words.board.lensLocked : undefined,
      }))}
      onChange={(key) => change({ lens: key === 'marks' ? null : key })}
    />
  );
}

/** Whose word is shown: all, or one class of source. */
export function ClassChoice() {
  const words = useWords();
  const { view, change } = useView();
  const { classes } = view;
  // Several at once come by a link alone.
  const several = CLASSES.length + 1;
  const [first] = classes;
  return (
    <Choice
      label={words.board.classes}
      value={classes.length > 1 ? several : first === undefined ? 0 : CLASSES.indexOf(first) + 1}
      options={[
        { value: 0, label: words.board.allClasses },
        ...CLASSES.map((cls, at) => ({ value: at + 1, label: words.classes[cls] })),
        ...(classes.length > 1 ? [{ value: several, label: words.board.someClasses(classes.length) }] : []),
      ]}
      onChange={(at) => {
        if (at !== several) change({ classes: CLASSES.slice(at - 1, at === 0 ? 0 : at) });
      }}
    />
  );
}

type Versions = {
  /** Of the board on screen. */
  readonly version: number;
  readonly runs: readonly { readonly version: number; readonly asOf: string }[];
};

/** The earlier version that changes are told against; absent where there is none. */
export function SinceChoice({ version, runs }: Versions) {
  const words = useWords();
  const { view, change } = useView();
  const earlier = runs.filter((run) => run.version < version).slice(-MOST_VERSIONS);
  if (view.since !== null && !earlier.some((run) => run.version === view.since)) {
    earlier.unshift({ version: view.since, asOf: '–' });
  }
  if (earlier.length === 0) return null;
  return (
    <Choice
      label={words.board.since}
      value={view.since ?? 0}
      options={[
        { value: 0, label: words.board.sinceNone },
        ...earlier
          .reverse()
          .map((run) => ({ value: run.version, label: words.board.sinceVersion(run.version, run.asOf) })),
      ]}
      onChange={(since) => change({ since: since === 0 ? null : since })}
    />
  );
}
