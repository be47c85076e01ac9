import type { Visibility } from '../ontology/vocabulary.ts';

/** Who asks a database server, and which of its databases. */
export type Credentials = { readonly username: string; readonly password: string; readonly database: string };

export type OpenOptions = {
  /** What a store that does not exist yet becomes; an existing one keeps what it is. */
  readonly visibility?: Visibility;
  /** Only to read: a store that does not exist is an error, nothing is created. */
  readonly readOnly?: boolean;
  /** Needed for bolt:// and neo4j://. */
  readonly credentials?: Credentials;
};
