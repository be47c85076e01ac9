import type { Modality } from '../api/fragments.ts';
import type { Field } from './url-fields.ts';

/** Every modality, from what is there to what is only said. */
export const MODALITIES = ['operating', 'building', 'planned', 'proposed'] as const satisfies readonly Modality[];

/** What took place or is taking place: what is walked and drawn where a reader asks for nothing else. */
export const REAL: readonly Modality[] = ['operating', 'building'];

export function isReal(modalities: readonly Modality[]): boolean {
  return modalities.join() === REAL.join();
}

/** `1` is all of them and `0` the real ones, as links say it since there was a single switch. */
export const modalityField: Field<{ readonly modalities: readonly Modality[] }> = {
  key: 'plan',
  read(text, draft) {
    const asked = text === '1' ? MODALITIES : text === '0' ? REAL : text.split(',');
    const known = MODALITIES.filter((modality) => asked.some((word) => word === modality));
    if (known.length === asked.length) draft.modalities = known;
    return known.length === asked.length;
  },
  write({ modalities }) {
    if (isReal(modalities)) return null;
    return modalities.length === MODALITIES.length ? '1' : modalities.join(',');
  },
};
