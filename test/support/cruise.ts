import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

/** The import graph of some folders under `baseDir`, judged by the project's own rules. */
export async function cruiseWithRules(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { forbidden = [], options = {} } = config;
  const settings: ICruiseOptions = { ...options, baseDir, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise([...folders], settings);
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text where modules were expected');
  return output;
}
