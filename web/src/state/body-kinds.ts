import type { Kind } from '../api/fragments.ts';

/** Whom partners can be asked for. */
export const BODY_KINDS: readonly Kind[] = [
  'Company',
  'University',
  'Institute',
  'Hospital',
  'Agency',
  'Fund',
  'Association',
  'Laboratory',
  'Consortium',
];
