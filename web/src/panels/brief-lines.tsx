import { nameIn, said, useLang, useWords } from '../locale/use-words.ts';
import type { Ask, BriefPlace } from '../state/asks.ts';
import type { BriefLine } from '../state/brief.ts';

type Numbered = { readonly numberOf: ReadonlyMap<string, number> };

/** Who asks, each paper with the places that it asks it for. */
export function BriefAsks({ asks, numberOf }: Numbered & { readonly asks: readonly Ask[] }) {
  const words = useWords();
  const lang = useLang();
  if (asks.length === 0) return <span className="caption">{words.board.notSeen}</span>;
  return asks.map(({ role, source, of, more }) => (
    <span key={`${role} ${source?.id}`} className="brief-line under">
      <b>{words.brief.roles[role]}</b>{' '}
      {source === null ? (
        words.brief.unsourced
      ) : (
        <>
          [{numberOf.get(source.id)}] {words.classes[source.class]}{' '}
          {lang === 'zh' ? `《${source.title}》` : `“${source.titleEn ?? source.title}”`}{' '}
          {[source.publisher, source.date].filter((part) => part !== null).join(words.app.comma)}
        </>
      )}
      {of.map((one) => (
        <span key={one.id} className="brief-line under">
          {(one.isArea ? words.brief.askedIn : words.brief.askedFor)(nameIn(one, lang))}{' '}
          <span className="brief-place">{one.places.map(({ locator }) => locator).join(words.app.comma)}</span>
        </span>
      ))}
      {more > 0 && <span className="brief-place">{words.brief.more(more)}</span>}
    </span>
  ));
}

/** Who stands there, as what, and every place where it is written. */
export function BriefLines({ lines, numberOf }: Numbered & { readonly lines: readonly BriefLine[] }) {
  const words = useWords();
  const lang = useLang();
  if (lines.length === 0) return <span className="caption">{words.board.notSeen}</span>;
  return lines.map(({ role, what, modality, places, more }) => (
    <span key={`${role} ${what.id}`} className="brief-line under">
      <b>{modality === null ? words.brief.roles[role] : words.brief.meant(words.modalities[modality])}</b>{' '}
      {'sentence' in what ? said(what.sentence, lang) : nameIn(what, lang)}{' '}
      <BriefPlaces places={places} more={more} numberOf={numberOf} />
    </span>
  ));
}

type PlacesProps = Numbered & { readonly places: readonly BriefPlace[]; readonly more: number };

export function BriefPlaces({ places, more, numberOf }: PlacesProps) {
  const words = useWords();
  return (
    <>
      {places.map(({ id, source, locator }) => (
        <span key={id} className="brief-place">
          [{numberOf.get(source.id)}] {words.classes[source.class]} {source.date} {locator}{' '}
        </span>
      ))}
      {more > 0 && <span className="brief-place">{words.brief.more(more)}</span>}
    </>
  );
}
