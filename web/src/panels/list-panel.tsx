import { memo } from 'react';
import type { Kind } from '../api/fragments.ts';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { DrawnEdge, DrawnNode, Model } from '../canvas/elements.ts';
import { countOf } from '../canvas/fold.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { toggled } from '../canvas/chosen.ts';
import { legendKinds } from '../canvas/legend-entries.ts';
import type { Scene } from '../canvas/scene.ts';
import { KINDS } from '../canvas/shapes.ts';
import { Name } from '../controls/name.tsx';
import { Ticks } from '../controls/many-choice.tsx';
import { ModalityTag } from '../controls/tags.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { nodeKey } from '../state/node-keys.ts';
import { countsOf } from '../state/picture.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';

type Props = {
  readonly model: Model;
  /** What could be drawn: its kinds are offered, with their counts. */
  readonly whole: Model;
  readonly scene: Scene;
  readonly hiddenCount: number;
  readonly view: View;
  readonly commands: Commands;
  readonly onExpand: (id: string) => void;
};

/**
 * The same picture in words: everything on the canvas can be found, read and opened here. Drawn anew when the picture
 * changes, not when its layout does: a hundred rows take longer than the canvas.
 */
export const ListPanel = memo(function ListPanel(props: Props) {
  const { model, whole, scene, hiddenCount, view, commands, onExpand } = props;
  const words = useWords();
  const nameOf = useNameOf();
  const kinds = legendKinds(whole);
  const rows = {
    scene,
    noteOf: (id: string) =>
      view.must.includes(id) ? words.ties.setMust : view.banned.includes(id) ? words.ties.setBanned : null,
    onSelect: commands.select,
    onNodeKey: (key: string, node: DrawnNode) =>
      nodeKey(key, { id: node.id, name: nameOf(node), group: node.members.length > 0 }, commands, onExpand, words),
  };
  const counts = countsOf(model);
  return (
    <section id="list" className="list" tabIndex={-1} aria-label={words.explore.list}>
      <h2 className="unseen">{words.explore.list}</h2>
      <Tabs>
        <TabList aria-label={words.explore.list} className="tabs">
          <Tab id="nodes" className="tab">
            {words.list.nodes} {counts.nodes}
          </Tab>
          <Tab id="relations" className="tab">
            {words.list.relations} {counts.relations}
          </Tab>
          <Tab id="kinds" className="tab">
            {words.list.byType}
          </Tab>
        </TabList>
        <TabPanel id="nodes">
          <Groups groups={groupsOf(model, scene, words)} {...rows} degrees />
          {hiddenCount > 0 && <p className="caption list-note">{words.list.hidden(hiddenCount)}</p>}
        </TabPanel>
        <TabPanel id="relations">
          <RelationList model={model} scene={scene} onSelect={commands.select} />
        </TabPanel>
        <TabPanel id="kinds">
          {kinds.length > 0 && (
            <Ticks
              label={words.ties.onlyShown(words.ties.kindsTab)}
              value={view.shownKinds}
              options={kinds.map(({ kind, count }) => ({ key: kind, label: `${words.kinds[kind]} ${count}` }))}
              onChange={(chosen) => {
                // Of the picture alone: a chosen kind that it does not have stays chosen.
                const changed = kinds.find(({ kind }) => chosen.includes(kind) !== view.shownKinds.includes(kind));
                if (!changed) return;
                commands.draw(words.ties.steps.kinds, { shownKinds: toggled(view.shownKinds, changed.kind) });
              }}
            />
          )}
          <Groups
            groups={KINDS.map((kind) => {
              const nodes = model.nodes.filter((node) => node.kind === kind);
              const count = nodes.reduce((sum, node) => sum + countOf(node), 0);
              return { title: `${words.kinds[kind]} ${count}`, nodes };
            })}
            {...rows}
          />
        </TabPanel>
      </Tabs>
    </section>
  );
});

type Group = { readonly title: string; readonly nodes: readonly DrawnNode[] };

type Rows = {
  readonly scene: Scene;
  /** What a filter of paths says of a node; null where it says nothing. */
  readonly noteOf: (id: string) => string | null;
  readonly onSelect: (id: string) => void;
  /** A key that does something to the node of a row; false when it is none. */
  readonly onNodeKey: (key: string, node: DrawnNode) => boolean;
};

// Rows are plain buttons, quicker than those that the rest of the screen is made of: there are hundreds.
type GroupsProps = Rows & { readonly groups: readonly Group[]; readonly degrees?: boolean };

