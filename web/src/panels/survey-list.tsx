import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Link } from 'react-aria-components';
import type { FactLine } from '../api/fact-lines.ts';
import type { OpenRow, SettledRow, SurveyOffice, SurveyRow } from '../api/survey.ts';
import { JudgementTile } from '../controls/state-tile.tsx';
import { Name } from '../controls/name.tsx';
import { citation, said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { requestKinds, requestsOf, rowKey, stageOf, type Stage } from '../state/survey-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { NARROW, useMedia } from '../state/use-media.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { firstPassage } from '../state/fact-groups.ts';

type Props = {
  readonly offices: readonly SurveyOffice[];
  readonly chosen: string | null;
  readonly facts: ReadonlyMap<string, FactLine>;
  readonly onChoose: (office: string) => void;
  readonly onOpen: (relation: string) => void;
};

/** Rows of an office that is not chosen; the others are counted and named. */
const FEW = 6;

/** Every office with what it is asked: the chosen one in full. */
export function SurveyList(props: Props) {
  const words = useWords();
  const narrow = useMedia(NARROW);
  const table = useRef<HTMLTableElement>(null);
  const hasFacts = props.facts.size > 0;

  // A link names an office that may stand far down the list; on a narrow screen the list is the page, and stays.
  useEffect(() => {
    if (!narrow) table.current?.querySelector('tbody.chosen')?.scrollIntoView({ block: 'nearest' });
  }, [narrow, hasFacts]);

  const { columns } = words.survey;
  return (
    <>
      <table ref={table} className="survey-list" aria-label={words.survey.list}>
        <thead>
          <tr>
            <th scope="col">{columns.segment}</th>
            <th scope="col">{columns.request}</th>
            <th scope="col">{columns.source}</th>
            <th scope="col">{columns.seen}</th>
            <th scope="col">{columns.research}</th>
          </tr>
        </thead>
        {props.offices.map((office) => (
          <OfficeRows key={office.office.id} {...props} office={office} />
        ))}
      </table>
      <p className="caption survey-none">{words.survey.countsHelp}</p>
    </>
  );
}

function OfficeRows({ office: of, chosen, facts, onChoose, onOpen }: Props & { readonly office: SurveyOffice }) {
  const words = useWords();
  const nameOf = useNameOf();
  const { office, city, spans, open, settled, seen, cut } = of;
  const isChosen = office.id === chosen;
  const shown = isChosen ? open : open.slice(0, FEW);
  const left = open.slice(shown.length);
  const count = left.length + cut;
  const names = left
    .slice(0, FEW)
    .map((row) => (row.segment ? nameOf(row.segment) : words.survey.whole(nameOf(row.chain))));
  return (
    <tbody className={isChosen ? 'chosen' : ''}>
      <tr className="office-row">
        <th colSpan={5} scope="rowgroup">
          <span className="office-head">
            <Button
              className="link ink office-name"
              aria-label={words.survey.choose(nameOf(office))}
              aria-pressed={isChosen}
              onPress={() => onChoose(office.id)}
            >
              <Name of={office} />
            </Button>
            {city && city.id !== office.id && <span className="caption">{words.survey.ofCity(nameOf(city))}</span>}
            {spans.length > 0 && <span className="caption">{words.survey.overCities(spans.length)}</span>}
            <span className="caption">{words.survey.counts(open.length + cut, settled.length, seen)}</span>
            <StageBoxes stage={stageOf(of)} />
          </span>
        </th>
      </tr>
      {shown.map((row) => (
        <Open key={rowKey(row)} row={row} office={office.id} isFull={isChosen} facts={facts} onOpen={onOpen} />
      ))}
      {count > 0 && (
        <tr>
          <td colSpan={5}>
            {isChosen ? (
              <span className="caption">{words.survey.officeCut(count)}</span>
            ) : (
              <Button className="link" onPress={() => onChoose(office.id)}>
                {words.survey.more(count, names.join(words.app.and), names.length < count)}
              </Button>
            )}
          </td>
        </tr>
      )}
      {settled.map((row) => (
        <Settled key={rowKey(row)} row={row} office={office.id} facts={facts} onOpen={onOpen} />
      ))}
    </tbody>
  );
}

/** Two of the five steps can be told from the store: that it is listed, and that a register came of it. */
function StageBoxes({ stage }: { readonly stage: Stage }) {
  const words = useWords();
  const last = { open: '', partly: 'half', settled: 'full', seen: '' }[stage];
  return (
    <span className="stage-boxes">
      <i className="full" />
      {stage !== 'seen' && <i className={last} />}
      <span>{words.survey.stages[stage]}</span>
    </span>
  );
}

type RowProps = Pick<Props, 'facts' | 'onOpen'> & { readonly office: string };

function Open({ row, isFull, ...of }: RowProps & { readonly row: OpenRow; readonly isFull: boolean }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { building, unplaced, alsoAsked, wantedRegister, meantFor } = row;
  const notes = [
    ...(wantedRegister ? [words.survey.wanted(said(wantedRegister, lang))] : []),
    ...(meantFor.length > 0 ? [words.survey.meantFor(meantFor.map(nameOf).join(words.app.and))] : []),
    ...(alsoAsked.length > 0 ? [words.survey.alsoAsked(alsoAsked.map(nameOf).join(words.app.and))] : []),
  ];
  return (
    <Row row={row} {...of} note={isFull ? notes.join(' · ') : ''}>
      <td>
        {words.survey.none}
        {building > 0 && <span className="under">{words.survey.building(building)}</span>}
        {unplaced > 0 && <span className="caption under">{words.survey.unplaced(unplaced)}</span>}
      </td>
      <td data-label={words.survey.columns.research}>
        <Research row={row} isFull={isFull} />
      </td>
    </Row>
  );
}

function Settled({ row, ...of }: RowProps & { readonly row: SettledRow }) {
  const words = useWords();
  const titles = row.registers.map(({ title, date }) => `${title} ${date}`);
  return (
    <Row row={row} {...of}>
      <td colSpan={2}>
        {row.cell && <JudgementTile judgement={row.cell.judgement} />}
        <span className="caption under">{words.survey.covered(titles.join(words.app.and))}</span>
      </td>
    </Row>
  );
}

type WithRow = {
  readonly row: SurveyRow;
  /** What the chosen office should know of it, in a line of its own. */
  readonly note?: string;
  readonly children: ReactNode;
};

/** What is asked, how firmly, and where that is written; what is seen of it follows. */
function Row({ row, office, facts, onOpen, note = '', children }: RowProps & WithRow) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view } = useView();
  const { chain, segment } = row;
  const name = segment ? nameOf(segment) : words.survey.whole(nameOf(chain));
  const cell = segment && row.cell ? { segment: segment.id, region: office } : null;
  const board = { ...EMPTY_VIEW, ...carried(view), regions: [office], cell };
  return (
    <>
      <tr className={note === '' ? 'survey-row' : 'survey-row noted'}>
        <th scope="row">
          <Link
            className="link ink"
            href={addressOf(`/chain/${chain.id}`, board)}
            aria-label={words.survey.toBoard(name)}
          >
            {name}
          </Link>
          {segment && <span className="caption under">{nameOf(chain)}</span>}
        </th>
        <td>
          {requestKinds(row).map((kind) => (
            <span key={kind} className={`tag modality ${kind === 'policy' ? 'planned' : 'proposed'}`}>
              {words.brief.roles[kind]}
            </span>
          ))}
        </td>
        <td>
          {requestsOf(row).map((id) => {
            const fact = facts.get(id);
            const passage = fact ? firstPassage(fact) : null;
            const text = passage
              ? citation(
                  { cls: passage.source.class, date: passage.source.date, locator: passage.locator },
                  words,
                  lang,
                )
              : words.survey.columns.source;
            return (
              <Button
                key={id}
                className="link cite"
                aria-label={words.survey.openSource(name, text)}
                onPress={() => onOpen(id)}
              >
                {text}
              </Button>
            );
          })}
        </td>
        {children}
      </tr>
      {note !== '' && (
        <tr className="survey-note">
          <td colSpan={5} className="caption">
            {note}
          </td>
        </tr>
      )}
    </>
  );
}

/** Whose research stands behind it: one by name where the office is not chosen, and how many there are. */
function Research({ row: { research }, isFull }: { readonly row: OpenRow; readonly isFull: boolean }) {
  const words = useWords();
  const { view } = useView();
  const shown = isFull ? research : research.slice(0, 1);
  if (research.length === 0) return <span className="caption">{words.survey.noResearch}</span>;
  return (
    <>
      {shown.map(({ entity }) => (
        <span key={entity.id} className="under">
          <Link className="link ink" href={addressOf(`/entity/${entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
            <Name of={entity} />
          </Link>
        </span>
      ))}
      {research.length > shown.length && <span className="caption">{words.survey.andMore(research.length)}</span>}
    </>
  );
}
