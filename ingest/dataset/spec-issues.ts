import type * as z from 'zod';
import { didYouMean } from '#ingest/report/near.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { SETTINGS } from './settings.ts';
import type { YamlText } from './yaml-text.ts';

/** Tells zod's complaints about dataset.yml at their line and column. */
export function reportSpecIssues(
  issues: readonly z.core.$ZodIssue[],
  yaml: YamlText,
  file: string,
  log: IssueLog,
): void {
  for (const issue of issues) {
    const { path } = issue;
    const name = path.map(String).join('.') || file;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        log.add('SETTING_UNKNOWN', { file, ...yaml.whereKey(path, key), value: key }, () => ({
          near: didYouMean(key, SETTINGS),
        }));
      }
    } else if (!yaml.has(path)) {
      log.add('SETTING_MISSING', { file, ...yaml.where(path), value: name });
    } else if (issue.code === 'invalid_value') {
      const value = String(valueAt(yaml.value, path));
      const known = issue.values.map(String);
      log.add('WORD_UNKNOWN', { file, ...yaml.where(path), value }, () => ({
        what: { zh: `${name} 的值`, en: `value of ${name}` },
        near: didYouMean(value, known),
        known: known.join(' '),
      }));
    } else {
      log.add('SETTING_INVALID', { file, ...yaml.where(path), value: name }, { detail: issue.message });
    }
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  return at;
}
