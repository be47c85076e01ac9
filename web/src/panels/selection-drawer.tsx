import { Button, Link } from 'react-aria-components';
import { queryText } from '../api/as-text.ts';
import { ask } from '../api/client.ts';
import { asEntity, entityQuery } from '../api/entity.ts';
import { relationQuery } from '../api/relation.ts';
import type { Scene } from '../canvas/scene.ts';
import { CopyQuery } from '../controls/copy-query.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { useAnswer } from '../state/use-answer.ts';
import type { Commands } from '../state/use-commands.ts';
import { EMPTY_VIEW, type View } from '../state/url.ts';
import { addressOf, carried } from '../state/use-view.ts';
import { Drawer } from './drawer.tsx';
import { EntityFacts } from './entity-facts.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { ReadingFacts } from './reading-facts.tsx';
import { RelationFacts } from './relation-facts.tsx';

type Props = {
  readonly id: string;
  readonly view: View;
  readonly scene: Scene;
  readonly commands: Commands;
  readonly onExpand: (id: string) => void;
};

/** Sources of whatever is selected: a fact, an entity or a may-be reading. */
export function SelectionDrawer({ id, view, scene, commands, onExpand }: Props) {
  const edge = scene.edges.get(id);
  const members = edge?.members ?? scene.nodes.get(id)?.members ?? [];
  if (members.length > 0) return <GroupDrawer id={id} scene={scene} commands={commands} />;
  if (edge && edge.reading !== null) {
    return <ReadingDrawer id={id} from={edge.source} view={view} commands={commands} />;
  }
  if (edge) return <RelationDrawer id={id} view={view} commands={commands} />;
  return <NodeDrawer id={id} view={view} scene={scene} commands={commands} onExpand={onExpand} />;
}

type Part = { readonly id: string; readonly view: View; readonly commands: Commands };

function RelationDrawer({ id, view, commands }: Part) {
  const words = useWords();
  const variables = { id, version: view.version };
  const answer = useAnswer(`relation ${id} ${view.version}`, () => ask(relationQuery, variables));
  const node = answer.data?.node;
  const relation = node?.__typename === 'Relation' && node.id === id ? node : null;
  return (
    <Drawer
      title={words.drawer.title}
      onClose={() => commands.select(null)}
      foot={<CopyQuery className="push" text={queryText(relationQuery, variables)} />}
    >
      {!relation && answer.status === 'loading' && <Loading rows={6} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {relation && <RelationFacts relation={relation} onSelect={commands.select} />}
    </Drawer>
  );
}

function NodeDrawer({ id, view, scene, commands, onExpand }: Part & { scene: Scene; onExpand: (id: string) => void }) {
  const words = useWords();
  const nameOf = useNameOf();
  const variables = { id, version: view.version };
  const answer = useAnswer(`entity ${id} ${view.version}`, () => ask(entityQuery, variables));
  const node = answer.data?.node ?? null;
  const entity =
    node && (node.id === id || ('redirectedFrom' in node && node.redirectedFrom === id)) ? asEntity(node) : null;
  // A relationship can be open although the canvas does not draw it: a link may name any.
  if (node?.__typename === 'Relation') return <RelationDrawer id={id} view={view} commands={commands} />;
  const page = addressOf(`/entity/${id}`, { ...EMPTY_VIEW, ...carried(view) });
  const drawn = scene.nodes.get(id);
  return (
    <Drawer
      title={words.drawer.title}
      onClose={() => commands.select(null)}
      foot={
        <>
          {drawn && (
            <Button className="button primary" onPress={() => onExpand(id)}>
              {words.drawer.expand}
            </Button>
          )}
          {drawn && (
            <Button className="button" onPress={() => commands.hide(id, nameOf(drawn))}>
              {words.drawer.hide}
            </Button>
          )}
          <CopyQuery className="push" text={queryText(entityQuery, variables)} />
        </>
      }
    >
      {!entity && answer.status === 'loading' && <Loading rows={8} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {answer.status === 'done' && !node && <p className="sentence">{words.entity.notFound}</p>}
      {entity && (
        <>
          <p className="drawer-links">
            <Link className="link" href={page}>
              {words.drawer.openPage}
            </Link>
            <Button className="link" onPress={() => commands.draw(words.steps.ends, { a: id, path: 0 })}>
              {words.drawer.setA}
            </Button>
            <Button className="link" onPress={() => commands.draw(words.steps.ends, { b: id, path: 0 })}>
              {words.drawer.setB}
            </Button>
            {id !== view.a && id !== view.b && (
              <>
                <Button
                  className="link"
                  aria-pressed={view.must.includes(id)}
                  onPress={() => commands.must(id, nameOf(entity))}
                >
                  {words.ties.setMust}
                </Button>
                <Button
                  className="link"
                  aria-pressed={view.banned.includes(id)}
                  onPress={() => commands.ban(id, nameOf(entity))}
                >
                  {words.ties.setBanned}
                </Button>
              </>
            )}
          </p>
          <EntityFacts entity={entity} onSelect={commands.select} />
        </>
      )}
    </Drawer>
  );
}

function ReadingDrawer({ id, from, view, commands }: Part & { readonly from: string }) {
  const words = useWords();
  const variables = { id: from, version: view.version };
  const answer = useAnswer(`entity ${from} ${view.version}`, () => ask(entityQuery, variables));
  const entity = asEntity(answer.data?.node ?? null);
  return (
    <Drawer
      title={words.drawer.title}
      onClose={() => commands.select(null)}
      foot={<CopyQuery className="push" text={queryText(entityQuery, variables)} />}
    >
      {!entity && answer.status === 'loading' && <Loading rows={6} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {entity && <ReadingFacts id={id} entity={entity} onSelect={commands.select} />}
    </Drawer>
  );
}
