import { foldName } from '#graph-model/names.ts';
import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { didYouMean } from '#ingest/report/near.ts';
import { areasInside } from './areas.ts';
import { codeFault } from './credit-code.ts';
import { datasetId } from './dataset-id.ts';
import { frameOf, type Frame } from './frame.ts';
import { subjectKey, type Subject } from './form.ts';
import type { ReturnedSheet } from './returned.ts';
import type { SheetLog, SheetPlace } from './sheet-log.ts';

type Entity = RowOf<'entity'>;

/** Where a firm is: a place or park of the store, or a park that no source names yet. */
export type FirmArea = { readonly entity: string } | { readonly newPark: string };

/** A returned sheet with everything that it names found in the store. */
export type ResolvedSheet = {
  readonly sheet: ReturnedSheet;
  readonly office: Entity;
  /** What each subject on the sheet is now, by its key on the sheet. */
  readonly subjects: ReadonlyMap<string, Entity>;
  /** By the name of a park on the sheet; where a firm names none, it is at the office. */
  readonly areas: ReadonlyMap<string, FirmArea>;
  /** By folded name: what the store takes a body of this name for. Not in it: a firm. */
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly frame: Frame;
};

/** Looks up what a sheet names. What is not there, or stands against it, goes to the log; then undefined. */
export async function resolveSheet(
  reader: GraphReader,
  sheet: ReturnedSheet,
  log: SheetLog,
): Promise<ResolvedSheet | undefined> {
  const here: SheetPlace = { file: sheet.file, sheet: sheet.sheet };
  const office = await liveEntity(reader, sheet.office);
  if (office === undefined || (office.kind !== 'Place' && office.kind !== 'Park')) {
    log.add('OFFICE_UNKNOWN', { ...here, row: sheet.head });
    return undefined;
  }
  if (sheet.version !== reader.version) {
    log.add('SHEET_OLDER', here, undefined, { version: sheet.version, now: reader.version });
  }
  const before = log.errors;
  const subjects = await findSubjects(reader, sheet, here, log);
  const areas = await findAreas(reader, sheet, office, here, log);
  const kinds = await findFirms(reader, sheet, here, log);
  const known = [...areas.values()].flatMap((area) => ('entity' in area ? area.entity : []));
  const wanted = [office, ...subjects.values()];
  const entities = [...wanted.map(({ id }) => id as string), ...known];
  const frame = await frameOf(reader, entities, `data/${datasetId(sheet)}`);
  for (const { id, name } of wanted) if (!frame.of.has(id)) log.add('NAME_APART', here, name);
  // A park that only an earlier return of this sheet has named is as new as it was then.
  const lost = [...areas].filter(([, area]) => 'entity' in area && !frame.of.has(area.entity));
  for (const [name] of lost) areas.set(name, { newPark: name });
  return log.errors > before ? undefined : { sheet, office, subjects, areas, kinds, frame };
}

/** By its id or one that redirects to it. */
async function liveEntity(reader: GraphReader, id: string): Promise<Entity | undefined> {
  const found = (await reader.get('entity', [id])).get(id);
  if (found !== undefined) return found;
  const to = (await reader.get('redirect', [id])).get(id)?.to;
  return to === undefined ? undefined : (await reader.get('entity', [to])).get(to);
}

async function findSubjects(reader: GraphReader, sheet: ReturnedSheet, here: SheetPlace, log: SheetLog) {
  const subjects = new Map<string, Entity>();
  const named: readonly (Subject & { row: number; label?: string })[] = [
    ...sheet.answers,
    ...sheet.rows.flatMap(({ subject, row }) => (subject === undefined ? [] : [{ ...subject, row }])),
  ];
  for (const { chain, segment, row, label } of named) {
    const key = subjectKey({ chain, segment });
    if (subjects.has(key)) continue;
    const [of, step] = [
      await liveEntity(reader, chain),
      segment === undefined ? undefined : await liveEntity(reader, segment),
    ];
    const found = segment === undefined ? of : step;
    const isThere =
      of?.kind === 'Chain' && found !== undefined && (segment === undefined || (await isStep(reader, found, of)));
    if (isThere) subjects.set(key, found);
    else log.add('SEGMENT_GONE', { ...here, row }, undefined, { label: label ?? step?.name ?? '' });
  }
  return subjects;
}

