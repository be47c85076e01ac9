import type { ChangeCounts } from '#ingest/publish/publish.ts';

/** Opened and closed rows by table, a line each, under a head. */
export function countsText(counts: ChangeCounts, head: string): string {
  const lines = Object.entries(counts).map(([table, { opened, closed }]) => `  ${table}  +${opened}  −${closed}`);
  return lines.length === 0 ? `${head}：无 / none` : [`${head}：`, ...lines].join('\n');
}
