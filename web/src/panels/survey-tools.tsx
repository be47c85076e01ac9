import { Button } from 'react-aria-components';
import { queryText } from '../api/as-text.ts';
import { ask } from '../api/client.ts';
import type { Kind } from '../api/fragments.ts';
import { entityNamesQuery, surveyQuery, type Survey } from '../api/survey.ts';
import { CopyButton } from '../controls/copy-button.tsx';
import { CopyQuery } from '../controls/copy-query.tsx';
import { ExportSheets } from '../controls/export-sheets.tsx';
import { SearchBox } from '../controls/search-box.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { sentTogether } from '../state/survey-face.ts';
import { MAX_CHAINS } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { addressOf, useView } from '../state/use-view.ts';
import { REGION_KINDS } from './board-tools.tsx';
import type { SurveyScope } from './survey-columns.tsx';

const CHAIN_KINDS: readonly Kind[] = ['Chain'];

/** Of which chains and region the list is; all of its sheets as a workbook, the list as a link and as a question. */
export function SurveyTools({ survey, scope }: { readonly survey: Survey | null; readonly scope: SurveyScope }) {
  const words = useWords();
  const { view, change } = useView();
  const names = useNames([...view.chains, ...view.regions.slice(0, 1)], view.version);
  const sheets = survey ? sentTogether(survey.offices) : [];
  const version = survey?.coverage.version ?? null;
  const [region] = view.regions;
  return (
    <section className="tools board-tools survey-tools" aria-label={words.survey.tools}>
      <h1 className="board-title">{words.survey.title}</h1>
      {(view.chains.length > 0 || region !== undefined) && (
        <ul className="regions" aria-label={words.survey.tools}>
          {view.chains.map((id) => (
            <Chip
              key={id}
              name={names.get(id) ?? '…'}
              onRemove={() => change({ chains: view.chains.filter((other) => other !== id) })}
            />
          ))}
          {region !== undefined && (
            <Chip name={names.get(region) ?? '…'} onRemove={() => change({ regions: [], office: null })} />
          )}
        </ul>
      )}
      {view.chains.length < MAX_CHAINS && (
        <SearchBox
          key={`chains ${view.chains.join()}`}
          label={words.survey.addChain}
          placeholder={words.survey.addChain}
          version={view.version}
          kinds={CHAIN_KINDS}
          onPick={({ id }) => change({ chains: [...new Set([...view.chains, id])] })}
          className="region-search"
        />
      )}
      <SearchBox
        key={`region ${region}`}
        label={words.survey.addRegion}
        placeholder={words.survey.addRegion}
        version={view.version}
        kinds={REGION_KINDS}
        onPick={({ id }) => change({ regions: [id], office: null })}
        className="region-search"
      />
      <p className="survey-lead">{words.survey.lead}</p>
      <span className="grow" />
      {version !== null && (
        <div className="board-actions">
          <CopyButton
            text={window.location.origin + addressOf('/survey', { ...view, version })}
            label={words.explore.share}
            done={words.explore.shared}
          />
          {sheets.length > 0 && (
            <ExportSheets
              label={words.survey.exportAll(sheets.length)}
              name={words.survey.allOffices}
              chains={view.chains}
              // A region is no argument of the workbook: its offices are.
              offices={region === undefined ? [] : sheets.map(({ office }) => office.id)}
              version={version}
            />
          )}
          <CopyQuery text={queryText(surveyQuery, { ...scope, office: null, version })} />
        </div>
      )}
    </section>
  );
}

function Chip({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const words = useWords();
  return (
    <li>
      {name}
      <Button className="plain cross" aria-label={words.survey.remove(name)} onPress={onRemove}>
        ×
      </Button>
    </li>
  );
}

function useNames(ids: readonly string[], version: number | null): ReadonlyMap<string, string> {
  const nameOf = useNameOf();
  const answer = useAnswer(`names ${version} ${ids.join(' ')}`, async () =>
    ids.length === 0 ? [] : (await ask(entityNamesQuery, { ids: [...ids], version })).nodes,
  );
  const found = (answer.data ?? []).flatMap((node) =>
    node && 'name' in node ? [[node.id, nameOf(node)] as const] : [],
  );
  return new Map(found);
}