async function isStep(reader: GraphReader, segment: Entity, chain: Entity): Promise<boolean> {
  const ties = await reader.find('relationship', 'from', [segment.id]);
  return segment.kind === 'Segment' && ties.some(({ type, to }) => type === 'SEGMENT_OF' && to === chain.id);
}

/** A park that the store knows must be in the office, or nowhere yet; a new one is said aloud. */
async function findAreas(
  reader: GraphReader,
  sheet: ReturnedSheet,
  office: Entity,
  here: SheetPlace,
  log: SheetLog,
): Promise<Map<string, FirmArea>> {
  const areas = new Map<string, FirmArea>();
  const inside = await areasInside(reader, office.id);
  const byName = await entitiesByName(
    reader,
    sheet.rows.flatMap(({ park }) => park ?? []),
  );
  for (const { park, row } of sheet.rows) {
    if (park === undefined || areas.has(park)) continue;
    const place = { ...here, row, ...(sheet.parkColumn === undefined ? {} : { column: sheet.parkColumn }) };
    const named = (byName.get(foldName(park)) ?? []).filter(({ kind }) => kind === 'Place' || kind === 'Park');
    const own = named.find(({ id }) => inside.has(id));
    if (own !== undefined) {
      areas.set(park, { entity: own.id });
      continue;
    }
    const standing = await Promise.all(named.map((one) => standingOf(reader, one, office)));
    if (standing.includes('around')) areas.set(park, { entity: office.id });
    else if (standing.includes('elsewhere')) log.add('PARK_ELSEWHERE', place, park, { office: office.name });
    else {
      const parks = [...inside.values()].map(({ name }) => name);
      log.add('PARK_NEW', place, park, { office: office.name, near: didYouMean(park, parks) });
      areas.set(park, { newPark: park });
    }
  }
  return areas;
}

/** An area that is not inside the office: it may contain it, or lie elsewhere, or nobody says where. */
async function standingOf(reader: GraphReader, area: Entity, office: Entity): Promise<'around' | 'elsewhere' | 'open'> {
  if ((await areasInside(reader, area.id)).has(office.id)) return 'around';
  const ties = await reader.find('relationship', 'from', [area.id]);
  const isPlaced = ties.some(({ type }) => type === 'LOCATED_IN' || type === 'PART_OF');
  return isPlaced || area.kind === 'Place' ? 'elsewhere' : 'open';
}

/** A body that the store knows as something else than a firm keeps its kind; another code than the known one is said. */
async function findFirms(reader: GraphReader, sheet: ReturnedSheet, here: SheetPlace, log: SheetLog) {
  const kinds = new Map<string, Kind>();
  const byName = await entitiesByName(
    reader,
    sheet.firms.map(({ name }) => name),
  );
  const bodies: readonly Kind[] = KIND_SETS.body;
  const codes = await codesOf(reader, [...byName.values()].flat());
  const told = new Set<string>();
  for (const { name, code, row } of sheet.firms) {
    const folded = foldName(name);
    const named = (byName.get(folded) ?? []).filter(({ kind }) => bodies.includes(kind));
    const [other] = named;
    if (named.length === 1 && other !== undefined) kinds.set(folded, other.kind);
    const known = named.flatMap(({ id }) => codes.get(id) ?? []);
    if (code === undefined || known.length === 0 || known.includes(code) || told.has(folded)) continue;
    told.add(folded);
    log.add('CODE_DIFFERS', { ...here, row }, code, { name, known: known.join('、') });
  }
  return kinds;
}

export async function codesOf(
  reader: GraphReader,
  entities: readonly Entity[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader.find('attribute', 'entity', new Set(entities.map(({ id }) => id)));
  const codes = new Map<string, string[]>();
  for (const { entity, name, value } of rows) {
    if (name === 'identifier' && codeFault(value) === undefined)
      codes.set(entity, [...(codes.get(entity) ?? []), value]);
  }
  return codes;
}

/** Live entities by each name, folded. */
async function entitiesByName(reader: GraphReader, names: readonly string[]): Promise<ReadonlyMap<string, Entity[]>> {
  const rows = await reader.find('name', 'folded', new Set(names.map(foldName)));
  const entities = await reader.get('entity', new Set(rows.map(({ entity }) => entity)));
  const byName = new Map<string, Entity[]>();
  for (const { folded, entity } of rows) {
    const row = entities.get(entity);
    const known = byName.get(folded) ?? [];
    if (row !== undefined && !known.some(({ id }) => id === row.id)) known.push(row);
    byName.set(folded, known);
  }
  return byName;
}
