import type { BoardCell, Judgement } from '../api/board.ts';
import { JudgementTile } from '../controls/state-tile.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { changeGroups, gapWords } from '../state/cell-words.ts';

/** What a judgement still lacks or rests on: the register, what would change the state, the terms of a strength. */
export function CellNeeds({ cell }: { readonly cell: BoardCell }) {
  const words = useWords();
  const lang = useLang();
  return (
    <>
      {cell.wantedRegister && (
        <section className="fact-group">
          <h3>{words.board.wanted}</h3>
          <p className="sentence">
            <b className="blank">{said(cell.wantedRegister, lang)}</b>
          </p>
          <p className="caption">{words.board.wantedMore}</p>
        </section>
      )}
      {cell.registers.length > 0 && (
        <section className="fact-group">
          <h3>{words.board.has}</h3>
          <ul>
            {cell.registers.map((source) => (
              <li key={source.id}>
                {lang === 'en' && source.titleEn ? source.titleEn : source.title}{' '}
                <span className="caption">
                  {[source.publisher, source.date].filter((part) => part !== null).join(words.app.comma)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Strength cell={cell} />
      {cell.settlements.length > 0 && (
        <section className="fact-group">
          <h3>{words.board.settlements}</h3>
          <Becoming
            lines={cell.settlements.map(({ settle, count, to }) => ({
              key: settle,
              text: words.board.settleWords[settle](count),
              to,
            }))}
          />
        </section>
      )}
      <section className="fact-group">
        <h3>{words.board.changes}</h3>
        {cell.changes.length === 0 && <p className="caption">{words.board.noChanges}</p>}
        {changeGroups(cell, words.board).map(({ head, changes }) => (
          <div key={head}>
            <h4>{head}</h4>
            <Becoming
              lines={changes.map(({ change, count, to }) => ({
                key: change,
                text: words.board.changeWords[change](count, cell.grounds.operating),
                to,
              }))}
            />
          </div>
        ))}
      </section>
      {cell.gap !== null && (
        <section className="fact-group">
          <h3>{cell.judgement.state === 'missing' ? words.board.isMissing : words.board.ifMissing}</h3>
          <p>{gapWords(cell, words.board).join(words.app.comma)}</p>
          {cell.judgement.state !== 'missing' && <p className="caption">{words.board.ifMissingMore}</p>}
          <p className="caption">{words.board.gapRests[cell.gap]}</p>
        </section>
      )}
    </>
  );
}

type Line = { readonly key: string; readonly text: string; readonly to: Judgement };

/** What would have to become known, and the tile that the cell would then have. */
function Becoming({ lines }: { readonly lines: readonly Line[] }) {
  const words = useWords();
  return (
    <ul className="changes">
      {lines.map(({ key, text, to }) => (
        <li key={key}>
          <span>{text}</span>
          <span className="caption">{words.board.becomes}</span>
          <JudgementTile judgement={to} />
        </li>
      ))}
    </ul>
  );
}

/** Terms that add up as printed. There are none where no register covers the cell. */
function Strength({ cell: { strength } }: { readonly cell: BoardCell }) {
  const words = useWords();
  const lang = useLang();
  // Where nobody operates there is nothing to add up: the state goes by the count.
  if (!strength || strength.total === 0) return null;
  return (
    <section className="fact-group">
      <h3>{words.board.strength}</h3>
      <table className="terms">
        <tbody>
          {strength.terms.map(({ term, label, count, value }) => (
            <tr key={term}>
              <th scope="row">{said(label, lang)}</th>
              <td className="number quiet">{count}</td>
              <td className="number">{value}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.board.total}
            </th>
            <td className="number">{strength.total}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
