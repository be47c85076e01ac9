import { LRUCache } from 'lru-cache';
import type { PartialDate } from '#graph-model/dates.ts';
import type { ChainSlice } from '#server/analysis/board/slice.ts';

/** Slices of chains by version, chain and day, without any region. What a version shows never changes: what is kept changes no answer. */
export type Slices = {
  get(version: number, chain: string, date: PartialDate): ChainSlice | undefined;
  set(version: number, chain: string, date: PartialDate, slice: ChainSlice): void;
};

/** Facts kept from request to request: a province's chains together, some tens of megabytes. */
const MOST_KEPT = 100_000;

export function createSlices(): Slices {
  const kept = new LRUCache<string, ChainSlice>({
    maxSize: MOST_KEPT,
    sizeCalculation: ({ facts, segments }) => facts.length + segments.length + 1,
  });
  const key = (version: number, chain: string, date: PartialDate) => `${version} ${chain} ${date}`;
  return {
    get: (version, chain, date) => kept.get(key(version, chain, date)),
    set: (version, chain, date, slice) => void kept.set(key(version, chain, date), slice),
  };
}
