import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from '../child.ts';
import type { Answered, Built, EngineName, EngineRequest, Pair } from './engine-child.ts';
import type { QuestionName } from './engine.ts';
import type { GraphSize } from './graph.ts';

/** By pair, in order; null where it was left out, and shorter than the pairs when time ran out. */
export type Asked = readonly Answered[];

/** Of the time for all pairs, what one of them has: then it is broken off. */
const SHARE_OF_A_PAIR = 0.25;

/** So many are answered before any counts, for the compiler's sake, in as small a part of the time. */
const WARM_UP = 20;

/** An engine in a process of its own, which is ended, and begun anew, when a pair takes it too long. */
export class EngineProcess {
  readonly #name: EngineName;
  readonly #size: GraphSize;
  readonly #neo4j: string | undefined;
  #child: Child | undefined;

  constructor(name: EngineName, size: GraphSize, neo4j: string | undefined) {
    this.#name = name;
    this.#size = size;
    this.#neo4j = neo4j;
  }

  async build(): Promise<Built> {
    this.#child = new Child('./paths/engine-child.ts');
    return this.#child.ask<Built>({ build: this.#name, size: this.#size, neo4j: this.#neo4j } satisfies EngineRequest);
  }

  /** @param seconds for all pairs; building anew does not count */
  async askAll(ask: QuestionName, pairs: readonly Pair[], seconds: number): Promise<Asked> {
    const ofPair = seconds * SHARE_OF_A_PAIR;
    await this.#askUpTo(ask, pairs.slice(0, WARM_UP), seconds / WARM_UP, ofPair);
    return this.#askUpTo(ask, pairs, seconds, ofPair);
  }

  async #askUpTo(ask: QuestionName, pairs: readonly Pair[], seconds: number, ofPair: number): Promise<Asked> {
    const asked: Answered[] = [];
    let left = seconds;
    for (const pair of pairs) {
      if (left <= 0) break;
      if (this.#child === undefined) await this.build();
      const start = performance.now();
      asked.push(await this.#askOne({ ask, pair, seconds: ofPair }));
      left -= (performance.now() - start) / 1000;
    }
    return asked;
  }

  /** Neo4j ends what takes it too long itself; the libraries cannot be stopped but with their process. */
  async #askOne(request: Extract<EngineRequest, { ask: unknown }>): Promise<Answered> {
    const child = this.#child;
    if (child === undefined) return null;
    const alarm = new AbortController();
    const late = sleep(request.seconds * 1000, 'late' as const, { signal: alarm.signal }).catch(() => 'late' as const);
    const answer = child.ask<Answered>(request);
    const said = await (this.#name === 'neo4j' ? answer : Promise.race([answer, late]));
    alarm.abort();
    if (said !== 'late') return said;
    answer.catch(() => undefined);
    await child.kill();
    this.#child = undefined;
    return null;
  }

  async end(): Promise<void> {
    await this.#child?.end();
  }
}
