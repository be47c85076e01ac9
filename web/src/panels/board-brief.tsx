import type { Board } from '../api/board.ts';
import { JudgementTile } from '../controls/state-tile.tsx';
import { ClassTag } from '../controls/tags.tsx';
import { nameIn, said, useLang, useWords } from '../locale/use-words.ts';
import type { Brief, BriefLine } from '../state/brief.ts';
import { becomesWords } from '../state/cell-words.ts';

type Props = { readonly board: Board; readonly brief: Brief };

/** What the board rests on, cell by cell, for paper: who, who asks, where it is written, and what is missing to judge. */
export function BoardBrief({ board, brief }: Props) {
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
      <h2 id="board-brief">{words.brief.title}</h2>
      <p className="caption">
        {words.brief.lead(brief.rows.length, brief.silent)}
        {brief.cut > 0 && ` ${words.brief.cut(brief.cut)}`}
      </p>
      <table>
        <thead>
          <tr>
            {[heads.cell, heads.state, heads.asked, heads.who, heads.needs].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {brief.rows.map(({ cell, lines }) => (
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
                <Lines lines={lines.filter(isRequest)} numberOf={numberOf} />
              </td>
              <td>
                <Lines lines={lines.filter((line) => !isRequest(line))} numberOf={numberOf} />
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

function isRequest({ role }: BriefLine): boolean {
  return role === 'policy' || role === 'reported' || role === 'proposed';
}

type LinesProps = { readonly lines: readonly BriefLine[]; readonly numberOf: ReadonlyMap<string, number> };

function Lines({ lines, numberOf }: LinesProps) {
  const words = useWords();
  const lang = useLang();
  if (lines.length === 0) return <span className="caption">{words.board.notSeen}</span>;
  return lines.map(({ role, what, modality, places, more }) => (
    <span key={`${role} ${'sentence' in what ? what.sentence.zh : what.id}`} className="brief-line under">
      <b>{modality === null ? words.brief.roles[role] : words.brief.meant(words.modalities[modality])}</b>{' '}
      {'sentence' in what ? said(what.sentence, lang) : nameIn(what, lang)}{' '}
      {places.map(({ id, source, locator }) => (
        <span key={id} className="brief-place">
          [{numberOf.get(source.id)}] {source.date} {locator}
        </span>
      ))}
      {more > 0 && <span className="brief-place">{words.brief.more(more)}</span>}
    </span>
  ));
}
