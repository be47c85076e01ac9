import type { Modality } from '../api/fragments.ts';

/**
 * How the line of an edge is drawn, which tells how real it is without colour: solid is there, broken by points is being
 * built, dashed is on paper only, finely dashed only said, dotted is over; a may-be reading is dashed in its own colour.
 * In the order of legends. Lengths of line and gap in pixels; none is a solid line.
 */
export const LINE_FORMS = {
  operating: [],
  building: [14, 3, 2, 3],
  planned: [9, 4],
  proposed: [3, 3],
  ended: [2, 5],
  reading: [6, 4],
} as const satisfies Record<Modality | 'ended' | 'reading', readonly number[]>;

export type LineForm = keyof typeof LINE_FORMS;

export const LINE_FORM_NAMES = Object.keys(LINE_FORMS) as readonly LineForm[];

type Told = {
  /** Rank of a may-be reading. */
  readonly reading: number | null;
  readonly modality: Modality | null;
  readonly ended: boolean;
};

export function lineFormOf({ reading, modality, ended }: Told): LineForm {
  if (reading !== null || modality === null) return 'reading';
  return ended ? 'ended' : modality;
}

/** For `stroke-dasharray`; null where the line is solid. */
export function dashArray(form: LineForm): string | null {
  const dash: readonly number[] = LINE_FORMS[form];
  return dash.length === 0 ? null : dash.join(' ');
}
