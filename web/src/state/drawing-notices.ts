import type { Words } from '../locale/zh.ts';
import { CROWDED, countsOf, type Picture } from './picture.ts';
import type { Lang, View } from './url.ts';

type Offer = 'all' | 'fold';

/** What a reader must know about how much is drawn, and the change that helps. */
export function drawingNotices(
  picture: Picture,
  view: View,
  rows: boolean,
  words: Words,
  lang: Lang,
): readonly { readonly line: string; readonly offer: Offer | null }[] {
  const { ties, kinds, app } = words;
  const lines: { line: string; offer: Offer | null }[] = [];
  const { leftOut, beyond, model, whole, groups } = picture;
  if (view.shownKinds.length + view.shownTypes.length > 0 && whole.nodes.length > 0) {
    const types = new Map(whole.edges.map(({ type, label }) => [type, label]));
    const chosen = [
      ...view.shownKinds.map((kind) => kinds[kind]),
      ...view.shownTypes.map((type) => types.get(type as never)?.[lang] ?? type),
    ];
    lines.push({
      line: `${ties.onlyShown(chosen.join(app.and))}${app.comma}${ties.leftOut(leftOut.nodes, leftOut.relations)}`,
      offer: 'all',
    });
  }
  if (beyond > 0) lines.push({ line: ties.capped(beyond), offer: view.folded ? null : 'fold' });
  else if (!view.folded && countsOf(model).nodes >= CROWDED) {
    lines.push({ line: ties.crowded(countsOf(model).nodes), offer: 'fold' });
  }
  if (view.folded && groups.length === 0 && whole.nodes.length > 0) lines.push({ line: ties.foldedAll, offer: null });
  if (rows) lines.push({ line: ties.inRows, offer: null });
  return lines;
}
