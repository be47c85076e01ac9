import { afterEach, beforeEach, describe } from 'vitest';
import { formatContract } from './store-contract/format.ts';
import type { StoreHarness } from './store-contract/harness.ts';
import { leaseContract } from './store-contract/lease.ts';
import { modelContract } from './store-contract/model.ts';
import { pagingContract } from './store-contract/paging.ts';
import { pinyinContract } from './store-contract/pinyin.ts';
import { processContract } from './store-contract/processes.ts';
import { publishingContract } from './store-contract/publishing.ts';
import { readingContract } from './store-contract/reading.ts';
import { searchContract } from './store-contract/search.ts';
import { sweepContract } from './store-contract/sweep.ts';

/** What every store must do. A new store is done when this passes. */
export function storeContract(name: string, newHarness: () => Promise<StoreHarness>, modelRuns = 60): void {
  describe(`the store contract on ${name}`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await newHarness();
    });
    afterEach(() => harness.destroy());
    const current = () => harness;

    describe('publishing', () => publishingContract(current));
    describe('the lease', () => leaseContract(current));
    describe('what a publication that died has left', () => sweepContract(current));
    describe('reading a version', () => readingContract(current));
    describe('finding by key', () => pagingContract(current));
    describe('searching names', () => searchContract(current));
    describe('finding names by pinyin', () => pinyinContract(current));
    describe('several processes', () => processContract(current));
    describe('the format', () => formatContract(current));
    describe('against a plain model', () => modelContract(newHarness, modelRuns));
  });
}
