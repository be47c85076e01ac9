import type { Words } from './zh.ts';

const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

export const enBrief: Words['brief'] = {
  title: 'Brief: what is seen cell by cell, and where it is written',
  summary: 'Summary',
  made: (asOf, version, printed) => `Data as of ${asOf} · data version ${version} · printed ${printed}`,
  madeBy: 'Prepared by',
  region: (name, count) => `${name}, ${count} ${count === 1 ? 'segment' : 'segments'}: `,
  judged: (state, count) => `${state} ${count}`,
  asked: (policy, said) => `asked for by policy in ${cells(policy)}, only told of or suggested in ${cells(said)}`,
  seen: (operating, doubt) => `${operating} seen in operation${doubt === '' ? '' : ` (${doubt})`}`,
  others: (building, intended, research) =>
    `${building} only building, ${intended} only planned or suggested, ${research} with research behind it`,
  coverage: (covered, all) => `registers cover ${covered} of ${cells(all)}`,
  noRegister: 'Where no register covers a cell, neither missing nor weak is judged; not seen is not missing.',
  silent: (count, names) =>
    `Of ${cells(count)} nothing is written for the place, which does not mean that there is nothing: ${names}.`,
  lead: (told) =>
    `${cells(told)} told of. Who asks is the paper; where it asks for stands behind “in”. Brackets give the number of the source, then its class, date and paragraph.`,
  cut: (facts) => `${facts} more facts are not listed; fewer regions give all of them.`,
  notMade: 'This page has the board alone; for the brief with its sources use Print under Export.',
  heads: {
    cell: 'Segment, region',
    state: 'Judgement',
    asked: 'Who asks, and for where',
    who: 'Who',
    needs: 'Missing to judge, and what would change it',
  },
  beside: 'Tied segments of other chains: counted in none of the cells above',
  besideHead: 'Segment, its chain',
  tiedTo: (segment) => `tied to ${segment}`,
  sources: 'Sources',
  roles: {
    policy: 'asked for by policy',
    reported: 'reported as planned',
    proposed: 'proposed',
    operating: 'operating',
    building: 'building',
    intended: 'planned or suggested',
    unplaced: 'place not known',
    research: 'research',
    areas: 'said of the area alone',
    judged: 'as sources judge',
  },
  meant: (modality) => `${modality} only`,
  askedIn: (place) => `in ${place}`,
  askedFor: (who) => `wanted by ${who}, place not written`,
  unsourced: 'source not fetched',
  more: (count) => `${count} more`,
  cited: (who, places) => (places === '' ? who : `${who} (${places})`),
};
