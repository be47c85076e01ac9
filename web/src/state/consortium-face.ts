import type {
  ConsortiumDoubt,
  ConsortiumPassage,
  ConsortiumRole,
  ConsortiumRow,
  ConsortiumTie,
} from '../api/consortium.ts';
import type { Words } from '../locale/zh.ts';

/** Roles whose bodies are of the consortium. */
export const LISTED: readonly ConsortiumRole['role'][] = ['lead', 'member', 'partner'];

/** The passages of documents, by source in the order given; notes of the project are no document. */
export function placesBySource(passages: readonly ConsortiumPassage[]) {
  const by = new Map<string, { readonly source: ConsortiumPassage['source']; readonly locators: string[] }>();
  for (const { source, locator } of passages) {
    if (source.class === 'project_note') continue;
    const known = by.get(source.id);
    if (known === undefined) by.set(source.id, { source, locators: [locator] });
    else known.locators.push(locator);
  }
  return [...by.values()];
}

/** The passage that a row cites: the first of a document, else of a note. */
export function placeOfRow({ passages }: ConsortiumRow): ConsortiumPassage | undefined {
  return passages.find(({ source }) => source.class !== 'project_note') ?? passages[0];
}

/** What a body does in the chains by what stands, support and activity before products. */
export function doesNow({ does }: ConsortiumRow) {
  const isPlain = (type: string) => type === 'SUPPORTS' || type === 'ACTIVE_IN';
  const standing = does.filter(({ modality }) => modality === 'operating');
  return [...standing.filter(({ type }) => isPlain(type)), ...standing.filter(({ type }) => !isPlain(type))];
}

/** The doubt that stands in the list under this name. */
export function doubtOf(tie: ConsortiumTie, entity: string): ConsortiumDoubt | undefined {
  return tie.doubts.find(({ printed, roles }) => printed.id === entity && roles.length > 0);
}

/** The consortium with all bodies that stand in a role of it: what a picture of it is drawn from. */
export function bodiesOf(tie: ConsortiumTie): readonly string[] {
  const bodies = tie.roles.flatMap(({ role, rows }) =>
    role === 'direction' || role === 'lead_direction' ? [] : rows.map(({ entity }) => entity.id),
  );
  return [...new Set([tie.entity.id, ...bodies])];
}

/** The bodies of its list and those that test for it: whom the consortium brings together. */
export function togetherIn(tie: ConsortiumTie): readonly string[] {
  const rows = tie.roles.flatMap(({ role, rows: own }) => (LISTED.includes(role) || role === 'tester' ? own : []));
  return [...new Set(rows.map(({ entity }) => entity.id))];
}

/** Facts and passages that the page shows. */
export function sumsOf(tie: ConsortiumTie): { readonly facts: number; readonly places: number } {
  const rows = tie.roles.flatMap((role) => role.rows);
  const facts = new Set([...rows, ...tie.chains].flatMap(({ relations }) => relations.map(({ id }) => id)));
  const places = new Set([...rows.flatMap(({ passages }) => passages), ...tie.passages].map(({ id }) => id));
  return { facts: facts.size, places: places.size };
}

type SeenWays = Pick<ConsortiumTie['skills'][number]['seen'][number], 'ways' | 'byFirm'>;

/** How a segment is seen, in the words of the board: by firms, by others at work, or by research that stands behind it. */
export function waysOf({ ways, byFirm }: SeenWays, words: Words): readonly string[] {
  const own = words.consortia;
  return ways.map((way) => (way === 'research' || byFirm ? own.ways : own.waysOfOthers)[way]);
}
