import type { Asker, Question } from './asker.ts';
import { pathsInDoubt } from './graph-questions.ts';

const OPEN = { modalities: null, places: true, ended: true };

/**
 * Paths from a name with several readings to what two of them lead to, its own neighbours left out or not: what is
 * left without one on the way may be by one reading or another.
 */
export function aboutReadings(at: Asker): Question {
  const { readings } = at.sample;
  for (const { from } of at.draw.some(readings, 30)) {
    const meanings = readings.filter((row) => row.from === from).map(({ to }) => to);
    const own = neighboursOf(at, from);
    if (meanings.length < 2 || own.length > 100) continue;
    const closed = new Set([from, ...meanings, ...own]);
    const [one, other] = meanings.map((id) => new Set(reachOf(at, id)));
    const ends = [...(one ?? [])].sort().filter((id) => other?.has(id) === true && !closed.has(id));
    if (ends.length === 0) continue;
    const exclude = at.turn('own ties', [[], own]);
    const input = { from: [from], to: [at.draw.pick(ends)], k: 1, exclude, ...OPEN };
    return at.ask('paths', { input }, 'Without');
  }
  return pathsInDoubt(at);
}

/** What is two steps away. */
function reachOf(at: Asker, id: string): readonly string[] {
  return neighboursOf(at, id).flatMap((each) => neighboursOf(at, each));
}

function neighboursOf(at: Asker, id: string): string[] {
  const others = (at.sample.of.get(id) ?? []).map(({ from, to }) => (from === id ? to : from));
  return [...new Set(others)].sort();
}
