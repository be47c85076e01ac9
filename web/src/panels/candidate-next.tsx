import { Link } from 'react-aria-components';
import { candidatesQuery, CANDIDATE_ROWS, type Candidates } from '../api/candidates.ts';
import { ask } from '../api/client.ts';
import { useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { rowsOf } from '../state/candidate-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

/** Where all lists are empty: which segments of the same chain have somebody here, the whole chain, and what may be asked. */
export function CandidateNext({ candidates }: { readonly candidates: Candidates }) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const { chain, segment, region, coverage } = candidates;
  const isEmpty = rowsOf(candidates).length === 0 && (candidates.ranking?.rows.length ?? 0) === 0;
  const wide = isEmpty && chain && segment && region ? { chain: chain.id, region: region.id } : null;
  const { version } = coverage;
  const answer = useAnswer(`next ${JSON.stringify(wide)} ${version} ${view.date}`, async () => {
    if (wide === null) return null;
    const { candidates: all } = await ask(candidatesQuery, {
      for: wide,
      limit: CANDIDATE_ROWS,
      date: view.date,
      version,
    });
    return all.__typename === 'Candidates' ? all : null;
  });
  if (!isEmpty || !chain || !region) return null;
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const rows = answer.data ? rowsOf(answer.data) : [];
  const beside = segmentsOf(rows.flatMap(({ row }) => row.segments)).filter(({ of }) => of.id !== segment?.id);
  return (
    <section className="candidate-next" aria-labelledby="candidate-next">
      <h2 id="candidate-next">{words.candidates.next}</h2>
      <ul>
        {beside.map(({ of, count }) => (
          <li key={of.id}>
            <Link
              className="link"
              href={addressOf('/candidates', { ...along, regions: [region.id], chains: [chain.id], segment: of.id })}
            >
              {words.candidates.nextSegment(nameOf(of), nameOf(region), count)}
            </Link>
          </li>
        ))}
        {rows.length > 0 && (
          <li>
            <Link
              className="link"
              href={addressOf('/candidates', { ...along, regions: [region.id], chains: [chain.id] })}
            >
              {words.candidates.nextChain(nameOf(chain), nameOf(region), rows.length)}
            </Link>
          </li>
        )}
        <li>
          <Link className="link" href={addressOf('/survey', { ...along, office: region.id, chains: [chain.id] })}>
            {words.candidates.nextSurvey(nameOf(region))}
          </Link>
        </li>
      </ul>
    </section>
  );
}

type Segment = Named & { readonly id: string };

/** Those that most rows are of first, equals by id. */
function segmentsOf(all: readonly Segment[]): readonly { readonly of: Segment; readonly count: number }[] {
  const by = new Map<string, { of: Segment; count: number }>();
  for (const of of all) by.set(of.id, { of, count: (by.get(of.id)?.count ?? 0) + 1 });
  return [...by.values()].sort((a, b) => b.count - a.count || (a.of.id < b.of.id ? -1 : 1));
}
