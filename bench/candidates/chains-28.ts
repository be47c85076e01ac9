import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { foldName } from '#graph-model/names.ts';
import type { SegmentView } from '#server/analysis/candidates/relatedness.ts';

type Leaf = { readonly '子-子环节名称': string; readonly 代表公司?: readonly string[] };
type File = {
  readonly 产业链: string;
  readonly 环节: readonly {
    readonly 环节名称: string;
    readonly 子环节: readonly { readonly 子环节名称: string; readonly '子-子环节': readonly Leaf[] }[];
  }[];
};

/**
 * Reads the folder `cn-28-chains`: who is named for a leaf segment, as claims, and what is nested in what. A firm is
 * known by what stands before its first bracket, folded: aliases and product names in brackets differ from place to
 * place. What feeds what is not told there.
 */
export async function chains28(folder: string): Promise<SegmentView> {
  const active = new Map<string, { readonly body: string; readonly segment: string }>();
  const partOf = new Map<string, string>();
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  if (files.length === 0) throw new Error(`${folder}: 没有 JSON 文件 / no JSON file`);
  for (const file of files) {
    const read = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as File;
    for (const stage of read.环节) {
      const ofStage = `${read.产业链}/${stage.环节名称}`;
      partOf.set(ofStage, read.产业链);
      for (const part of stage.子环节) {
        const ofPart = `${ofStage}/${part.子环节名称}`;
        partOf.set(ofPart, ofStage);
        for (const leaf of part['子-子环节']) {
          const segment = `${ofPart}/${leaf['子-子环节名称']}`;
          partOf.set(segment, ofPart);
          for (const name of leaf.代表公司 ?? []) {
            const body = foldName(name.normalize('NFKC').replace(/\(.*/u, ''));
            if (body !== '') active.set(`${body}\n${segment}`, { body, segment });
          }
        }
      }
    }
  }
  return { active: [...active.values()], partOf, feeds: [] };
}
