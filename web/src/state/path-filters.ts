import type { Modality } from '../api/fragments.ts';
import type { Words } from '../locale/zh.ts';
import type { Drawn } from './history.ts';
import { isReal, MODALITIES, REAL } from './modalities.ts';
import { EMPTY_VIEW, type View } from './url.ts';

/** A filter of paths that is set: what it says, and what lifts it. */
export type Chip = { readonly key: string; readonly label: string; readonly patch: Partial<Drawn> };

/** The filters that the tool row does not write out itself, each with the change that lifts it. */
export function chipsOf(view: View, nameOf: (id: string) => string | null, words: Words): readonly Chip[] {
  const { ties, explore, kinds, app } = words;
  const flags = [
    { key: 'apart', label: ties.apart, on: view.apart },
    { key: 'ended', label: ties.endedToo, on: view.ended },
    { key: 'places', label: explore.places, on: view.places && view.via.length === 0 },
  ] as const;
  const named = (key: 'must' | 'banned', label: (name: string) => string) =>
    view[key].map((id) => ({
      key: `${key} ${id}`,
      label: label(nameOf(id) ?? id),
      patch: { [key]: view[key].filter((other) => other !== id), path: 0 },
    }));
  return [
    ...(isReal(view.modalities)
      ? []
      : [{ key: 'modalities', label: statesWord(view.modalities, words), patch: { modalities: REAL, path: 0 } }]),
    ...flags.flatMap(({ key, label, on }) => (on ? [{ key, label, patch: { [key]: false, path: 0 } }] : [])),
    ...(view.via.length === 0
      ? []
      : [
          {
            key: 'via',
            label: ties.viaKind(view.via.map((kind) => kinds[kind]).join(app.and)),
            patch: { via: [], path: 0 },
          },
        ]),
    ...(view.date === null ? [] : [{ key: 'date', label: ties.onDate(view.date), patch: { date: null, path: 0 } }]),
    ...named('must', ties.mustName),
    ...named('banned', ties.bannedName),
  ];
}

/** What the states let through: what is drawn beside what is real, or else all that is. */
export function statesWord(chosen: readonly Modality[], { ties, modalities, app }: Words): string {
  const named = (some: readonly Modality[]) => some.map((modality) => modalities[modality]).join(app.and);
  return REAL.every((real) => chosen.includes(real))
    ? ties.statesToo(named(chosen.filter((modality) => !REAL.includes(modality))))
    : ties.statesOnly(named(chosen));
}

/** Filters that a search for paths may have to give up, by the names that the service has for them. */
const LIFTED = {
  modalities: 'modalities',
  places: 'places',
  kinds: 'via',
  sourceClasses: 'classes',
  minConfidence: 'sure',
  asOf: 'date',
  ended: 'ended',
  exclude: 'banned',
  mustPass: 'must',
} as const satisfies Record<string, keyof Drawn>;

type Liftable = (typeof LIFTED)[keyof typeof LIFTED];

/**
 * The change that lifts these filters together, and which they are; null when one of them cannot be lifted here.
 * @param filters names as the service gives them.
 */
export function liftOf(
  filters: readonly string[],
): { readonly lifts: readonly Liftable[]; readonly patch: Partial<Drawn> } | null {
  const lifts = filters.map((filter) => (filter in LIFTED ? LIFTED[filter as keyof typeof LIFTED] : null));
  if (lifts.length === 0 || !lifts.every((lift) => lift !== null)) return null;
  const patches = lifts.map((lift) => ({
    [lift]: lift === 'modalities' ? MODALITIES : lift === 'places' || lift === 'ended' ? true : EMPTY_VIEW[lift],
  }));
  return { lifts, patch: Object.assign({ path: 0 }, ...patches) as Partial<Drawn> };
}
