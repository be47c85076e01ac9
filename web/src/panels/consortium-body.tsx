import { Link } from 'react-aria-components';
import type { ConsortiumRole, ConsortiumTie } from '../api/consortium.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { Told } from '../controls/told.tsx';
import { ClassTag, ModalityTag } from '../controls/tags.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { placesBySource } from '../state/consortium-face.ts';
import { figureAddress } from '../state/figure-address.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { useWhere } from './use-where.ts';
import { TieGroup } from './consortium-group.tsx';
import { ConsortiumRowLine } from './consortium-row.tsx';
import { ConsortiumSkills } from './consortium-skills.tsx';

type Props = { readonly tie: ConsortiumTie; readonly onOpen: (relation: string) => void };

/** One consortium: which segments are not seen, its roles as groups, what it works on, and what is not written. */
export function ConsortiumBody({ tie, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const where = useWhere();
  const own = words.consortia;
  const dated = placesBySource(tie.passages).length > 1;
  const events = tie.entity.attributes.filter(({ name }) => name === 'event' || name === 'description');
  return (
    <article className="tie-body">
      <Head tie={tie} />
      <ConsortiumSkills tie={tie} onOpen={onOpen} />
      {tie.roles.map((group) => (
        <TieGroup key={group.role} label={own.roles[group.role]} note={countOf(group, tie, words)}>
          <ul>
            {group.rows.map((row) => (
              <ConsortiumRowLine
                key={row.entity.id}
                tie={tie}
                role={group.role}
                row={row}
                dated={dated}
                onOpen={onOpen}
              />
            ))}
          </ul>
          {group.total > group.rows.length && <p className="caption">{own.shown(group.rows.length, group.total)}</p>}
        </TieGroup>
      ))}
      {(events.length > 0 || tie.figures.length > 0) && (
        <TieGroup label={events.length > 0 ? own.events : own.figures} note={null}>
          <ul className="tie-lines">
            {events.map(({ id, value, details, provenance }) => (
              <li key={id}>
                <Told>
                  {[...details.flatMap((one) => (one.name === 'date' ? [one.value] : [])), value].join(words.app.comma)}
                </Told>{' '}
                <span className="caption">{where({ provenance })}</span>
              </li>
            ))}
            {tie.figures.map((figure) => (
              <li key={figure.id}>
                <Link className="link ink" href={figureAddress(figure, view)}>
                  {own.figureLine(figure.measure, figure.value, figure.unit, figure.period)}
                </Link>
              </li>
            ))}
          </ul>
        </TieGroup>
      )}
      {tie.unknown.length > 0 && (
        <TieGroup label={own.unknown} note={own.unknownNote}>
          <p className="sentence">
            {tie.unknown.map(({ label }) => said(label, lang)).join(words.app.and)}
            {lang === 'zh' ? '。' : '.'}
          </p>
        </TieGroup>
      )}
    </article>
  );
}

function Head({ tie }: { readonly tie: ConsortiumTie }) {
  const words = useWords();
  const { view } = useView();
  const own = words.consortia;
  const [main] = placesBySource(tie.passages);
  const [first] = main?.locators ?? [];
  const last = main?.locators.at(-1);
  const along = { ...EMPTY_VIEW, ...carried(view) };
  return (
    <header className="tie-head">
      <h2>
        <KindMark kind="Consortium" coloured silent size={18} />
        <Link className="link ink" href={addressOf(`/entity/${tie.entity.id}`, along)}>
          <Name of={tie.entity} />
        </Link>
        {tie.modality !== null && tie.modality !== 'operating' && (
          <ModalityTag relation={{ type: 'SUPPORTS', modality: tie.modality }} actor="Consortium" />
        )}
      </h2>
      <p>
        <span>
          <span className="caption">{own.head.list}</span>{' '}
          {tie.state === 'open' && tie.listSaid.some(({ value }) => value === 'open')
            ? own.saidOpen
            : own.stateWords[tie.state]}
        </span>
        <span>
          <span className="caption">{own.head.chains}</span> {tie.chains.length === 0 && own.head.noChain}
          {tie.chains.map(({ chain }, at) => (
            <span key={chain.id}>
              {at > 0 && words.app.and}
              <Link className="link ink" href={addressOf(`/chain/${chain.id}`, along)}>
                <Name of={chain} />
              </Link>
            </span>
          ))}
        </span>
        {main && first !== undefined && (
          <span className="whole">
            <ClassTag cls={main.source.class} /> {main.source.date}
            {words.app.comma}
            {last === undefined || last === first ? first : own.to(first, last)}
          </span>
        )}
      </p>
    </header>
  );
}

function countOf({ role, standing, total }: ConsortiumRole, { state }: ConsortiumTie, words: Words): string {
  const own = words.consortia;
  if (role === 'direction' || role === 'lead_direction' || role === 'project') return own.items(total);
  const open = (role === 'member' || role === 'partner') && state !== 'complete';
  const seen = open ? own.openCount(standing) : own.count(standing);
  return total > standing ? `${seen}${words.app.comma}${own.notStanding(total - standing)}` : seen;
}
