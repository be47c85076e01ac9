import { Link } from 'react-aria-components';
import type { Writing, WrittenOf as Written } from '../api/paths.ts';
import { Told } from '../controls/told.tsx';
import { said, sureWord, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { EMPTY_VIEW, type View } from '../state/url.ts';
import { addressOf, carried } from '../state/use-view.ts';
import { useWhere } from './use-where.ts';

type Props = { readonly written: Written; readonly view: View };

/** What the records of the ends write of each other, each with its place: told as that, and as no path. */
export function WrittenOf({ written, view }: Props) {
  const words = useWords();
  const lang = useLang();
  const { count, message, writings, truncated } = written;
  const more = count - writings.length;
  return (
    <section className="written-of">
      {count > 0 && <p>{said(message, lang)}</p>}
      <ul>
        {writings.map((writing) => (
          <Line key={`${writing.attribute.id} ${writing.sentence.zh}`} writing={writing} view={view} />
        ))}
      </ul>
      {more > 0 && <p className="caption">{words.paths.moreWritings(more)}</p>}
      {truncated && <p className="caption warn">{words.paths.writingsCut}</p>}
    </section>
  );
}

function Line({
  writing: { of, attribute, sentence, mayBe },
  view,
}: {
  readonly writing: Writing;
  readonly view: View;
}) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const where = useWhere();
  const own = { ...EMPTY_VIEW, ...carried(view), selection: attribute.id };
  return (
    <li className={mayBe ? 'warn' : ''}>
      <p className="sentence">{said(sentence, lang)}</p>
      <p>
        <Told>{said(attribute.valueLabel, lang)}</Told>
        {attribute.details.map((detail) => ` · ${said(detail.label, lang)} ${said(detail.valueLabel, lang)}`)}
      </p>
      <p className="caption">
        <Link
          className="link"
          aria-label={words.paths.seeWriting(nameOf(of))}
          href={addressOf(`/entity/${of.id}`, own)}
        >
          {where(attribute)}
        </Link>
        {` · ${words.paths.sure(sureWord(attribute.confidence, words))}`}
        {attribute.refuted && <span className="warn">{` · ${words.paths.refuted}`}</span>}
      </p>
    </li>
  );
}
