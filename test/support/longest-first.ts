import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first. */
const LONG = [
  'sameness-random',
  'sameness-gansu',
  'e2e/explore',
  'neo4j/kill',
  'neo4j/faults',
  'e2e/survey',
  'e2e/ties',
  'e2e/board',
  'planted-faults',
  'answers-small-random',
  'answers-gansu',
  'server/cli/commands',
  'faults/kill',
];

/**
 * Begins with the files that take longest, so that no worker ends with one alone. Vitest orders by what it measured, and
 * a fresh clone has measured nothing.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONG.findIndex((part) => moduleId.includes(part));
      return rank === -1 ? LONG.length : rank;
    };
    return others.sort((a, b) => rankOf(a) - rankOf(b));
  }
}
