import { useLocation } from 'wouter';
import type { EntityFull } from '../api/entity.ts';
import { breakLabel } from '../canvas/label.ts';
import { DOUBT_DASH, DOUBT_OUTLINE, shapeOf } from '../canvas/shapes.ts';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { neighboursOf, type Neighbour } from '../state/neighbours.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

const WIDTH = 348;
const HEIGHT = 292;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
const RADIUS = { x: 124, y: 100 };
/** More would be a picture of its own: the graph screen draws that. */
const MOST = 10;

/** The entity among its direct ties, as a small fixed star; the table beside it says the same in words. */
export function NeighbourStar({ entity }: { readonly entity: EntityFull }) {
  const words = useWords();
  const all = neighboursOf(entity);
  const firm = all.filter((neighbour) => !neighbour.reading);
  const dashed = all.filter((neighbour) => neighbour.reading).slice(0, 3);
  const shown = [...firm.slice(0, MOST - dashed.length), ...dashed];
  if (shown.length === 0) return null;
  const places = shown.map((_, index) => placeOf(index, shown.length));
  const own = entity.readings.some((reading) => reading.from.id === entity.id);
  return (
    <section className="fact-group">
      <h3 className="with-note">
        {words.entity.neighbours}
        <span className="caption">
          {words.entity.neighbourCount(shown.length - dashed.length, entity.degree, dashed.length)}
        </span>
      </h3>
      <svg className="star" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={words.entity.neighbours}>
        {shown.map(({ id, reading }, index) => (
          <line
            key={id}
            x1={CENTRE.x}
            y1={CENTRE.y}
            x2={places[index]?.x}
            y2={places[index]?.y}
            stroke={reading ? 'var(--warn)' : 'var(--flow)'}
            strokeWidth={reading ? 1.5 : 1.25}
            strokeDasharray={reading ? '6 4' : undefined}
          />
        ))}
        <circle cx={CENTRE.x} cy={CENTRE.y} r={17} fill="var(--surface)" stroke="var(--sel)" strokeWidth={2} />
        <Mark of={{ kind: entity.kind, doubtful: own }} at={CENTRE} />
        {shown.map((neighbour, index) => (
          <Point key={neighbour.id} of={neighbour} at={places[index] ?? CENTRE} />
        ))}
      </svg>
    </section>
  );
}

type Place = { readonly x: number; readonly y: number };

function Point({ of, at }: { readonly of: Neighbour; readonly at: Place }) {
  const { view } = useView();
  const [, navigate] = useLocation();
  const name = useNameOf()(of);
  const lines = breakLabel(name);
  // Away from the centre, so that the line to it runs through no words.
  const first = at.y < CENTRE.y - 30 ? at.y - 14 - (lines.length - 1) * 15 : at.y + 23;
  const address = addressOf(`/entity/${of.id}`, { ...EMPTY_VIEW, ...carried(view) });
  return (
    <a
      href={address}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        navigate(address);
      }}
    >
      <title>{name}</title>
      <g className={of.doubtful ? 'doubtful' : ''}>
        <circle cx={at.x} cy={at.y} r={12} fill="var(--surface)" />
        <Mark of={of} at={at} />
        {lines.map((line, index) => (
          <text key={line} x={at.x} y={first + index * 15}>
            {line}
          </text>
        ))}
      </g>
    </a>
  );
}

function Mark({ of, at }: { readonly of: Pick<Neighbour, 'kind' | 'doubtful'>; readonly at: Place }) {
  const shape = shapeOf(of.kind);
  const colour = `var(--${shape.family})`;
  return (
    <g transform={`translate(${at.x - 8} ${at.y - 8}) scale(0.89)`}>
      {of.doubtful ? (
        <path
          d={DOUBT_OUTLINE}
          fill="none"
          stroke="var(--warn)"
          strokeWidth={1.7}
          strokeDasharray={DOUBT_DASH.join(' ')}
        />
      ) : (
        <>
          {shape.fill && <path d={shape.fill} fill={colour} />}
          {shape.stroke && <path d={shape.stroke} fill="none" stroke={colour} strokeWidth={shape.strokeWidth} />}
          {shape.hole && <path d={shape.hole} fill="var(--surface)" />}
        </>
      )}
    </g>
  );
}

/** Round the centre from the top, clockwise; two neighbours stand left and right. */
function placeOf(index: number, count: number): Place {
  const start = count === 2 ? Math.PI : -Math.PI / 2;
  const angle = start + (index * 2 * Math.PI) / count;
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(CENTRE.x + RADIUS.x * Math.cos(angle)), y: round(CENTRE.y + RADIUS.y * Math.sin(angle)) };
}
