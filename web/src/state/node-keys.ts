import type { Words } from '../locale/zh.ts';
import type { Commands } from './use-commands.ts';

/** What the letter keys do to a node, on the canvas and in the list alike; false when a key is none of them. */
export function nodeKey(
  key: string,
  node: { readonly id: string; readonly name: string; readonly group: boolean },
  commands: Commands,
  onExpand: (id: string) => void,
  words: Words,
): boolean {
  const { id, name, group } = node;
  if (key === 'e') {
    if (group) commands.unfold(id);
    else onExpand(id);
  } else if (key === 'h') commands.hide(id, name);
  else if (group) return false;
  else if (key === 'p') commands.draw(words.steps.ends, { a: id, path: 0 });
  else if (key === 'm') commands.must(id, name);
  else if (key === 'b') commands.ban(id, name);
  else return false;
  return true;
}
