import type { Visibility } from '../ontology/vocabulary.ts';

export type OpenOptions = {
  /** What a store that does not exist yet becomes; an existing one keeps what it is. */
  readonly visibility?: Visibility;
  /** Only to read: a store that does not exist is an error, nothing is created. */
  readonly readOnly?: boolean;
};
