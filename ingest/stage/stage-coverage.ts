import { identifyCoverage } from '#graph-model/facts/coverage.ts';
import { type Record, identifyRecord } from '#graph-model/facts/record.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { CoverageSpec } from '#ingest/dataset/dataset-spec.ts';
import { DATASET_FILE, type Dataset } from '#ingest/dataset/load-dataset.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { Batch } from './batch.ts';
import { type Declarations, reportUnresolved } from './declarations.ts';

/** Sources, and what each is said to cover, in records of that source. */
export function stageSources(dataset: Dataset, declarations: Declarations, batch: Batch, log: IssueLog): void {
  for (const [i, spec] of dataset.spec.sources.entries()) {
    const source = dataset.sources.get(spec.id)?.source;
    if (!source) continue;
    batch.add({ table: 'source', value: source });
    for (const [j, one] of spec.coverage.entries()) {
      const find = (name: keyof CoverageSpec, word: string, kinds: readonly Kind[]): Record | undefined => {
        const place = { file: DATASET_FILE, ...dataset.where(['sources', i, 'coverage', j, name]) };
        const resolution = declarations.resolve(word, source.id, kinds);
        if (reportUnresolved(resolution, declarations, word, place, log) || !('found' in resolution)) return undefined;
        return identifyRecord({ source: source.id, ...resolution.found });
      };
      const subject =
        one.chain === undefined ? find('segment', one.segment ?? '', ['Segment']) : find('chain', one.chain, ['Chain']);
      const place = find('place', one.place, ['Place', 'Park']);
      if (!subject || !place) continue;
      batch.add({ table: 'record', value: subject });
      batch.add({ table: 'record', value: place });
      const { date, extent } = one;
      const covers = { source: source.id, subject: subject.id, place: place.id, date, extent, owner: dataset.owner };
      batch.add({ table: 'coverage', value: identifyCoverage(covers) });
    }
  }
}
