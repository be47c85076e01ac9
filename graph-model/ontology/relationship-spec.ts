import type { Kind, KindSet } from './kinds.ts';
import type { Label } from './label.ts';
import type { Qualifier } from './qualifiers.ts';
import type { Modality } from './vocabulary.ts';

/** What a hop says, with {from} and {to} to fill, from either end. */
type Reading = { readonly forward: Label; readonly reverse: Label };

/** One line of the ontology. `label` and `inverse` name the link in a list seen from its `from` and from its `to` end. */
export type RelationshipSpec = Reading & {
  readonly from: readonly (Kind | KindSet)[];
  readonly to: readonly (Kind | KindSet)[];
  readonly label: Label;
  readonly inverse: Label;
  /** Readings of one modality, whole without its opening, where the common ones would say something else by it. */
  readonly ofModality?: Partial<Record<Modality, Reading>>;
  /** The readings of a place or a park, where those of a body would make it one. */
  readonly ofArea?: Reading;
  /** Qualifiers that make two relationships of equal ends and modality different ones. */
  readonly identity: readonly Qualifier[];
  readonly carries: readonly Qualifier[];
  /** No direction: stored with its ends in id order. */
  readonly symmetric?: true;
  /** Both ends must be of one kind. */
  readonly sameKind?: true;
};
