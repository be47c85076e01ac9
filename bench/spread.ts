/** Times in ms, to the microsecond. */
export function spread(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b).map((time) => Math.round(time * 1000) / 1000);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