function Groups({ groups, scene, noteOf, onSelect, onNodeKey, degrees = false }: GroupsProps) {
  const words = useWords();
  const nameOf = useNameOf();
  const filled = groups.filter((group) => group.nodes.length > 0);
  if (filled.length === 0) return <p className="caption list-note">{words.list.empty}</p>;
  return filled.map((group, index) => (
    <div key={group.title}>
      <h3 className="group">
        <span>{group.title}</span>
        {degrees && index === 0 && <span>{words.list.degree}</span>}
      </h3>
      <ul>
        {group.nodes.map((node) => (
          <li key={node.id}>
            <button
              type="button"
              className={`row ${node.doubtful ? 'warn' : ''} ${scene.pathNodes.has(node.id) ? 'strong' : ''}`}
              aria-pressed={scene.selection === node.id}
              onClick={() => onSelect(node.id)}
              onKeyDown={(event) => {
                if (event.ctrlKey || event.metaKey || event.altKey) return;
                // A key of the row is not one of the screen as well.
                if (onNodeKey(event.key.toLowerCase(), node)) event.stopPropagation();
              }}
            >
              <KindMark kind={node.kind} coloured doubtful={node.doubtful} />
              <span className="row-name">
                {node.doubtful && nameOf(node) === node.name ? words.list.asPrinted(node.name) : <Name of={node} />}
                {node.end && <b className="row-end">{node.end.toUpperCase()}</b>}
                {node.doubtful && <span className="row-end">{words.explore.doubtful}</span>}
                {noteOf(node.id) !== null && <span className="caption row-end">{noteOf(node.id)}</span>}
              </span>
              <span className="count">{node.degree}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  ));
}

type RelationListProps = Pick<Props, 'model' | 'scene'> & Pick<Rows, 'onSelect'>;

function RelationList({ model, scene, onSelect }: RelationListProps) {
  const words = useWords();
  const lang = useLang();
  if (model.edges.length === 0) return <p className="caption list-note">{words.list.empty}</p>;
  return (
    <ul className="relation-list">
      {model.edges.map((edge) => (
        <li key={edge.id}>
          <button
            type="button"
            className={`row relation-row ${edge.reading === null ? '' : 'warn'} ${scene.pathEdges.has(edge.id) ? 'strong' : ''}`}
            aria-pressed={scene.selection === edge.id}
            onClick={() => onSelect(edge.id)}
          >
            <EndName node={scene.nodes.get(edge.source)} />
            <span className="relation-word">
              {edge.label
                ? said(edge.label, lang)
                : edge.reading === 1
                  ? words.drawer.firstEdge
                  : words.drawer.otherEdge}
              {edge.members.length > 0 && ` × ${edge.members.length}`}
            </span>
            <EdgeTag edge={edge} actor={scene.nodes.get(edge.source)?.kind} />
            <EndName node={scene.nodes.get(edge.target)} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** How real it is: what is planned must not be read as there. */
function EdgeTag({
  edge: { type, modality, ended },
  actor,
}: {
  readonly edge: DrawnEdge;
  readonly actor: Kind | undefined;
}) {
  const words = useWords();
  if (type === null || modality === null || actor === undefined) return null;
  if (ended && modality === 'operating') return <span className="tag">{words.lines.ended}</span>;
  return (
    <>
      <ModalityTag relation={{ type, modality }} actor={actor} />
      {ended && <span className="tag">{words.lines.ended}</span>}
    </>
  );
}

function EndName({ node }: { readonly node: DrawnNode | undefined }) {
  return <span className="row-name">{node && <Name of={node} />}</span>;
}

/** Each node once: on the current path, in doubt, on another path, chosen, the rest. */
function groupsOf(model: Model, scene: Scene, words: ReturnType<typeof useWords>): readonly Group[] {
  const left = new Set(model.nodes);
  const take = (fits: (node: DrawnNode) => boolean): DrawnNode[] => {
    const taken = model.nodes.filter((node) => left.has(node) && fits(node));
    for (const node of taken) left.delete(node);
    return taken;
  };
  const path = take((node) => scene.pathNodes.has(node.id));
  const order = [...scene.pathNodes];
  path.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const groups = [
    { title: words.list.onPath, nodes: path },
    { title: words.list.doubtful, nodes: take((node) => node.doubtful) },
    { title: words.list.onOther, nodes: take((node) => node.path !== null) },
    { title: words.list.picked, nodes: take((node) => node.seed || node.end !== null) },
  ];
  const rest = take(() => true);
  rest.sort(
    (one, other) =>
      KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || other.degree - one.degree || (one.id < other.id ? -1 : 1),
  );
  const alone = groups.every((group) => group.nodes.length === 0);
  const count = rest.reduce((sum, node) => sum + countOf(node), 0);
  return [...groups, { title: alone ? words.list.all(count) : words.list.rest(count), nodes: rest }];
}
