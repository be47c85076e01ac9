import { Button, Link } from 'react-aria-components';
import type { ConsortiumRole, ConsortiumRow, ConsortiumTie } from '../api/consortium.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { ModalityTag } from '../controls/tags.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { doesNow, doubtOf, placeOfRow } from '../state/consortium-face.ts';
import { rowNotes } from '../state/consortium-notes.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

type Props = {
  readonly tie: ConsortiumTie;
  readonly role: ConsortiumRole['role'];
  readonly row: ConsortiumRow;
  /** The page rests on several documents: a paragraph alone would not say of which. */
  readonly dated: boolean;
  readonly onOpen: (relation: string) => void;
};

/** One row: the name, what it does here by words or what is not written, and the paragraph. */
export function ConsortiumRowLine({ tie, role, row, dated, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view } = useView();
  const doubt = doubtOf(tie, row.entity.id);
  const place = placeOfRow(row);
  const does = doesNow(row);
  const [relation] = row.relations;
  const notes = rowNotes(tie, role, row, words, lang);
  const label = place && (dated ? `${place.source.date}${words.app.comma}${place.locator}` : place.locator);
  return (
    <li className="tie-row">
      <span className="tie-name">
        <KindMark kind={row.entity.kind} doubtful={doubt !== undefined} />
        <Link
          className={doubt ? 'link ink warn strong' : 'link ink'}
          href={addressOf(`/entity/${row.entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}
        >
          <Name of={row.entity} />
        </Link>
        {relation && relation.modality !== 'operating' && <ModalityTag relation={relation} actor={row.entity.kind} />}
      </span>
      <span className="tie-note">
        <span className={row.division.length === 0 && !doubt ? 'quiet' : ''}>{notes.join(words.app.comma)}</span>
        {does[0] && (
          <span className="tie-does">
            {words.consortia.does}{' '}
            <Button className="link" onPress={() => does[0] && onOpen(does[0].id)}>
              {said(does[0].label, lang)} {nameOf(does[0].to)}
            </Button>
            {does.length > 1 && ` ${words.consortia.moreDoes(does.length)}`}
          </span>
        )}
      </span>
      {relation && label !== undefined ? (
        <Button
          className="link cite"
          aria-label={`${label}${words.app.comma}${words.layout.openFact(nameOf(row.entity))}`}
          onPress={() => onOpen(relation.id)}
        >
          {label}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}
