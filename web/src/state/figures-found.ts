import type { NamedFigure } from '../api/figures.ts';

/** As many stand in a list. */
const FEW = 8;

export type FiguresFound = {
  readonly shown: readonly NamedFigure[];
  readonly found: number;
  /** All figures of the version were looked through. */
  readonly whole: boolean;
};

export const NO_FIGURES: FiguresFound = { shown: [], found: 0, whole: false };

/** Figures whose measure holds the text, wherever brackets, spaces and width differ; in the order they come. */
export function figuresLike(text: string, figures: readonly NamedFigure[], whole: boolean): FiguresFound {
  const wanted = folded(text);
  const found = wanted === '' ? [] : figures.filter(({ measure }) => folded(measure).includes(wanted));
  return { shown: found.slice(0, FEW), found: found.length, whole };
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s()“”"]/g, '')
    .toLowerCase();
}
