import type { CollectionReturnValue, Core } from 'cytoscape';
import type { Model } from './elements.ts';
import { lineFormOf } from './line-forms.ts';
import type { Positions } from './layout-steps.ts';
import type { Scene } from './scene.ts';

/**
 * Brings the instance to the model by differences. Nodes that the layout did not move keep the place a reader
 * dragged them to. @returns true when nodes came, went or were moved by the layout.
 */
export function syncElements(cy: Core, model: Model, positions: Positions, before: Positions): boolean {
  const wanted = new Set([...model.nodes, ...model.edges].map((element) => element.id));
  let moved = false;
  cy.batch(() => {
    cy.elements().forEach((element) => {
      if (!wanted.has(element.id())) element.remove();
    });
    for (const node of model.nodes) {
      const place = positions[node.id] ?? { x: 0, y: 0 };
      const element = cy.getElementById(node.id);
      const data = { id: node.id, kind: node.kind, label: node.name, fullName: node.shown, hidden: node.hidden };
      if (element.empty()) {
        cy.add({ group: 'nodes', data, position: { ...place } });
        moved = true;
        continue;
      }
      element.data(data);
      const old = before[node.id];
      if (!old || old.x !== place.x || old.y !== place.y) {
        element.position({ ...place });
        moved = true;
      }
    }
    for (const { id, source, target, type, reading } of model.edges) {
      if (cy.getElementById(id).empty()) cy.add({ group: 'edges', data: { id, source, target, type, reading } });
    }
  });
  return moved;
}

/** Gives the elements, all where none are named, the classes that they have by the scene; `hover` is the pointer's. */
export function syncClasses(
  cy: Core,
  scene: Scene,
  cursorEdge: string | null,
  elements: CollectionReturnValue = cy.elements(),
): void {
  cy.batch(() => {
    elements.nodes().forEach((element) => {
      const id = element.id();
      const hovered = element.hasClass('hover') ? ['hover'] : [];
      const classes = [
        scene.pathNodes.has(id) && 'path',
        scene.selection === id && 'selected',
        scene.nodes.get(id)?.doubtful === true && 'doubtful',
      ];
      element.classes([...hovered, ...classes.filter((name) => name !== false)]);
    });
    elements.edges().forEach((element) => {
      const id = element.id();
      const edge = scene.edges.get(id);
      const ends = [element.source().id(), element.target().id()];
      const onPath = scene.pathEdges.has(id);
      // A write makes Cytoscape find the style anew, changed or not.
      if ((element.data('onPath') === 1) !== onPath) element.data('onPath', onPath ? 1 : null);
      const classes = [
        onPath && 'path',
        onPath && scene.weak && 'weak',
        edge !== undefined && lineFormOf(edge),
        edge?.reading === 1 && 'first',
        scene.selection === id && 'open',
        scene.selection !== null && ends.includes(scene.selection) && 'kin',
        cursorEdge === id && 'cursor',
      ];
      element.classes(classes.filter((name) => name !== false));
    });
  });
}
