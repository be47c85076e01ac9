import { Link } from 'react-aria-components';
import type { Layout, LayoutIndustry } from '../api/layout.ts';
import { Cite } from '../controls/fact-name.tsx';
import { Name } from '../controls/name.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { parksOf, topicsOf } from '../state/layout-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { Names } from './layout-cell.tsx';

type Props = {
  readonly layout: Layout;
  readonly industry: LayoutIndustry | null;
  readonly onOpen: (relation: string) => void;
};

/** Below the table: the selected row in words, the parks that no industry names, and how to read it. */
export function LayoutWords({ layout, industry, onOpen }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const claims = layout.claims.map(({ extent, count }) => words.layout.claim(words.layout.extents[extent], count));
  return (
    <div className="layout-words">
      <section aria-live="polite" aria-label={words.layout.rowWords(industry ? nameOf(industry.chain) : '…')}>
        {industry ? <RowWords industry={industry} onOpen={onOpen} /> : <p className="caption">{words.layout.choose}</p>}
      </section>
      <ParkWords layout={layout} onOpen={onOpen} />
      <section>
        <h2 className="caption">{words.layout.how}</h2>
        <p className="sentence">{words.layout.howText}</p>
        <p className="caption">
          {claims.length > 0 ? words.layout.claims(claims.join(words.app.comma)) : words.layout.noClaims}
        </p>
      </section>
      {layout.unplaced.length > 0 && (
        <section className="wide">
          <h2 className="caption">{words.layout.unplacedTitle}</h2>
          <p className="caption">{words.layout.unplacedNote}</p>
          <ul className="unplaced">
            {layout.unplaced.map((one) => (
              <li key={one.chain.id}>
                <b>
                  <Name of={one.chain} />
                </b>{' '}
                <span className="caption">
                  {[...(one.group ? [one.group] : []), ...one.asked.map(({ entity }) => entity)]
                    .map(nameOf)
                    .join(' · ')}
                </span>{' '}
                {one.asked[0] && <Cite mention={one.asked[0]} text={placesOf(one.passages)} onOpen={onOpen} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function RowWords({ industry, onOpen }: { readonly industry: LayoutIndustry; readonly onOpen: Props['onOpen'] }) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const { segments, clusters, targets, partners, chain } = industry;
  const withTopics = partners.filter((partner) => topicsOf(partner).length > 0);
  const isBare = segments.length + clusters.length + targets.length + withTopics.length === 0;
  return (
    <>
      <h2 className="caption">{words.layout.rowWords(nameOf(chain))}</h2>
      {isBare && <p className="sentence">{words.layout.nothing}</p>}
      {segments.length > 0 && (
        <p className="sentence">
          <span className="label">{words.layout.segments}</span> <Names mentions={segments} onOpen={onOpen} />
        </p>
      )}
      {clusters.length > 0 && (
        <p className="sentence">
          <span className="label">{words.layout.clusters}</span> <Names mentions={clusters} onOpen={onOpen} />
        </p>
      )}
      {withTopics.length > 0 && (
        <p className="sentence">
          <span className="label">{words.layout.work}</span>{' '}
          {withTopics
            .map((partner) => words.layout.about(nameOf(partner.entity), topicsOf(partner).join(words.app.and)))
            .join(words.app.and)}
        </p>
      )}
      {targets.length > 0 && (
        <p className="sentence">
          <span className="label">{words.layout.targets}</span>{' '}
          {targets
            .map(({ measure, value, unit, period }) => words.layout.target(measure, value, unit, period))
            .join(words.app.and)}
        </p>
      )}
      <p className="board-links">
        {words.layout.boards}
        {industry.cells.map(({ zone }) => (
          <Link
            key={zone.id}
            className="link"
            href={addressOf(`/chain/${chain.id}`, { ...EMPTY_VIEW, ...carried(view), regions: [zone.id] })}
          >
            {words.layout.board(nameOf(zone))}
          </Link>
        ))}
      </p>
    </>
  );
}

function ParkWords({ layout, onOpen }: Pick<Props, 'layout' | 'onOpen'>) {
  const words = useWords();
  const zones = layout.zones.map(parksOf);
  const all = <Part extends keyof (typeof zones)[number]>(part: Part) => zones.flatMap((zone) => zone[part]);
  const mentions = (part: 'unnamed' | 'inPart' | 'beside') => all(part).map(({ park }) => park);
  const listed = all('listed').length;
  return (
    <section>
      <h2 className="caption">{words.layout.parkSum(listed, all('named').length)}</h2>
      {listed === 0 ? (
        <p className="sentence">{words.layout.noParksAtAll}</p>
      ) : mentions('unnamed').length > 0 ? (
        <p className="sentence">
          {words.layout.unnamed(mentions('unnamed').length)} <Names mentions={mentions('unnamed')} onOpen={onOpen} />
        </p>
      ) : (
        <p className="sentence">{words.layout.allNamed}</p>
      )}
      {mentions('inPart').length > 0 && (
        <p className="sentence">
          <span className="label">{words.layout.inPart}</span> <Names mentions={mentions('inPart')} onOpen={onOpen} />
        </p>
      )}
      {mentions('beside').length > 0 && (
        <p className="sentence">
          <span className="label">{words.layout.beside}</span> <Names mentions={mentions('beside')} onOpen={onOpen} />
        </p>
      )}
    </section>
  );
}

function placesOf(passages: readonly { readonly locator: string }[]): string {
  return passages.map(({ locator }) => locator).join(' ');
}
