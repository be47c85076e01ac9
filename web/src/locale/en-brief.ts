import type { Words } from './zh.ts';

export const enBrief: Words['brief'] = {
  title: 'Brief: what is seen cell by cell, and where it is written',
  lead: (told, silent) =>
    `${told} ${told === 1 ? 'cell is' : 'cells are'} told of${silent > 0 ? `; of ${silent} more the sources say nothing, which does not mean that there is nothing` : ''}. Brackets give the number of the source, then its date and paragraph.`,
  cut: (facts) => `${facts} more facts are not listed; fewer regions give all of them.`,
  notMade: 'This page has the board alone; for the brief with its sources use Print under Export.',
  heads: {
    cell: 'Segment, region',
    state: 'Judgement',
    asked: 'Who asks for it',
    who: 'Who',
    needs: 'Missing to judge, and what would change it',
  },
  sources: 'Sources',
  roles: {
    policy: 'asked for by policy',
    reported: 'reported as planned',
    proposed: 'proposed',
    operating: 'operating',
    building: 'building',
    intended: 'intends to',
    unplaced: 'place not known',
    research: 'research',
    areas: 'said of the area alone',
    judged: 'as sources judge',
  },
  meant: (modality) => `intends to (${modality})`,
  more: (count) => `${count} more`,
  cited: (who, places) => (places === '' ? who : `${who} (${places})`),
};
