import type { SourceClass } from '../api/fragments.ts';

export type { SourceClass };

/** What a tile shows. 独家 is a mark of the judgement; it takes the tile of 有基础 and 薄弱, never that of 优势. */
export type Face = 'strong' | 'present' | 'weak' | 'sole' | 'missing' | 'unsurveyed';

/** In the order of the table of states, for legends and bars. */
export const FACES: readonly Face[] = ['strong', 'present', 'weak', 'sole', 'missing', 'unsurveyed'];

/** What the cells show beside the state; without a lens 出处, the marks. */
export type Lens = 'gaps' | 'firms' | 'time';
export const LENSES: readonly Lens[] = ['gaps', 'firms', 'time'];

/** How something is asked for, the firmest first: by a policy; a plan that others only tell of; a suggestion. */
export type Request = 'policy' | 'reported' | 'proposed';
export const REQUESTS: readonly Request[] = ['policy', 'reported', 'proposed'];

/** As what a line of a brief is seen, in the order in which it is printed. */
export const SEEN_ROLES = ['operating', 'building', 'intended', 'unplaced', 'research', 'areas', 'judged'] as const;
export type SeenRole = (typeof SEEN_ROLES)[number];

/** As what something said of a whole chain may be read, in the order of lists. */
export const CHAIN_GROUPS = ['operating', 'building', 'areas', 'research', 'policy', 'reported', 'proposed'] as const;
export type ChainGroupName = (typeof CHAIN_GROUPS)[number];

/** In the order of the vocabulary. */
export const CLASSES: readonly SourceClass[] = [
  'policy',
  'register',
  'statistics',
  'official_news',
  'proposal',
  'company_statement',
  'paper',
  'project_note',
];
