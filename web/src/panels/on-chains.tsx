import { Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import type { EntityFull } from '../api/entity.ts';
import { bodyCellsQuery, type BodyCell, type BodyCells } from '../api/body-cells.ts';
import { Choice } from '../controls/choice.tsx';
import { Name } from '../controls/name.tsx';
import { JudgementTile } from '../controls/state-tile.tsx';
import { Failed } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { cellsIn, homeOf, isPlaceTold, reasonOf, regionsOf } from '../state/body-cells.ts';
import { useAnswer } from '../state/use-answer.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

/** Where a body stands on the boards of its chains: the state of each of its segments with the reason, in one of its regions. */
export function OnChains({ entity }: { readonly entity: EntityFull }) {
  const { id } = entity;
  const words = useWords();
  const { view } = useView();
  const { version } = view;
  const answer = useAnswer(`body cells ${id} ${version}`, () => ask(bodyCellsQuery, { body: id, version }));
  const found = answer.data?.bodyCells;
  if (answer.status === 'failed') return <Failed answer={answer} />;
  // Places, segments and the like stand on no board themselves.
  if (found?.__typename !== 'BodyCells') return null;
  return (
    <section className="fact-group on-chains" aria-labelledby="on-chains">
      <h3 id="on-chains">{words.dossier.onChains}</h3>
      {found.chains.length === 0 ? (
        <p className="sentence">{words.dossier.onNoChain(found.coverage.sources)}</p>
      ) : (
        <Standing found={found} entity={entity} />
      )}
    </section>
  );
}

function Standing({ found, entity }: { readonly found: BodyCells; readonly entity: EntityFull }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const regions = regionsOf(found);
  const place = entity.place ?? found.regions[0];
  const region = regions.find(({ id }) => id === view.regions[0]) ?? homeOf(regions);
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const left = [
    found.omittedChains > 0 && words.dossier.moreChains(found.omittedChains),
    found.omittedRegions > 0 && words.dossier.moreRegions(found.omittedRegions),
  ].filter((line) => line !== false);
  return (
    <>
      {regions.length > 1 && region && (
        <Choice
          label={words.dossier.region}
          value={regions.indexOf(region)}
          options={regions.map((one, value) => ({ value, label: words.dossier.inRegion(nameOf(one), one.count) }))}
          onChange={(at) => change({ regions: regions.slice(at, at + 1).map((one) => one.id) }, { replace: true })}
        />
      )}
      {region &&
        cellsIn(found, region.id).map(({ chain, cells }) => (
          <div key={chain.id} className="chain-cells">
            <h4 className="with-note">
              <Link className="link ink" href={addressOf(`/chain/${chain.id}`, { ...along, regions: [region.id] })}>
                <Name of={chain} />
              </Link>
              {regions.length === 1 && (
                <span className="caption">
                  <Name of={region} />
                </span>
              )}
            </h4>
            <ul>
              {cells.map((one) => (
                <CellRow key={one.cell.segment.id} one={one} region={region.id} />
              ))}
            </ul>
          </div>
        ))}
      {!region && (
        <>
          <p className="sentence">
            {place
              ? words.dossier.noCell(nameOf(place))
              : isPlaceTold(entity)
                ? words.dossier.notOnePlace
                : words.dossier.nowhere}
          </p>
          <ul className="chain-names">
            {found.chains.map((chain) => (
              <li key={chain.id}>
                <Link className="link" href={addressOf(`/chain/${chain.id}`, along)}>
                  <Name of={chain} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {found.ofChain.map(({ id, sentence }) => (
        <p key={id} className="caption">
          {words.dossier.wholeChain(said(sentence, lang))}
        </p>
      ))}
      {left.map((line) => (
        <p key={line} className="caption">
          {line}
        </p>
      ))}
    </>
  );
}

/** A segment, its tile, as what the body is seen there, and why the state holds; the name leads to the cell. */
function CellRow({ one, region }: { readonly one: BodyCell; readonly region: string }) {
  const lang = useLang();
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const { segment, judgement } = one.cell;
  const reason = reasonOf(one.cell);
  const board = addressOf(`/chain/${one.chain.id}`, {
    ...EMPTY_VIEW,
    ...carried(view),
    regions: [region],
    cell: { segment: segment.id, region },
  });
  return (
    <li>
      <Link className="link ink" href={board} aria-label={words.dossier.toCell(nameOf(segment))}>
        <Name of={segment} />
      </Link>
      <JudgementTile judgement={judgement} />
      <p className="caption">
        {one.seen.map(({ as }) => words.dossier.seenAs[as]).join(words.app.comma)}
        {reason && ` · ${words.dossier.cellSays(said(reason, lang))}`}
      </p>
    </li>
  );
}
