import type { CandidatesFor } from './candidates.ts';

export type VisitFormat = 'xlsx' | 'csv';
/** Whom somebody chose, or all candidates. */
export type VisitListName = 'visits' | 'candidates';

/** Where the visiting list of some candidates is fetched. */
export function visitsAddress(
  format: VisitFormat,
  of: {
    readonly asked: CandidatesFor;
    readonly firms: readonly string[];
    readonly list: VisitListName;
    readonly language: 'zh' | 'en';
    readonly date: string | null;
    readonly version: number;
  },
): string {
  const { chain, segment, region, body } = of.asked;
  const query = new URLSearchParams([
    ...Object.entries({ chain, segment, region, body }).flatMap(([name, id]) =>
      id === undefined || id === null ? [] : [[name, id]],
    ),
    ...of.firms.map((id) => ['firm', id]),
    ['list', of.list],
    ['language', of.language],
    ...(of.date === null ? [] : [['date', of.date]]),
    ['version', String(of.version)],
  ]);
  return `/visits.${format}?${query}`;
}

/** The list as a file. @throws Error when the service gives none */
export async function visitsAt(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.blob();
}
