import { Link } from 'react-aria-components';
import type { ConsortiumDoubt, ConsortiumTie } from '../api/consortium.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { Told } from '../controls/told.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { DoubtSign } from './doubt-band.tsx';

/** Height of one reading in the picture of a doubt, which is stretched to the names beside it. */
const STEP = 60;

/** The doubtful names of a consortium: what each may mean, why, and what each reading would change. */
export function ConsortiumDoubts({ tie }: { readonly tie: ConsortiumTie }) {
  const words = useWords();
  const own = words.consortia;
  if (tie.doubts.length === 0) {
    return (
      <>
        <h2>{own.noDoubt}</h2>
        <p className="sentence">{own.oneTie}</p>
      </>
    );
  }
  return (
    <>
      {tie.doubts.map((doubt) => (
        <Doubt key={doubt.printed.id} doubt={doubt} />
      ))}
      <p className="sentence">{own.oneTie}</p>
    </>
  );
}

function Doubt({ doubt }: { readonly doubt: ConsortiumDoubt }) {
  const words = useWords();
  const nameOf = useNameOf();
  const own = words.consortia;
  const { printed, roles, readings } = doubt;
  const name = nameOf(printed);
  return (
    <section className="tie-doubt">
      <h2 className="warn">
        <DoubtSign /> {own.doubtTitle}
      </h2>
      <p className="sentence">
        {roles.length > 0
          ? own.doubtWhy(name, roles.map((role) => own.roles[role]).join(words.app.and), readings.length)
          : own.doubtNear(name, readings.length)}
      </p>
      <Fork doubt={doubt} />
      <h3>{own.reasons}</h3>
      <ul>
        {readings.map(({ reading }) => (
          <li key={reading.id} className="sentence">
            <b>{rankWord(reading.rank, words)}</b> <Told>{reading.reason}</Told>
          </li>
        ))}
      </ul>
      <h3>{own.effects}</h3>
      <table className="tie-effects">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{own.effect}</span>
            </th>
            {readings.map(({ reading }) => (
              <th key={reading.id} scope="col">
                {own.reading(rankWord(reading.rank, words), nameOf(reading.to))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {effectsOf(doubt, words, nameOf).map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, at) => (
                <td key={readings[at]?.reading.id}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption">{own.uncounted}</p>
    </section>
  );
}

/** The name as printed at the left, what it may mean at the right, dashed between. */
function Fork({ doubt: { printed, readings } }: { readonly doubt: ConsortiumDoubt }) {
  const words = useWords();
  const { view } = useView();
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const middle = (STEP * readings.length) / 2;
  return (
    <div className="tie-fork">
      <div className="tie-printed">
        <KindMark kind={printed.kind} doubtful silent size={20} />
        <Link className="link ink warn strong" href={addressOf(`/entity/${printed.id}`, along)}>
          <Name of={printed} />
        </Link>
        <span className="caption">{words.consortia.printed}</span>
      </div>
      <svg viewBox={`0 0 64 ${STEP * readings.length}`} preserveAspectRatio="none" aria-hidden="true">
        {readings.map(({ reading }, at) => (
          <path
            key={reading.id}
            d={`M2 ${middle}C32 ${middle} 32 ${STEP * (at + 0.5)} 62 ${STEP * (at + 0.5)}`}
            fill="none"
            stroke="var(--warn)"
            strokeWidth={at === 0 ? 2 : 1.5}
            strokeDasharray="6 4"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <ul>
        {readings.map(({ reading }) => (
          <li key={reading.id}>
            <KindMark kind={reading.to.kind} coloured silent />
            <Link className="link ink" href={addressOf(`/entity/${reading.to.id}`, along)}>
              <Name of={reading.to} />
            </Link>
            <span className="whole">{rankWord(reading.rank, words)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function rankWord(rank: number, words: Words): string {
  return rank === 1 ? words.consortia.first : words.consortia.other;
}

function effectsOf(
  { readings }: ConsortiumDoubt,
  words: Words,
  nameOf: ReturnType<typeof useNameOf>,
): readonly { readonly label: string; readonly cells: readonly string[] }[] {
  const own = words.consortia;
  const rows = [
    {
      label: own.pages,
      cells: readings.map(({ reading, relations }) => own.pagesLine(nameOf(reading.to), relations)),
    },
    {
      label: own.graph,
      cells: readings.map(({ nearer, hopsNow }) =>
        nearer.length === 0 ? own.graphSame : own.graphLine(nearer.length, hopsNow),
      ),
    },
    {
      label: own.segments,
      cells: readings.map(({ shows }) =>
        shows.length === 0
          ? own.segmentsSame
          : shows
              .map(({ chain, seen, seenNow, looked }) =>
                own.segmentsLine(nameOf(chain), seen.map(nameOf).join(words.app.and), seenNow, seen.length, looked),
              )
              .join(words.app.comma),
      ),
    },
    {
      label: own.board,
      cells: readings.map(({ fewer }) =>
        fewer.length === 0 ? own.boardSame : own.boardLine(fewer.map(nameOf).join(words.app.and)),
      ),
    },
  ];
  if (!readings.some(({ listed }) => listed)) return rows;
  return [...rows, { label: own.members, cells: readings.map(({ listed }) => (listed ? own.membersLine : '–')) }];
}
