import { useLocation } from 'wouter';
import { queryText } from '../api/as-text.ts';
import { ask } from '../api/client.ts';
import { relationQuery } from '../api/relation.ts';
import { CopyQuery } from '../controls/copy-query.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { useWords } from '../locale/use-words.ts';
import { useAnswer } from '../state/use-answer.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { Drawer } from './drawer.tsx';
import { RelationFacts } from './relation-facts.tsx';

type Props = {
  readonly id: string;
  readonly version: number | null;
  /** Where a fact is looked for that this version has no more. */
  readonly earlier?: number | null;
  readonly onSelect: (id: string | null) => void;
};

/** Sources of one relationship on a page without a canvas; its ends lead to their own pages. */
export function FactDrawer({ id, version, earlier = null, onSelect }: Props) {
  const words = useWords();
  const { view } = useView();
  const [, navigate] = useLocation();
  const answer = useAnswer(`relation ${id} ${version} ${earlier}`, async () => {
    const now = await ask(relationQuery, { id, version });
    if (now.node !== null || earlier === null) return { ...now, version };
    return { ...(await ask(relationQuery, { id, version: earlier })), version: earlier };
  });
  const node = answer.data?.node;
  const told = answer.data?.version ?? version;
  const relation = node?.__typename === 'Relation' && node.id === id ? node : null;
  return (
    <Drawer
      title={words.drawer.title}
      onClose={() => onSelect(null)}
      foot={<CopyQuery className="push" text={queryText(relationQuery, { id, version: told })} />}
    >
      {!relation && answer.status === 'loading' && <Loading rows={6} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {answer.status === 'done' && !relation && <p className="sentence">{words.entity.notFound}</p>}
      {relation && told !== null && told !== version && <p className="caption warn">{words.drawer.onlyIn(told)}</p>}
      {relation && (
        <RelationFacts
          relation={relation}
          onSelect={(end) => navigate(addressOf(`/entity/${end}`, { ...EMPTY_VIEW, ...carried(view) }))}
        />
      )}
    </Drawer>
  );
}
