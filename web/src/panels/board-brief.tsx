import type { Board } from '../api/board.ts';
import { JudgementTile } from '../controls/state-tile.tsx';
import { ClassTag } from '../controls/tags.tsx';
import { nameIn, said, useLang, useWords } from '../locale/use-words.ts';
import { moreOf, placesOf } from '../state/asks.ts';
import { besideWords } from '../state/beside.ts';
import type { Brief } from '../state/brief.ts';
import { becomesWords } from '../state/cell-words.ts';
import { BriefAsks, BriefLines, BriefPlaces } from './brief-lines.tsx';
import { BriefSummary } from './brief-summary.tsx';

type Props = { readonly board: Board; readonly brief: Brief; readonly printed: string };

/** What the board rests on, for paper: in short, then cell by cell, beside the cells, of the whole chain, and sources. */
export function BoardBrief({ board, brief, printed }: Props) {
  const words = useWords();
  const lang = useLang();
  const { heads } = words.brief;
  const segments = new Map(
    board.columns.flatMap((column) => column.segments.map(({ entity }) => [entity.id, nameIn(entity, lang)] as const)),
  );
  const regions = new Map(board.regions.map((region) => [region.id, nameIn(region, lang)]));
  const numberOf = new Map(brief.sources.map(({ id }, at) => [id, at + 1]));
  return (
    <section className="board-brief" aria-labelledby="board-brief">
      <BriefSummary board={board} brief={brief} printed={printed} />
      <h2 id="board-brief">{words.brief.title}</h2>
      <p className="caption">
        {words.brief.lead(brief.rows.length)}
        {brief.cut > 0 && ` ${words.brief.cut(brief.cut)}`}
      </p>
      <table>
        <Heads heads={[heads.cell, heads.state, heads.asked, heads.who, heads.needs]} />
        <tbody>
          {brief.rows.map(({ cell, asks, lines }) => (
            <tr key={`${cell.segment.id}.${cell.region.id}`}>
              <th scope="row">
                {segments.get(cell.segment.id)}
                <span className="caption under">{regions.get(cell.region.id)}</span>
              </th>
              <td>
                <JudgementTile judgement={cell.judgement} />
                {cell.judgement.contradicted && <span className="under">{words.board.contradicted}</span>}
                {cell.claimedMissing.length > 0 && <span className="under">{words.board.claimed}</span>}
              </td>
              <td>
                <BriefAsks asks={asks} numberOf={numberOf} />
              </td>
              <td>
                <BriefLines lines={lines} numberOf={numberOf} />
              </td>
              <td>
                {cell.wantedRegister && <span className="under">{said(cell.wantedRegister, lang)}</span>}
                {becomesWords(cell, words.board).map((text) => (
                  <span key={text} className="under">
                    {text}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {brief.beside.length > 0 && (
        <>
          <h3>{words.brief.beside}</h3>
          <table className="brief-beside">
            <Heads heads={[words.brief.besideHead, heads.asked, heads.who]} />
            <tbody>
              {brief.beside.map(({ beside, asks, lines }) => (
                <tr key={`${beside.segment} ${beside.region} ${beside.other.id}`}>
                  <th scope="row">
                    {nameIn(beside.other, lang)}
                    <span className="caption under">
                      {[
                        ...beside.chains.map((chain) => nameIn(chain, lang)),
                        regions.get(beside.region),
                        words.brief.tiedTo(segments.get(beside.segment) ?? ''),
                        ...besideWords([beside], words),
                      ].join(words.app.comma)}
                    </span>
                  </th>
                  <td>
                    <BriefAsks asks={asks} numberOf={numberOf} />
                  </td>
                  <td>
                    <BriefLines lines={lines} numberOf={numberOf} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {brief.ofChain.length > 0 && (
        <>
          <h3>{words.board.ofChain}</h3>
          <p className="caption">{words.board.ofChainMore}</p>
          {brief.ofChain.map(({ name, facts }) => (
            <div key={name}>
              <h4>
                {words.board.ofChainGroups[name]} {facts.length}
              </h4>
              <ul>
                {facts.map((fact) => (
                  <li key={fact.id}>
                    {said(fact.sentence, lang)}{' '}
                    <BriefPlaces places={placesOf(fact)} more={moreOf(fact)} numberOf={numberOf} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
      <h3>{words.brief.sources}</h3>
      <ol>
        {brief.sources.map(({ id, class: cls, title, titleEn, publisher, date }) => (
          <li key={id}>
            <ClassTag cls={cls} />{' '}
            {[lang === 'en' && titleEn ? titleEn : title, publisher, date].filter(Boolean).join(words.app.comma)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Heads({ heads }: { readonly heads: readonly string[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
