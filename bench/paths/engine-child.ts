import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answerRequests } from '../child.ts';
import { byGraphology } from './by-graphology.ts';
import { byNeo4j } from './by-neo4j.ts';
import { byNgraph } from './by-ngraph.ts';
import { QUESTIONS, type Engine, type EngineMaker, type Found, type QuestionName } from './engine.ts';
import { plainGraph, type GraphSize } from './graph.ts';
import { ours } from './ours.ts';

/** One engine in a process of its own, so that what it keeps can be told from what others keep. */
export type EngineRequest =
  | { readonly build: EngineName; readonly size: GraphSize; readonly neo4j?: string | undefined }
  | { readonly ask: QuestionName; readonly pair: Pair; /** Time that it has. */ readonly seconds: number };
export type Pair = readonly [from: number, to: number];
export type EngineName = 'ours' | 'graphology' | 'ngraph' | 'neo4j';

export type Built = {
  readonly questions: readonly QuestionName[];
  readonly seconds: number;
  /** Heap and arrays outside it, of what stays after the plain graph is let go. */
  readonly bytes: number;
};
/** What became of a pair; null where the engine left it out. */
export type Answered = { readonly ms: number; readonly found: Found } | null;

const MAKERS: Record<Exclude<EngineName, 'neo4j'>, EngineMaker> = {
  ours,
  graphology: byGraphology,
  ngraph: byNgraph,
};
setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
let engine: Engine | undefined;

async function answer(request: EngineRequest): Promise<Built | Answered> {
  if ('build' in request) {
    const maker = request.build === 'neo4j' ? byNeo4j(request.neo4j ?? '') : MAKERS[request.build];
    const before = used();
    const start = performance.now();
    engine = await maker.build(plainGraph(request.size));
    const seconds = (performance.now() - start) / 1000;
    return { questions: maker.questions, seconds, bytes: used() - before };
  }
  const start = performance.now();
  const found = await engine?.answer(QUESTIONS[request.ask], ...request.pair, request.seconds);
  return found === undefined ? null : { ms: performance.now() - start, found };
}

function used(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

answerRequests(answer, async () => engine?.close());
