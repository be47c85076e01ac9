import { Fragment } from 'react';
import type { LayoutCell, LayoutIndustry, LayoutMention, LayoutZone } from '../api/layout.ts';
import { Cite, FactName } from '../controls/fact-name.tsx';
import { Stamp } from '../controls/cell-marks.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';

type Props = { readonly tabIndex?: number; readonly onOpen: (relation: string) => void };

/** What the plan says of one industry in one zone: its parks, or how far it goes; nothing where it says nothing. */
export function CellText({ cell, zone, ...rest }: { readonly cell: LayoutCell; readonly zone: LayoutZone } & Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const { says } = words.layout;
  const thin = cell.asked ?? null;
  return (
    <>
      {cell.says === 'park' && <Names mentions={cell.parks} zone={nameOf(zone.zone)} {...rest} />}
      {cell.says === 'none' && <span className="unseen">{says.none}</span>}
      {cell.says === 'segment' && (
        <span className="thin">
          {says.segment(cell.segments.map(({ entity }) => nameOf(entity)).join(words.app.and))}
        </span>
      )}
      {(cell.says === 'zone' || cell.says === 'listed') && thin && (
        <span className="thin">
          {cell.says === 'listed' ? says.listed : zone.parks.length > 0 ? says.zone : says.here}
        </span>
      )}
      <SeenMarks cell={cell} />
    </>
  );
}

function SeenMarks({ cell: { seen } }: { readonly cell: LayoutCell }) {
  const words = useWords();
  const nameOf = useNameOf();
  if (seen === null) return null;
  const [operating, building] = [seen.operating.length, seen.building.length];
  const told = [
    words.layout.seenIn(operating, building),
    ...(seen.unplaced.length > 0 ? [words.layout.unplaced(seen.unplaced.length)] : []),
  ];
  return (
    <span className="seen-marks">
      <span className="unseen">{told.join(words.app.comma)}</span>
      <span aria-hidden="true" title={[...seen.operating, ...seen.building].map(nameOf).join(words.app.and)}>
        {operating > 0 && <Stamp mark="operating" count={operating} />}
        {building > 0 && <Stamp mark="building" count={building} />}
        {operating + building === 0 && <i className="no-mark" />}
      </span>
    </span>
  );
}

/** Names side by side, each whole on its line where the line is long enough. */
export function Names({
  mentions,
  ...rest
}: { readonly mentions: readonly LayoutMention[]; readonly zone?: string } & Props) {
  const words = useWords();
  return mentions.map((mention, at) => (
    <Fragment key={mention.entity.id}>
      <FactName mention={mention} tail={at < mentions.length - 1 ? words.app.and.trimEnd() : ''} {...rest} />
      {words.app.and.endsWith(' ') ? ' ' : <wbr />}
    </Fragment>
  ));
}

/** Bodies with the shape of their kind, one a line, then parks that lie in no zone. */
export function Bodies({ industry, ...rest }: { readonly industry: LayoutIndustry } & Props) {
  return (
    <ul className="bodies">
      {[...industry.bodies, ...industry.elsewhere].map((mention) => (
        <li key={mention.entity.id}>
          <FactName mention={mention} marked {...rest} />
          <OtherPassage mention={mention} industry={industry} />
        </li>
      ))}
    </ul>
  );
}

/** Named in another place than the industry's own: the place is said. */
function OtherPassage({ mention, industry }: { readonly mention: LayoutMention; readonly industry: LayoutIndustry }) {
  const own = new Set(industry.passages.map(({ id }) => id));
  if (mention.passages.some(({ id }) => own.has(id))) return null;
  return <span className="caption"> {mention.passages[0]?.locator}</span>;
}

/** The passages of a row; each leads to a fact that it says. */
export function Passages({ industry, ...rest }: { readonly industry: LayoutIndustry } & Props) {
  return industry.passages.map((passage) => {
    const mention = mentionsIn(industry).find(({ passages }) => passages.some(({ id }) => id === passage.id));
    return mention ? (
      <Fragment key={passage.id}>
        <Cite mention={mention} text={passage.locator} {...rest} />{' '}
      </Fragment>
    ) : (
      <span key={passage.id}>{passage.locator} </span>
    );
  });
}

function mentionsIn({ cells, bodies, partners }: LayoutIndustry): readonly LayoutMention[] {
  const inCells = cells.flatMap(({ parks, asked, segments }) => [...parks, ...(asked ? [asked] : []), ...segments]);
  return [...inCells, ...bodies, ...partners];
}
