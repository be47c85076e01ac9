import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { GraphError } from '#graph-model/errors.ts';
import { readSheet } from './read-sheet.ts';
import type { ReturnedSheet } from './returned.ts';
import type { SheetLog } from './sheet-log.ts';
import { readWorkbook } from './workbook.ts';

/** A returned workbook has some tens of kilobytes. */
const MOST_BYTES = 8_000_000;

/** A returned file by its name, with its bytes. */
export type ReturnedFile = { readonly name: string; readonly bytes: Uint8Array };

/** @throws GraphError USAGE for a file that cannot be opened */
export async function openReturned(file: string): Promise<ReturnedFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new GraphError('USAGE', { file, cause: error.code });
  });
  return { name: path.basename(file), bytes };
}

/**
 * The filled survey sheets of some files, in the order given. Whatever is wrong with any of them goes to the log.
 * @param today ISO day; a register of a later one is a slip
 */
export async function readReturned(
  files: readonly ReturnedFile[],
  today: string,
  log: SheetLog,
): Promise<readonly ReturnedSheet[]> {
  const sheets: ReturnedSheet[] = [];
  for (const { name: file, bytes } of files) {
    if (bytes.length > MOST_BYTES) {
      log.add('FILE_TOO_LARGE', { file }, undefined, { bytes: bytes.length, most: MOST_BYTES });
      continue;
    }
    const raw = await readWorkbook(bytes);
    if (typeof raw === 'string') {
      log.add('NOT_A_WORKBOOK', { file });
      continue;
    }
    const before = log.errors;
    const read = raw.flatMap((one) => readSheet(one, file, today, log) ?? []);
    if (read.length === 0 && log.errors === before) log.add('SHEET_NONE', { file });
    sheets.push(...read);
  }
  return sheets;
}
