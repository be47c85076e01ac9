import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GraphError } from '#graph-model/errors.ts';
import { foldName } from '#graph-model/names.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { didYouMean } from '#ingest/report/near.ts';
import { storeTopologies } from '../analysis/topologies.ts';
import { makeFolder } from '../export/make-folder.ts';
import type { View } from '../graphql/view.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '../graphql/views.ts';
import { sheetsOf, type SheetPlan } from '../survey/plan-sheets.ts';
import { sheetNames } from '../survey/sheet-names.ts';
import { surveyWorkbook } from '../survey/sheet-workbook.ts';
import type { Call } from './command.ts';
import { storeOf } from './store-of.ts';

/** One workbook, or a folder with one for each city, its parks in it, and for what has no city. */
export async function exportSurvey({ out, settings, values, positionals, signal }: Call): Promise<number> {
  const target = values['out'];
  if (typeof target !== 'string') throw new GraphError('USAGE', { missing: '--out FILE.xlsx | DIR' });
  if (positionals.length > 0) throw new GraphError('USAGE', { unexpected: positionals });
  const store = await storeOf(settings, { readOnly: true });
  try {
    const at = await createViews(store, storeTopologies(store), createKept(), signal)();
    const chains = await named(at, listOf(values['chain']), ['Chain']);
    const offices = await named(at, listOf(values['office']), ['Place', 'Park']);
    // What is asked of a city goes out with what is asked of its parks.
    const ids = offices?.map(({ id }) => id);
    const { sheets: plans, spanning, survey, date } = await sheetsOf(at, { chains, offices: ids, cities: ids });
    const files = await filesOf(path.resolve(target), plans);
    const written = await writeAll(files, values['replace'] === true);
    const { chainsCut, placeless } = survey;
    out.json({
      version: at.version,
      date,
      sheets: plans.map(({ office, rows }) => ({ office: office.id, name: office.name, rows: rows.length })),
      files: written,
      spanning,
      chainsCut,
      placeless: placeless.length,
    });
    const rows = plans.reduce((sum, plan) => sum + plan.rows.length, 0);
    out.text(
      [
        `${plans.length} 张摸底表，${rows} 项，数据版本 ${at.version} / ${plans.length} sheets, ${rows} rows, data version ${at.version}`,
        ...written.map(({ file, state }) => `  ${file}  ${WRITTEN[state]}`),
        ...(plans.length === 0 ? ['没有要摸底的环节，没有写文件 / nothing to survey, no file written'] : []),
        ...(spanning.length > 0
          ? [
              `${spanning.join('、')}跨几个市，没有一个市能填，没有写；要发用 --office 点名 / spans several cities, none of which can fill it in: not written; name it with --office`,
            ]
          : []),
        ...(placeless.length > 0
          ? [
              `${placeless.length} 条要求没有写地区，不在表里 / ${placeless.length} requests name no place and are on no sheet`,
            ]
          : []),
        ...(chainsCut > 0
          ? [`${chainsCut} 条产业链没有看，用 --chain 点名 / ${chainsCut} chains left out; name them`]
          : []),
      ].join('\n'),
    );
    return 0;
  } finally {
    await store.close();
  }
}

const WRITTEN = {
  written: '已写 written',
  unchanged: '没有变化 unchanged',
  replaced: '已覆盖 replaced',
} as const;

type Planned = { readonly file: string; readonly bytes: Uint8Array };
type Written = { readonly file: string; readonly state: keyof typeof WRITTEN };

async function filesOf(target: string, plans: readonly SheetPlan[]): Promise<readonly Planned[]> {
  if (plans.length === 0) return [];
  if (/\.xlsx$/i.test(target)) return [{ file: target, bytes: await surveyWorkbook(plans) }];
  const books = new Map<string, SheetPlan[]>();
  for (const plan of plans) books.set(plan.book.id, [...(books.get(plan.book.id) ?? []), plan]);
  const all = [...books.values()];
  const names = sheetNames(all.map(([first]) => first?.book.name ?? ''));
  return Promise.all(
    all.map(async (own, i) => ({
      file: path.join(target, `摸底表-${names[i] ?? ''}.xlsx`),
      bytes: await surveyWorkbook(own),
    })),
  );
}

/** All or none: a file that holds something else is written over only when that was asked for. */
async function writeAll(files: readonly Planned[], replace: boolean): Promise<readonly Written[]> {
  const states = await Promise.all(files.map(stateOf));
  const others = states.filter(({ state }) => state === 'replaced').map(({ file }) => file);
  if (others.length > 0 && !replace) {
    throw new GraphError('USAGE', {
      files: others,
      cause:
        '已有别的内容，没有写；换个地方，或加 --replace / they hold something else; write elsewhere, or add --replace',
    });
  }
  for (const { file, bytes } of files) {
    await makeFolder(path.dirname(file));
    await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
      throw new GraphError('USAGE', { file, cause: error.code });
    });
  }
  return states;
}

async function stateOf({ file, bytes }: Planned): Promise<Written> {
  const there = await stat(file).catch(() => undefined);
  if (there === undefined) return { file, state: 'written' };
  const held = there.isFile() ? await readFile(file) : undefined;
  return { file, state: held?.equals(bytes) === true ? 'unchanged' : 'replaced' };
}

function listOf(value: Call['values'][string]): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

/** Entities by id or by exact name. @throws GraphError USAGE for a word that is none, or several */
async function named(
  at: View,
  words: readonly string[] | undefined,
  kinds: readonly Kind[],
): Promise<readonly RowOf<'entity'>[] | undefined> {
  if (words === undefined) return undefined;
  const found: RowOf<'entity'>[] = [];
  for (const word of words) {
    const byId = (await at.load.entity(word))?.row;
    const names = byId === undefined ? await at.reader.find('name', 'folded', [foldName(word)]) : [];
    const rows = byId === undefined ? await at.load.rows('entity', new Set(names.map(({ entity }) => entity))) : [byId];
    const fits = rows.filter(({ kind }) => kinds.includes(kind));
    const [one] = fits;
    if (one === undefined) {
      const known = (await at.reader.find('entity', 'kind', kinds)).map(({ name }) => name);
      const { zh, en } = didYouMean(word, known);
      throw new GraphError('USAGE', { cause: `没有${word}${zh} / no ${word}${en}` });
    }
    if (fits.length > 1) {
      const ids = fits.map(({ id, kind, name }) => `${id} ${kind} ${name}`);
      throw new GraphError('USAGE', { cause: `“${word}”不止一个，写编号 / several are called so, give the id`, ids });
    }
    found.push(one);
  }
  return found;
}
