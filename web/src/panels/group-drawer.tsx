import { Button } from 'react-aria-components';
import type { DrawnEdge } from '../canvas/elements.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import type { Scene } from '../canvas/scene.ts';
import { Name } from '../controls/name.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import type { Commands } from '../state/use-commands.ts';
import { Drawer } from './drawer.tsx';

type Props = { readonly id: string; readonly scene: Scene; readonly commands: Commands };

/** What a folded node or edge stands for, each member one press from its sources. */
export function GroupDrawer({ id, scene, commands }: Props) {
  const words = useWords();
  const nameOf = useNameOf();
  const node = scene.nodes.get(id);
  const edge = scene.edges.get(id);
  const ends = edge ? [edge.source, edge.target].flatMap((end) => scene.nodes.get(end) ?? []) : [];
  const names = new Map(
    [...scene.nodes.values()].flatMap((drawn) => [drawn, ...drawn.members]).map((drawn) => [drawn.id, nameOf(drawn)]),
  );
  return (
    <Drawer
      title={words.ties.groupMembers}
      onClose={() => commands.select(null)}
      foot={
        node && (
          <>
            <Button className="button primary" onPress={() => commands.unfold(id)}>
              {words.ties.unfold}
            </Button>
            <Button className="button" onPress={() => commands.hide(id, nameOf(node))}>
              {words.drawer.hide}
            </Button>
          </>
        )
      }
    >
      <p className="stack-end title">
        {node && <KindMark kind={node.kind} coloured size={16} />}
        <b>{node ? nameOf(node) : ends.map(nameOf).join(' → ')}</b>
      </p>
      <p className="caption">{words.ties.groupNote}</p>
      <ul className="group-members">
        {node?.members.map((member) => (
          <li key={member.id}>
            <Button className="row" onPress={() => commands.select(member.id)}>
              <KindMark kind={member.kind} coloured />
              <span className="row-name">
                <Name of={member} />
              </span>
            </Button>
          </li>
        ))}
        {edge?.members.map((member) => (
          <li key={member.id}>
            <Button className="row" onPress={() => commands.select(member.id)}>
              <Member edge={member} names={names} />
            </Button>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

function Member({ edge, names }: { readonly edge: DrawnEdge; readonly names: ReadonlyMap<string, string> }) {
  const lang = useLang();
  return (
    <span className="row-name">
      {names.get(edge.source)} <span className="relation-word">{edge.label && said(edge.label, lang)}</span>{' '}
      {names.get(edge.target)}
    </span>
  );
}
