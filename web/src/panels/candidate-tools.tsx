import { Button } from 'react-aria-components';
import { queryText } from '../api/as-text.ts';
import type { NearRow } from '../api/candidate-near.ts';
import { candidatesQuery, type Candidates } from '../api/candidates.ts';
import { askSegments } from '../api/chain-segments.ts';
import { allChains } from '../api/chains.ts';
import type { VariablesOf } from '../graphql.ts';
import { Choice } from '../controls/choice.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { CopyQuery } from '../controls/copy-query.tsx';
import { SearchBox } from '../controls/search-box.tsx';
import { said, useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { askedWords } from '../state/cell-words.ts';
import { BODY_KINDS } from '../state/body-kinds.ts';
import { inNameOrder } from '../state/name-order.ts';
import type { View } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { addressOf, useView } from '../state/use-view.ts';
import { REGION_KINDS } from './board-tools.tsx';
import { CandidateExport } from './candidate-export.tsx';

/** What belongs to one question, and not to the next. */
const NO_CHOICE = {
  candidate: null,
  selection: null,
  visits: [],
  compared: [],
  required: [],
} as const satisfies Partial<View>;

type Props = {
  readonly title: string;
  readonly candidates: Candidates | null;
  /** Firms near the segment, as far as they are there. */
  readonly near: readonly NearRow[];
  readonly variables: VariablesOf<typeof candidatesQuery>;
};

/** The question with its parts to change, what is seen of it, and the lists as files, link and query. */
export function CandidateTools({ title, candidates, near, variables }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const version = candidates?.coverage.version ?? null;
  const { region = null, body = null } = candidates ?? {};
  return (
    <>
      <section className="tools board-tools candidate-tools" aria-label={words.candidates.tools}>
        <h1 className="board-title">{title}</h1>
        {body !== null && (
          <Chip label={words.places.candidates} of={body} onRemove={() => change({ ...NO_CHOICE, body: null })} />
        )}
        {body === null && (
          <>
            {region !== null && (
              <Chip
                label={words.candidates.region}
                of={region}
                onRemove={() => change({ ...NO_CHOICE, regions: [] })}
              />
            )}
            <SearchBox
              key={`region ${view.regions.join()}`}
              label={region === null ? words.candidates.region : words.candidates.findRegion}
              placeholder={region === null ? words.candidates.region : words.candidates.findRegion}
              version={view.version}
              kinds={REGION_KINDS}
              onPick={({ id }) => change({ ...NO_CHOICE, regions: [id] })}
              className="region-search"
            />
            <ChainChoice candidates={candidates} />
            <SegmentChoice candidates={candidates} />
          </>
        )}
        <SearchBox
          key={`body ${view.body}`}
          label={words.candidates.findBody}
          placeholder={words.candidates.findBody}
          version={view.version}
          kinds={BODY_KINDS}
          onPick={({ id }) => change({ ...NO_CHOICE, weights: {}, body: id })}
          className="region-search"
        />
        <span className="grow" />
        {candidates && version !== null && (
          <div className="board-actions">
            <CopyButton
              text={window.location.origin + addressOf('/candidates', { ...view, version })}
              label={words.explore.share}
              done={words.explore.shared}
            />
            <CandidateExport
              candidates={candidates}
              near={near}
              asked={variables.for}
              subject={[candidates.body ?? candidates.segment ?? candidates.chain, region]
                .flatMap((one) => (one ? [nameOf(one)] : []))
                .join(' ')}
            />
            <CopyQuery text={queryText(candidatesQuery, { ...variables, version })} />
          </div>
        )}
      </section>
      {candidates && <Seen candidates={candidates} />}
    </>
  );
}

/** What sources ask for, what is seen of it, and that no list is in an order of merit. */
function Seen({ candidates: { cell, seen, doing, ranking, partners } }: { readonly candidates: Candidates }) {
  const words = useWords();
  const lang = useLang();
  const asked = cell === null ? [] : askedWords(cell, words);
  const sentences = [
    ...(asked.length > 0 ? [words.candidates.asked(asked.join(words.app.comma))] : []),
    ...[seen, doing].flatMap((label) => (label === null ? [] : [said(label, lang)])),
    ...(ranking === null && partners === null ? [words.candidates.listsNote] : []),
  ];
  if (sentences.length === 0) return null;
  return <p className="candidate-seen sentence">{sentences.join(lang === 'zh' ? '' : ' ')}</p>;
}

function ChainChoice({ candidates }: Pick<Props, 'candidates'>) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const chains = useAnswer(`chains ${view.version}`, () => allChains(view.version)).data ?? [];
  const current = chains.findIndex(({ id }) => id === (candidates?.chain?.id ?? view.chains[0]));
  if (chains.length === 0) return null;
  return (
    <Choice
      label={words.candidates.chain}
      value={current}
      options={[
        ...(current < 0 ? [{ value: -1, label: words.candidates.anyChain }] : []),
        ...inNameOrder(
          chains.map((chain, value) => ({ value, label: nameOf(chain) })),
          lang,
        ),
      ]}
      onChange={(at) => {
        const chain = chains[at];
        if (chain) change({ ...NO_CHOICE, chains: [chain.id], segment: null });
      }}
    />
  );
}

function SegmentChoice({ candidates }: Pick<Props, 'candidates'>) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const chain = candidates?.chain?.id ?? view.chains[0] ?? null;
  const segments =
    useAnswer(`segments ${chain} ${view.version}`, async () => (chain === null ? [] : askSegments(chain, view.version)))
      .data ?? [];
  if (segments.length === 0) return null;
  return (
    <Choice
      label={words.candidates.segment}
      value={segments.findIndex(({ id }) => id === view.segment)}
      options={[
        { value: -1, label: words.candidates.allSegments },
        ...inNameOrder(
          segments.map((segment, value) => ({ value, label: nameOf(segment) })),
          lang,
        ),
      ]}
      onChange={(at) =>
        change({ ...NO_CHOICE, chains: chain === null ? [] : [chain], segment: segments[at]?.id ?? null })
      }
    />
  );
}

type ChipProps = { readonly label: string; readonly of: Named; readonly onRemove: () => void };

function Chip({ label, of, onRemove }: ChipProps) {
  const words = useWords();
  const name = useNameOf()(of);
  return (
    <ul className="regions" aria-label={label}>
      <li>
        {name}
        <Button className="plain cross" aria-label={words.candidates.remove(name)} onPress={onRemove}>
          ×
        </Button>
      </li>
    </ul>
  );
}
