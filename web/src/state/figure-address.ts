import { EMPTY_VIEW, type View } from './url.ts';
import { addressOf, carried } from './use-view.ts';

/** The place of a figure on the page of its entity. */
export function figureAnchor(figure: string): string {
  return `figure-${figure}`;
}

export type Placed = { readonly id: string; readonly entity: { readonly id: string } };

/** The page of an entity with the passage of one of its figures open. */
export function passageAddress({ id, entity }: Placed, view: View) {
  return addressOf(`/entity/${entity.id}`, { ...EMPTY_VIEW, ...carried(view), selection: id });
}

/** The page of an entity at one of its figures, where its source stands. */
export function figureAddress(figure: Placed, view: View) {
  return `${addressOf(`/entity/${figure.entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}#${figureAnchor(figure.id)}`;
}
