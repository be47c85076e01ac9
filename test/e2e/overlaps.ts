import type { Page } from 'playwright-core';

/** Pairs of texts on a page, one running over the other. Of a text that something scrolls or clips, what is seen. */
export function overlapsOf(page: Page, within = 'main'): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    type Box = { left: number; top: number; right: number; bottom: number };
    /** Boxes of lines may touch: the letters in them do not fill their height. */
    const [acrossLeast, downLeast] = [1, 4];
    const seenOf = (rect: Box, element: Element): Box => {
      const box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = getComputedStyle(at);
        const clips = style.overflowX !== 'visible' || style.clipPath !== 'none';
        if (!clips || at === document.body || at === document.documentElement) continue;
        const clip = at.getBoundingClientRect();
        box.left = Math.max(box.left, clip.left);
        box.right = Math.min(box.right, clip.right);
        box.top = Math.max(box.top, clip.top);
        box.bottom = Math.min(box.bottom, style.clipPath === 'none' ? clip.bottom : clip.top);
      }
      return box;
    };
    const texts: { text: string; box: Box; node: Node }[] = [];
    for (const root of document.querySelectorAll(selector)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        const text = node.textContent?.trim() ?? '';
        if (parent === null || text === '' || !parent.checkVisibility({ visibilityProperty: true })) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const rect of range.getClientRects()) {
          const box = seenOf(rect, parent);
          if (box.right - box.left > acrossLeast && box.bottom - box.top > downLeast) texts.push({ text, box, node });
        }
      }
    }
    const found = new Set<string>();
    for (const [i, one] of texts.entries()) {
      for (const other of texts.slice(i + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > acrossLeast && down > downLeast && one.node !== other.node) {
          found.add(`${one.text} | ${other.text}`);
        }
      }
    }
    return [...found];
  }, within);
}
