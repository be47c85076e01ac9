import { ID, type Field } from './url-fields.ts';

/** One segment in one region. */
export type CellKey = { readonly segment: string; readonly region: string };

/** `SEGMENT.REGION`. */
export const cellField: Field<{ readonly cell: CellKey | null }> = {
  key: 'cell',
  read(text, draft) {
    const [segment, region, ...more] = text.split('.');
    if (segment === undefined || region === undefined || more.length > 0) return false;
    if (!ID.test(segment) || !ID.test(region)) return false;
    draft.cell = { segment, region };
    return true;
  },
  write: (view) => (view.cell === null ? null : `${view.cell.segment}.${view.cell.region}`),
};
