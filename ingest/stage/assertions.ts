import type { RunFile } from '#graph-model/store/sqlite/run-file.ts';
import type { AssertionSpec } from '#ingest/dataset/dataset-spec.ts';
import { DATASET_FILE, type Dataset } from '#ingest/dataset/load-dataset.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { RunReport } from '#ingest/report/run-report.ts';

type Found = RunReport['assertions'];

/** Counts what a data set promises to hold. A promise that is not kept is an issue at its line. */
export function checkAssertions(dataset: Dataset, file: RunFile, log: IssueLog): Found {
  const { assertions } = dataset.spec;
  if (assertions.length === 0) return [];
  const kinds = file.countBy('record', 'kind');
  const predicates = file.countBy('statement', 'predicate');
  return assertions.map((assertion, i) => {
    const { min, max } = assertion;
    const count = assertion.records === undefined ? 'statements' : 'records';
    const of = wanted(assertion);
    const counts = count === 'records' ? kinds : predicates;
    const found = of === 'any' ? file.count(count === 'records' ? 'record' : 'statement') : (counts.get(of) ?? 0);
    if ((min !== undefined && found < min) || (max !== undefined && found > max)) {
      const place = { file: DATASET_FILE, ...dataset.where(['assertions', i]), value: of };
      const limit = { zh: bounds('至少', '至多', min, max), en: bounds('at least', 'at most', min, max) };
      log.add('ASSERTION_FAILED', place, { what: `${count} ${of}`, found, limit });
    }
    return { count, of, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), found };
  });
}

function wanted({ records, statements }: AssertionSpec): string {
  return records ?? statements ?? 'any';
}

function bounds(least: string, most: string, min: number | undefined, max: number | undefined): string {
  const parts = [min === undefined ? '' : `${least} ${min}`, max === undefined ? '' : `${most} ${max}`];
  return parts.filter((part) => part !== '').join(', ');
}
