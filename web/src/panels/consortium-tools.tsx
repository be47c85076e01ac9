import { useState } from 'react';
import { Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { type Consortia } from '../api/consortia.ts';
import { consortiumQuery, type ConsortiumTie } from '../api/consortium.ts';
import { queryText } from '../api/as-text.ts';
import { Choice } from '../controls/choice.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { CopyQuery } from '../controls/copy-query.tsx';
import { Menu } from '../controls/menu.tsx';
import { said, useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { bodiesOf } from '../state/consortium-face.ts';
import { consortiaCsv } from '../state/consortium-csv.ts';
import { inNameOrder } from '../state/name-order.ts';
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
  /** The day that the data speak for. */
  readonly date: string | null;
};

/** Which consortia are listed; the open one in the graph, as a file, as a link, as a question. */
export function ConsortiumTools({ list, chains, tie, date }: Props) {
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
  const [failed, setFailed] = useState(false);

  /** One after another: a page is dear, and a service for many answers few at once. */
  async function saveAll({ edges, coverage }: Consortia): Promise<void> {
    setFailed(false);
    const ties: ConsortiumTie[] = [];
    try {
      for (const { node } of edges) {
        const { consortium } = await ask(consortiumQuery, { id: node.entity.id, version: coverage.version });
        if (consortium.__typename !== 'ConsortiumTie') throw new Error(`no page of ${node.entity.id}`);
        ties.push(consortium);
      }
      save(`${own.csvName} ${date ?? ''}.csv`, CSV, consortiaCsv(ties, words, lang));
    } catch {
      setFailed(true);
    }
  }
  return (
    <section className="tools tie-tools" aria-label={own.tools}>
      <h1 className="board-title">{own.title}</h1>
      {list && <span className="layout-plan">{own.named(list.total)}</span>}
      <span className="grow" />
      <Choice
        label={own.industry}
        value={chainAt}
        options={[
          all,
          ...inNameOrder(
            chains.map((chain, value) => ({ value, label: nameOf(chain) })),
            lang,
          ),
        ]}
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
          <Menu
            primary
            label={own.csv}
            items={[
              {
                key: 'one',
                label: own.csvOne,
                run: () => save(`${nameOf(tie.entity)} ${date ?? ''}.csv`, CSV, consortiaCsv([tie], words, lang)),
              },
              ...(list === null
                ? []
                : [{ key: 'all', label: own.csvAll(list.edges.length), run: () => void saveAll(list) }]),
            ]}
          />
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
          {failed && (
            <span className="caption danger" role="alert">
              {own.csvFailed}
            </span>
          )}
        </>
      )}
    </section>
  );
}
