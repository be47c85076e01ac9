import { Button } from 'react-aria-components';
import { layoutQuery, type Layout, type LayoutPlans } from '../api/layout.ts';
import { queryText } from '../api/as-text.ts';
import { Choice } from '../controls/choice.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { CopyQuery } from '../controls/copy-query.tsx';
import { ClassTag } from '../controls/tags.tsx';
import { Toggle } from '../controls/toggle.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { layoutCsv } from '../state/layout-csv.ts';
import { useSaveFile } from '../state/use-save-file.ts';
import { addressOf, useView } from '../state/use-view.ts';

const CSV = 'text/csv;charset=utf-8';

type Props = {
  readonly plans: LayoutPlans | null;
  readonly layout: Layout | null;
  readonly variables: {
    readonly source: string | null;
    readonly zones: string[] | null;
    readonly seen: boolean;
    readonly version: number | null;
  };
};

/** Which plan, and whether the bodies that are seen stand beside it; the table as a file, as paper, as a question. */
export function LayoutTools({ plans, layout, variables }: Props) {
  const words = useWords();
  const lang = useLang();
  const { view, change } = useView();
  const { saved, save } = useSaveFile();
  const titleOf = ({ title, titleEn }: Pick<Layout['source'], 'title' | 'titleEn'>) =>
    lang === 'en' && titleEn ? titleEn : title;
  const options = (plans?.plans ?? []).map(({ source }, value) => ({ value, label: titleOf(source) }));
  const current = plans?.plans.findIndex(({ source }) => source.id === layout?.source.id) ?? -1;
  return (
    <section className="tools layout-tools" aria-label={words.layout.tools}>
      <h1 className="board-title">{words.layout.title}</h1>
      {layout && <ClassTag cls={layout.source.class} />}
      {layout && <span className="layout-plan on-paper">{titleOf(layout.source)}</span>}
      {options.length > 1 && current >= 0 ? (
        <Choice
          label={words.layout.plan}
          value={current}
          options={options}
          onChange={(at) =>
            change({ plan: plans?.plans[at]?.source.id ?? null, regions: [], industry: null, selection: null })
          }
        />
      ) : (
        layout && <span className="layout-plan">{titleOf(layout.source)}</span>
      )}
      {layout && (
        <p className="layout-plan">
          {layout.source.publisher !== null && <span lang="zh">{layout.source.publisher}</span>}
          {layout.source.publisher !== null && words.app.comma}
          <span className="whole">{layout.source.date}</span>
        </p>
      )}
      <span className="grow" />
      <Toggle on={view.seen} onChange={(seen) => change({ seen })}>
        {words.layout.seen}
      </Toggle>
      {layout && (
        <>
          <Button
            className="button"
            onPress={() => save(`layout-${layout.source.date}.csv`, CSV, layoutCsv(layout, words))}
          >
            {words.layout.csv}
          </Button>
          <Button className="button" onPress={() => window.print()}>
            {words.layout.print}
          </Button>
          <CopyButton
            text={window.location.origin + addressOf('/layout', { ...view, version: layout.coverage.version })}
            label={words.explore.share}
            done={words.explore.shared}
          />
          <CopyQuery text={queryText(layoutQuery, { ...variables, version: layout.coverage.version })} />
          {saved !== null && <span className="caption">{saved}</span>}
        </>
      )}
    </section>
  );
}
