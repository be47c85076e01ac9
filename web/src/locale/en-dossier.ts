import type { Words } from './zh.ts';

export const enDossier: Words['dossier'] = {
  pathsFrom: 'Find paths from here',
  cite: 'Copy citation',
  citePage: 'Cite this page',
  cited: 'Citation copied',
  pageLine: (name, version) => `Longlian “${name}”, data version ${version}`,
  notOwn: (firm) => `Mentioned, but not facts of ${firm ? 'this firm' : 'it'}`,
  notOwnNote: 'names or wording are close; kept apart',
  whose: 'Of',
  nearness: {
    mayBe: 'name in doubt, may mean this body, undecided',
    alike: 'another reading of the same name; no source says they are one',
    hosted: 'hosted by this body',
    product: 'a product of this body',
    owner: 'owner, host or maker',
    owned: 'a subsidiary',
  },
  timeline: 'Timeline',
  timelineNote: 'dated facts only, as precise as the source',
  figure: (measure, value, figure) => `${measure} ${value} (${figure})`,
  began: (what) => `From: ${what}`,
  ended: (what) => `Until: ${what}`,
};
