import type { Words } from './zh.ts';

export const enDossier: Words['dossier'] = {
  pathsFrom: 'Find paths from here',
  cite: 'Copy citation',
  citePage: 'Cite this page',
  cited: 'Citation copied',
  pageLine: (name, version) => `Longlian “${name}”, data version ${version}`,
  onChains: 'On the chains',
  onNoChain: (sources) => `None of ${sources} sources says which industry chain it is on.`,
  region: 'Region',
  inRegion: (name, count) => `${name}, ${count} ${count === 1 ? 'segment' : 'segments'}`,
  seenAs: (words) => `Seen as ${words}`,
  nowhere: 'No source says where it is, so no region’s state of its segments can be shown. Its chains:',
  noCell: (places) =>
    `Sources place it in ${places}, but none says in which segment it works there, so no cell has it. Its chains:`,
  notOnePlace:
    'Sources tell where it is, but not one region (several, or only planned), so where its segments count cannot be said. Its chains:',
  wholeChain: (sentence) => `${sentence} No segment is named.`,
  moreChains: (count) => `${count} more chains are not listed`,
  moreRegions: (count) => `${count} more regions are not listed`,
  toCell: (segment) => `${segment}, see on the board`,
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
