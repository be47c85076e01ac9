import { readWorkbook, type RawSheet } from '#ingest/survey/workbook.ts';

/** The sheets of bytes that are a workbook. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const sheets = await readWorkbook(bytes);
  if (typeof sheets === 'string') throw new Error(sheets);
  return sheets;
}
