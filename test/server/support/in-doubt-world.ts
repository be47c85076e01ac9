import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { batteries } from './batteries.ts';

/** A name that a person takes for another, which no candidate is tied to: a part of the graph does not read it. */
function unsure(name: string, other: string): string {
  const record = (of: string) => ({ source: 'news', kind: 'Company', name: of });
  const said = { reason: '名称相近', who: 'curator', at: '2025-06-01' };
  return JSON.stringify({ verdict: 'unsure', rank: 1, left: record(name), right: record(other), ...said });
}

/** The batteries, in which the first name of each pair may mean the second; 无名甲 and 无名乙 do nothing else. */
export async function inDoubtWorld(...pairs: readonly (readonly [string, string])[]): Promise<World> {
  const folder = batteries('', [], undefined, ['Company,无名甲有限公司', 'Company,无名乙有限公司']);
  await writeFile(path.join(folder, 'decisions.jsonl'), `${pairs.map(([a, b]) => unsure(a, b)).join('\n')}\n`);
  const world = await emptyWorld();
  await world.load(folder);
  return world;
}
