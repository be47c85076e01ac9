import { Button, Link } from 'react-aria-components';
import { queryText } from '../api/as-text.ts';
import { boardQuery, type Board, type BoardCell } from '../api/board.ts';
import { cellQuery } from '../api/cell.ts';
import { ask } from '../api/client.ts';
import type { SourceClass } from '../api/fragments.ts';
import { CopyQuery } from '../controls/copy-query.tsx';
import { Failed } from '../controls/states.tsx';
import { JudgementTile } from '../controls/state-tile.tsx';
import { Name } from '../controls/name.tsx';
import { nameIn, useLang, useWords } from '../locale/use-words.ts';
import { besideOf, besideWords } from '../state/beside.ts';
import { flowsOf } from '../state/board-face.ts';
import { askedWords, cellSentences } from '../state/cell-words.ts';
import type { CellKey } from '../state/cell-field.ts';
import { mayBeOne } from '../state/doubts.ts';
import { EMPTY_VIEW, type Lang } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { CellAlongside } from './cell-alongside.tsx';
import { CellFacts } from './cell-facts.tsx';
import { CellHistory } from './cell-history.tsx';
import { CellNeeds } from './cell-needs.tsx';
import { CellReasons } from './cell-reasons.tsx';
import { Drawer } from './drawer.tsx';

type Props = {
  readonly board: Board;
  readonly cell: BoardCell;
  /** What was asked, for the copy. */
  readonly variables: BoardVariables;
  readonly onOpen: (cell: CellKey | null) => void;
  readonly onSelect: (fact: string) => void;
};
export type BoardVariables = {
  readonly chain: string;
  readonly regions: string[];
  readonly date: string | null;
  readonly since: number | null;
  readonly classes: SourceClass[] | null;
  readonly version: number | null;
};

/** One segment in one region: what may be judged, what is seen, what is still needed, who feeds it. */
export function CellPanel({ board, cell, variables, onOpen, onSelect }: Props) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const { operating, building, research, intended } = cell;
  const segment = cell.segment.id;
  const region = board.regions.find(({ id }) => id === cell.region.id);
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const asked = askedWords(cell, words);
  const beside = besideWords(besideOf(board, segment, cell.region.id), words);
  const doubtful = mayBeOne([...operating, ...building].map(({ entity }) => entity));
  const { chain, date, since } = variables;
  const about = { chain, segment, region: cell.region.id, date, since, version: board.coverage.version };
  const answer = useAnswer(`cell ${JSON.stringify(about)}`, () => ask(cellQuery, about));
  const why = answer.data?.board.__typename === 'Board' ? answer.data.board.cell : null;
  return (
    <Drawer
      title={namesOf(board, lang).get(segment) ?? segment}
      onClose={() => onOpen(null)}
      foot={
        <>
          <Link
            className="button primary"
            href={addressOf('/survey', { ...along, office: cell.region.id, chains: [chain] })}
          >
            {words.survey.title}
          </Link>
          <Link
            className="button"
            href={addressOf('/candidates', { ...along, regions: [cell.region.id], chains: [chain], segment })}
          >
            {words.candidates.ask}
          </Link>
          <Link className="button" href={addressOf(`/entity/${segment}`, along)}>
            {words.board.toSegment}
          </Link>
          <Link className="button" href={addressOf('/explore', { ...along, seeds: [segment], selection: segment })}>
            {words.entity.onGraph}
          </Link>
          <CopyQuery className="push" text={queryText(boardQuery, variables)} />
        </>
      }
    >
      <p className="cell-head">
        <span className="caption">{region && <Name of={region} />}</span>
        <JudgementTile judgement={cell.judgement} />
        {cell.judgement.contradicted && <span className="caption warn">{words.board.contradicted}</span>}
        {cell.claimedMissing.length > 0 && <span className="stamp claimed">{words.board.claimed}</span>}
      </p>
      <p className="sentence">{cellSentences(cell, words.board).join(lang === 'zh' ? '' : ' ')}</p>
      <section className="fact-group">
        <h3>{words.board.seen}</h3>
        <dl className="seen">
          <dt>{words.board.requests}</dt>
          <dd>{asked.length === 0 ? words.board.notSeen : asked.join(words.app.comma)}</dd>
          <dt>{words.board.sums.firms}</dt>
          <dd>
            {[
              words.board.firmsSeen(operating.length, building.length),
              ...(doubtful > 0 ? [words.board.mayBeOne(doubtful)] : []),
              ...(intended.length > 0 ? [words.board.intendedSeen(intended.length)] : []),
              ...(beside.length > 0 ? [words.board.alongsideSeen(beside.join(words.app.comma))] : []),
            ].join(words.app.comma)}
          </dd>
          <dt>{words.board.sums.research}</dt>
          <dd>{research.length === 0 ? words.board.notSeen : words.board.researchSeen(research.length)}</dd>
        </dl>
        <CellAlongside board={board} cell={cell} onSelect={onSelect} />
        <CellFacts cell={cell} version={board.coverage.version} onSelect={onSelect} />
      </section>
      <CellHistory board={board} cell={cell} why={why} onSelect={onSelect} />
      <CellNeeds cell={cell} />
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {why && <CellReasons reasons={why.reasons} />}
      <Flows board={board} cell={cell} onOpen={onOpen} />
      {cell.sourceClasses.length > 0 && (
        <p className="caption cell-sources">
          {[
            ...cell.sourceClasses.map(({ class: cls, count }) => words.board.sourceCount(words.classes[cls], count)),
            ...(cell.newest === null ? [] : [words.board.newest(cell.newest)]),
          ].join(' · ')}
        </p>
      )}
    </Drawer>
  );
}

function Flows({ board, cell, onOpen }: Pick<Props, 'board' | 'cell' | 'onOpen'>) {
  const words = useWords();
  const names = namesOf(board, useLang());
  const { from, to } = flowsOf(board.flows, cell.segment.id);
  const sides = [
    { word: words.board.flowFrom, ids: from },
    { word: words.board.flowTo, ids: to },
  ].filter(({ ids }) => ids.length > 0);
  if (sides.length === 0) return null;
  return (
    <section className="fact-group">
      <h3>{words.board.flows}</h3>
      <dl className="seen">
        {sides.map(({ word, ids }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              {ids.map((id, at) => (
                <span key={id}>
                  <Button className="link" onPress={() => onOpen({ segment: id, region: cell.region.id })}>
                    {names.get(id) ?? id}
                  </Button>
                  {at < ids.length - 1 && words.app.and}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function namesOf({ columns }: Board, lang: Lang): ReadonlyMap<string, string> {
  return new Map(columns.flatMap(({ segments }) => segments.map(({ entity }) => [entity.id, nameIn(entity, lang)])));
}
