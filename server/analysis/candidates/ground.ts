import type { PartialDate } from '#graph-model/dates.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import { sortedUnique } from '#graph-model/text.ts';
import { MODALITIES, wordsOf, type Modality } from '#graph-model/ontology/vocabulary.ts';
import type { ChainSlice, SliceFact, SliceSource } from '../board/slice.ts';
import type { TieKind } from './words.ts';

/** A tie of a body to the region: to its areas, or to a body that is there. Members of one consortium make one tie. */
export type LocalTie = {
  readonly kind: TieKind;
  /** The consortium, project or facility. */
  readonly through: string | undefined;
  /** The body's own part in it: relationships in order of id. */
  readonly own: readonly string[];
  /** Whom in the region it leads to, and what joins these: each in order of id. */
  readonly with: readonly Joined[];
};

type Joined = { readonly entity: string; readonly relations: readonly string[] };

/** A tie of which sources tell, and how real it is: as the less real of its two sides. */
export type ToldTie = LocalTie & { readonly modality: Modality };

/** What operates or is being built is one: it takes place. What is planned, and what is proposed, stands apart from it. */
const REALITIES: readonly (readonly Modality[])[] = [['operating', 'building'], ['planned'], ['proposed']];
const ORDER = wordsOf(MODALITIES);

/** What of the ties of a body is told, the more real first. */
export function toldTies(ties: readonly LocalTie[], told: ReadonlyMap<string, Told>): readonly ToldTie[] {
  const apart = ties.flatMap((tie) => apartByReality(tie, told));
  return apart.toSorted((a, b) => ORDER.indexOf(a.modality) - ORDER.indexOf(b.modality));
}

/** What of a tie is told, apart by how real it is; nothing when nothing is left that ties the two. */
function apartByReality(tie: LocalTie, told: ReadonlyMap<string, Told>): readonly ToldTie[] {
  const rank = (id: string) => {
    const one = told.get(id);
    return one === undefined ? -1 : ORDER.indexOf(one.modality);
  };
  const ranked = (relations: readonly string[]) => relations.filter((id) => rank(id) >= 0);
  const best = (relations: readonly string[]) => Math.min(...relations.map(rank));
  // A relationship of its own is one side and the other at once.
  const direct = tie.through === undefined;
  return REALITIES.flatMap((reality) => {
    const within = (side: number) => reality.some((one) => one === ORDER[side]);
    const own = ranked(tie.own).filter((id) => !direct || within(rank(id)));
    if (own.length === 0) return [];
    const joined = tie.with.flatMap(({ entity, relations }) => {
      const known = ranked(relations).filter((id) => !direct || own.includes(id));
      return known.length > 0 && within(Math.max(best(own), best(known))) ? [{ entity, relations: known }] : [];
    });
    if (joined.length === 0) return [];
    const least = Math.min(...joined.map(({ relations }) => Math.max(best(own), best(relations))));
    return [{ ...tie, own, with: joined, modality: ORDER[least] as Modality }];
  });
}

/** Something takes place between the two: no plan and no proposal. */
export function stands({ modality }: Pick<ToldTie, 'modality'>): boolean {
  return modality === 'operating' || modality === 'building';
}

/** @param ties at least one */
export function mostReal(ties: readonly ToldTie[]): Modality {
  return ORDER[Math.min(...ties.map(({ modality }) => ORDER.indexOf(modality)))] as Modality;
}

/** All relationships of a tie, each once, in order of id. */
export function relationsOfTie({ own, with: joined }: LocalTie): readonly string[] {
  return sortedUnique([...own, ...joined.flatMap(({ relations }) => relations)]);
}

/** In the region; in an area around it, no source says where there; or somewhere else. */
export type Whereabouts = 'here' | 'around' | 'elsewhere';

/** Somebody wants a firm: a place or park, an agency there, or a policy that applies there. */
export type Want = {
  readonly relation: string;
  readonly company: string;
  /** Said for an area around the region, not for the region or a part of it. */
  readonly wider: boolean;
};

/** A relationship of a row, as far as lists need it. */
export type Told = {
  readonly id: string;
  readonly modality: Modality;
  readonly disputed: boolean;
  /** Of the day asked about or before, that support it. */
  readonly sources: readonly string[];
};

/** All that the lists of one segment or chain in one region are made from. */
export type CandidateGround = {
  readonly slice: ChainSlice;
  readonly date: PartialDate;
  readonly region: string;
  /** The region and its parts. */
  readonly areas: readonly string[];
  /** The segment asked for; undefined: the whole chain. */
  readonly segment: string | undefined;
  /** What is said of segments, of this chain or another, that contain the asked. */
  readonly wider: readonly SliceFact[];
  readonly wants: readonly Want[];
  readonly ties: ReadonlyMap<string, readonly ToldTie[]>;
  /** Firms from elsewhere that an area or agency of the region works with, whatever they do: relationship by firm. */
  readonly outsiders: ReadonlyMap<string, readonly string[]>;
  /** Passages in which somebody is wanted, by firm; and those that speak of the chain or a segment, by passage. */
  readonly passagesOf: ReadonlyMap<string, readonly string[]>;
  readonly spokenOf: ReadonlyMap<string, readonly SliceFact[]>;
  readonly told: ReadonlyMap<string, Told>;
  readonly sources: ReadonlyMap<string, SliceSource>;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly names: ReadonlyMap<string, string>;
  /** Where a body is, seen from the region; absent: no source says, or several do. */
  readonly whereabouts: ReadonlyMap<string, Whereabouts>;
  /** Bodies whose name may mean another. */
  readonly doubtful: ReadonlySet<string>;
  /** What the office's own ledger says of a firm: relationships in order of id, by firm. */
  readonly contacts: ReadonlyMap<string, readonly string[]>;
  /** Firms that it says are signed or landed, with an office of the region or around it, or of no known place. */
  readonly signed: ReadonlySet<string>;
};
