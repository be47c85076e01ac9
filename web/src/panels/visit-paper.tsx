import { useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { visitLines, type ToldFrom } from '../state/visit-told.ts';

type Props = ToldFrom & { readonly bodies: readonly (Named & { readonly id: string })[] };

/** The visiting list on paper: of each why, in which sources, what is not said, and how far contacts are. */
export function VisitPaper({ bodies, ...from }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  if (bodies.length === 0) return null;
  return (
    <ol className="visit-paper">
      {bodies.map((body) => (
        <li key={body.id}>
          <p className="strong">{nameOf(body)}</p>
          <ul>
            {visitLines(body.id, from, words, lang).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            {words.candidates.toFill}
            <span className="visit-blank" />
          </p>
        </li>
      ))}
    </ol>
  );
}
