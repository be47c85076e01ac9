import { useEffect, useEffectEvent, useState } from 'react';
import { Button, DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';
import { say } from '../state/live.ts';
import { MAX_NAMES } from '../state/url.ts';
import { useView } from '../state/use-view.ts';
import {
  decoded,
  fitsLink,
  isSameList,
  namesOfCsv,
  namesOfText,
  partedNames,
  useNameList,
} from '../state/name-list.ts';

/** Bytes of a file: five hundred names of any length, and other columns beside them. */
const LARGEST_FILE = 5_000_000;

/** Where the list is pasted, written or read from a file. Nothing is asked before it is wanted. */
export function MatchInput() {
  const words = useWords();
  const text = useNameList(({ text: held }) => held);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const { view, change: changeView } = useView();
  const list = namesOfText(text);
  const parted = partedNames(list.names);
  const isTooLong = list.names.length > MAX_NAMES;

  // A link brings its list, a list that is kept comes back into the link; what is being written stays as it is.
  const linked = view.names.join('\n');
  const takeOver = useEffectEvent(() => {
    const { asked } = useNameList.getState();
    if (linked === '') {
      if (asked !== null && fitsLink(asked.names)) changeView({ names: asked.names }, { replace: true });
    } else if (asked === null || !isSameList(asked.names, view.names)) {
      useNameList.setState({ text: linked, asked: { names: view.names, wider: 0 }, chosen: null });
    }
  });
  useEffect(() => takeOver(), [linked]);

  function change(next: string): void {
    setProblem(null);
    setNote(null);
    useNameList.setState({ text: next });
  }

  function fail(said: string): void {
    setProblem(said);
    say(said);
  }

  function run(): void {
    if (list.names.length === 0) fail(words.match.empty);
    else if (isTooLong) fail(words.match.tooMany(list.names.length, MAX_NAMES));
    else {
      useNameList.setState({ asked: list, chosen: null });
      changeView({ names: fitsLink(list.names) ? list.names : [], outcome: null }, { replace: true });
    }
  }

  async function read(file: File | undefined, others: number): Promise<void> {
    if (file === undefined) return;
    if (file.size > LARGEST_FILE) return fail(words.match.tooLarge(file.name));
    const content = decoded(new Uint8Array(await file.arrayBuffer()));
    if (content === undefined) return fail(words.match.unreadable(file.name));
    const found = /\.csv$/i.test(file.name) ? namesOfCsv(content) : namesOfText(content);
    change(found.names.join('\n'));
    const notes = [
      ...(others > 0 ? [words.match.oneFile(file.name, others)] : []),
      ...(found.wider > 0 ? [words.match.wider(found.wider)] : []),
    ];
    setNote(notes.length === 0 ? null : notes.join(' '));
    say([words.match.counted(found.names.length), ...notes].join(words.app.comma));
  }

  return (
    <section className="match-input" aria-label={words.match.input}>
      <label className="caption" htmlFor="match-names">
        {words.match.input}
      </label>
      <textarea
        id="match-names"
        rows={6}
        value={text}
        placeholder={words.match.placeholder}
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby="match-said"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
        }}
      />
      <p id="match-said" className={(problem ?? isTooLong) ? 'caption danger' : 'caption'}>
        {problem ??
          (isTooLong ? words.match.tooMany(list.names.length, MAX_NAMES) : words.match.counted(list.names.length))}
      </p>
      {parted !== null && (
        <p className="caption warn">
          {words.match.joined}{' '}
          <Button className="link" onPress={() => change(parted.join('\n'))}>
            {words.match.part(parted.length)}
          </Button>
        </p>
      )}
      {note !== null && <p className="caption warn">{note}</p>}
      <div className="match-actions">
        <Button className="button primary" onPress={run}>
          {words.match.run}
        </Button>
        <DropZone
          className="drop"
          getDropOperation={() => 'copy'}
          onDrop={({ items }) => {
            const [first, ...others] = items.filter(isFileDropItem);
            void first?.getFile().then((file) => read(file, others.length));
          }}
        >
          <FileTrigger acceptedFileTypes={['.txt', '.csv']} onSelect={(files) => void read(files?.[0], 0)}>
            <Button className="button">{words.match.file}</Button>
          </FileTrigger>
          <Text slot="label" className="caption">
            {words.match.fileHelp}
          </Text>
        </DropZone>
        {text !== '' && (
          <Button
            className="link"
            onPress={() => {
              change('');
              useNameList.setState({ asked: null, chosen: null });
              changeView({ names: [], outcome: null }, { replace: true });
            }}
          >
            {words.match.clear}
          </Button>
        )}
      </div>
    </section>
  );
}
