import { Link } from 'react-aria-components';
import type { CandidateRow } from '../api/candidates.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { placeText } from '../state/candidate-told.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

/** What sources tell of a candidate by itself: first what names a government body, each with its day and place. */
export function CandidateKnown({ known: { items, officialLabel, cut } }: Pick<CandidateRow, 'known'>) {
  const words = useWords();
  const lang = useLang();
  if (items.length === 0) return null;
  const official = items.filter((item) => item.official);
  const others = items.filter((item) => !item.official);
  return (
    <>
      {official.length > 0 && <p className="caption strong">{said(officialLabel, lang)}</p>}
      {official.map((item) => (
        <Item key={item.attribute.id} item={item} />
      ))}
      {others.length > 0 && <p className="caption">{words.candidates.known}</p>}
      {others.map((item) => (
        <Item key={item.attribute.id} item={item} />
      ))}
      {cut > 0 && <p className="caption">{words.candidates.knownCut(cut)}</p>}
    </>
  );
}

function Item({ item: { of, label, passages } }: { readonly item: CandidateRow['known']['items'][number] }) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const [passage] = passages;
  return (
    <p className="candidate-said">
      {said(label, lang)}{' '}
      {passage && (
        <Link className="link cite" href={addressOf(`/entity/${of.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          {placeText(passage, words)}
        </Link>
      )}
    </p>
  );
}
