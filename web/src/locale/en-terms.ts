import type { Words } from './zh.ts';

type Terms = Pick<
  Words,
  | 'kinds'
  | 'modalities'
  | 'inProduction'
  | 'atWork'
  | 'lines'
  | 'classes'
  | 'nameTypes'
  | 'figures'
  | 'stances'
  | 'extents'
  | 'sure'
>;

const modalities = { operating: 'existing', building: 'being built', planned: 'planned', proposed: 'proposed' };

export const enTerms: Terms = {
  kinds: {
    Company: 'Company',
    University: 'University',
    Institute: 'Institute',
    Hospital: 'Hospital',
    Laboratory: 'Laboratory',
    Consortium: 'Consortium',
    Association: 'Association',
    Agency: 'Agency',
    Fund: 'Fund',
    Policy: 'Policy',
    Place: 'Place',
    Park: 'Park',
    Facility: 'Facility',
    Product: 'Product',
    Chain: 'Chain',
    Segment: 'Segment',
    Project: 'Project',
  },
  modalities,
  inProduction: 'operating',
  atWork: 'at work',
  lines: { ...modalities, ended: 'ended', reading: 'may be, undecided' },
  classes: {
    policy: 'policy',
    register: 'register',
    statistics: 'statistics',
    official_news: 'official news',
    proposal: 'proposal',
    company_statement: 'company statement',
    paper: 'paper',
    project_note: 'project note',
  },
  nameTypes: { legal: 'legal', short: 'short', former: 'former', english: 'English', weak: 'weak' },
  figures: { actual: 'actual', target: 'target', baseline: 'baseline', estimate: 'estimate' },
  stances: { supports: 'supports', refutes: 'refutes' },
  extents: { register: 'register', list: 'list', mention: 'mention' },
  sure: { high: 'high', middle: 'medium', low: 'low' },
};
