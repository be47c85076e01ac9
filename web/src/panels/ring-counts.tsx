import { ask } from '../api/client.ts';
import { ringsQuery } from '../api/rings.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useWords } from '../locale/use-words.ts';
import { relationFilterOf } from '../state/asked.ts';
import { useAnswer } from '../state/use-answer.ts';
import type { View } from '../state/url.ts';

/** How many things lie one, two and three steps away, by kind: what expanding further would meet. */
export function RingCounts({ id, view }: { readonly id: string; readonly view: View }) {
  const words = useWords();
  const filter = relationFilterOf(view);
  const answer = useAnswer(`rings ${id} ${view.version} ${JSON.stringify(filter)}`, () =>
    ask(ringsQuery, { id, version: view.version, filter }),
  );
  const found = answer.data?.rings.__typename === 'Rings' ? answer.data.rings : null;
  if (answer.status === 'loading' && !found) return <Loading rows={3} onStop={answer.stop} />;
  if (answer.status === 'failed' || answer.status === 'stopped') return <Failed answer={answer} />;
  if (!found || (found.rings.length === 0 && !found.truncated)) return null;
  return (
    <section className="around">
      <h3>{words.expand.around}</h3>
      <ul className="ring-list">
        {found.rings.map((ring) => (
          <li key={ring.distance}>
            {words.expand.ring(ring.distance, ring.count, ring.relationCount)}
            <span className="caption under">
              {ring.kinds.map(({ kind, count }) => `${words.kinds[kind]} ${count}`).join(words.app.comma)}
            </span>
          </li>
        ))}
      </ul>
      <p className="caption">{found.truncated ? words.expand.aroundCut : words.expand.aroundNote}</p>
    </section>
  );
}
