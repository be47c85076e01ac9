import type { Words } from '../locale/zh.ts';
import { chipsOf } from './path-filters.ts';
import { CROWDED, countsOf, type Picture } from './picture.ts';
import type { Lang, View } from './url.ts';

type Offer = 'all' | 'fold';

/** What a picture leaves out, for whoever sees it away from the screen: filters of paths, kinds and types not chosen, and the cap. */
export function leftOutWords(
  picture: Picture,
  view: View,
  nameOf: (id: string) => string | null,
  words: Words,
  lang: Lang,
): readonly string[] {
  const { classes, sure, solidFirst } = view;
  const { ties, app } = words;
  return [
    ...(solidFirst ? [] : [ties.orders.hops]),
    ...(classes.length > 0 ? [`${ties.classes} ${classes.map((cls) => words.classes[cls]).join(app.and)}`] : []),
    ...(sure === null ? [] : [`${ties.sure} ${ties.sureLeast[sure]}`]),
    ...chipsOf(view, nameOf, words).map(({ label }) => label),
    ...chosenLine(picture, view, words, lang),
    ...(picture.beyond > 0 ? [ties.capped(picture.beyond)] : []),
  ];
}

/** What a reader must know about how much is drawn, and the change that helps. */
export function drawingNotices(
  picture: Picture,
  view: View,
  rows: boolean,
  words: Words,
  lang: Lang,
): readonly { readonly line: string; readonly offer: Offer | null }[] {
  const { ties } = words;
  const { beyond, model, whole, groups } = picture;
  const lines: { line: string; offer: Offer | null }[] = [];
  for (const line of chosenLine(picture, view, words, lang)) lines.push({ line, offer: 'all' });
  if (beyond > 0) lines.push({ line: ties.capped(beyond), offer: view.folded ? null : 'fold' });
  else if (!view.folded && countsOf(model).nodes >= CROWDED) {
    lines.push({ line: ties.crowded(countsOf(model).nodes), offer: 'fold' });
  }
  if (view.folded && groups.length === 0 && whole.nodes.length > 0) lines.push({ line: ties.foldedAll, offer: null });
  if (rows) lines.push({ line: ties.inRows, offer: null });
  return lines;
}

/** One line where kinds or types are chosen, else none. */
function chosenLine({ whole, leftOut }: Picture, view: View, words: Words, lang: Lang): readonly string[] {
  const { shownKinds, shownTypes } = view;
  if (shownKinds.length + shownTypes.length === 0 || whole.nodes.length === 0) return [];
  const labels = new Map(whole.edges.map(({ type, label }) => [type as string | null, label]));
  const chosen = [
    ...shownKinds.map((kind) => words.kinds[kind]),
    ...shownTypes.map((type) => labels.get(type)?.[lang] ?? type),
  ];
  const { ties, app } = words;
  return [`${ties.onlyShown(chosen.join(app.and))}${app.comma}${ties.leftOut(leftOut.nodes, leftOut.relations)}`];
}
