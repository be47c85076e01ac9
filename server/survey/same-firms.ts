import { foldName } from '#graph-model/names.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { nearFirmsKnown } from '#ingest/stage/near-in-store.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import { nearFirmsOf } from '#ingest/survey/near-names.ts';
import { codesOf } from '#ingest/survey/resolve.ts';
import type { ReturnedSheet } from '#ingest/survey/returned.ts';
import type { SheetLog } from '#ingest/survey/sheet-log.ts';

/** Two firms that stand as two, and whose names differ only in their legal form. */
export type Doubt = {
  readonly names: readonly [string, string];
  readonly entities: readonly [string, string];
};

type Staged = {
  readonly run: StagedRun;
  /** What the sheet comes over: the store, and the sheets before it. */
  readonly reader: GraphReader;
  readonly staged: readonly RowOf<'record'>[];
};

/** Firms of a sheet that may be one with another of it, or with one of the store, which is told at its cell. */
export async function sameFirms(
  sheet: ReturnedSheet,
  { run, reader, staged }: Staged,
  log: SheetLog,
): Promise<readonly Doubt[]> {
  const entityOf = new Map(
    staged.flatMap(({ kind, name, entity }) =>
      kind === 'Company' ? [[foldName(name), entity as string] as const] : [],
    ),
  );
  const doubts = nearFirmsOf(sheet.firms).flatMap(({ firm, earlier }) =>
    doubtOf([earlier.name, firm.name], [entityOf.get(foldName(earlier.name)), entityOf.get(foldName(firm.name))]),
  );
  const known = await nearFirmsKnown(reader, run.owner, new Set(entityOf.keys()), new Map());
  const held = [...new Set([...known.values()].flat().map(({ entity }) => entity))];
  const codes = await codesOf(reader, [...(await reader.get('entity', held)).values()]);
  for (const [folded, others] of known) {
    const rows = sheet.firms.filter(({ name }) => foldName(name) === folded);
    const [first] = rows;
    if (first === undefined) continue;
    const code = rows.find((one) => one.code !== undefined)?.code;
    const told = new Set<string>();
    for (const { value, entity } of others) {
      const theirs = codes.get(entity);
      if (told.has(entity) || (code !== undefined && theirs !== undefined && !theirs.includes(code))) continue;
      told.add(entity);
      const column = sheet.nameColumn === undefined ? {} : { column: sheet.nameColumn };
      const place = { file: sheet.file, sheet: sheet.sheet, row: first.row, ...column };
      log.add('FIRM_FORM_KNOWN', place, first.name, { other: value });
      doubts.push(...doubtOf([value, first.name], [entity, entityOf.get(folded)]));
    }
  }
  return doubts;
}

/** None where both names are one thing already. */
function doubtOf(
  names: Doubt['names'],
  [one, other]: readonly [string | undefined, string | undefined],
): readonly Doubt[] {
  return one === undefined || other === undefined || one === other ? [] : [{ names, entities: [one, other] }];
}
