import { Button, Link } from 'react-aria-components';
import { type Consortia } from '../api/consortia.ts';
import { consortiumQuery, type ConsortiumTie } from '../api/consortium.ts';
import { queryText } from '../api/as-text.ts';
import { Choice } from '../controls/choice.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { CopyQuery } from '../controls/copy-query.tsx';
import { said, useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { bodiesOf } from '../state/consortium-face.ts';
import { consortiumCsv } from '../state/consortium-csv.ts';
import { LIST_STATES } from '../state/list-states.ts';
import { EMPTY_VIEW, MAX_SEEDS } from '../state/url.ts';
import { useSaveFile } from '../state/use-save-file.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

const CSV = 'text/csv;charset=utf-8';

type Props = {
  readonly list: Consortia | null;
  /** Chains that some consortium serves, by name. */
  readonly chains: readonly (Named & { readonly id: string })[];
  readonly tie: ConsortiumTie | null;
};

/** Which consortia are listed; the open one in the graph, as a file, as a link, as a question. */
export function ConsortiumTools({ list, chains, tie }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const { saved, save } = useSaveFile();
  const own = words.consortia;
  const [chosen = null] = view.chains;
  const chainAt = chains.findIndex(({ id }) => id === chosen);
  const stateAt = view.listState === null ? -1 : LIST_STATES.indexOf(view.listState);
  const labels = new Map((list?.sums ?? []).map(({ state, label }) => [state, said(label, lang)]));
  const all = { value: -1, label: own.all };
  return (
    <section className="tools tie-tools" aria-label={own.tools}>
      <h1 className="board-title">{own.title}</h1>
      {list && <span className="layout-plan">{own.named(list.total)}</span>}
      <span className="grow" />
      <Choice
        label={own.industry}
        value={chainAt}
        options={[all, ...chains.map((chain, value) => ({ value, label: nameOf(chain) }))]}
        onChange={(at) => {
          const chain = chains[at];
          change({ chains: chain ? [chain.id] : [], consortium: null, selection: null });
        }}
      />
      <Choice
        label={own.list}
        value={stateAt}
        options={[all, ...LIST_STATES.map((state, value) => ({ value, label: labels.get(state) ?? state }))]}
        onChange={(at) => change({ listState: LIST_STATES[at] ?? null, consortium: null, selection: null })}
      />
      {tie && (
        <>
          <Link
            className="button"
            href={addressOf('/explore', {
              ...EMPTY_VIEW,
              ...carried(view),
              version: tie.coverage.version,
              ring: false,
              seeds: bodiesOf(tie).slice(0, MAX_SEEDS),
            })}
          >
            {own.inGraph}
          </Link>
          <Button
            className="button primary"
            onPress={() => save(`consortium-${tie.entity.id}.csv`, CSV, consortiumCsv(tie, words, lang))}
          >
            {own.csv}
          </Button>
          <CopyButton
            text={
              window.location.origin +
              addressOf('/consortia', { ...view, consortium: tie.entity.id, version: tie.coverage.version })
            }
            label={words.explore.share}
            done={words.explore.shared}
          />
          <CopyQuery text={queryText(consortiumQuery, { id: tie.entity.id, version: tie.coverage.version })} />
          {saved !== null && <span className="caption">{saved}</span>}
        </>
      )}
    </section>
  );
}
