import { SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { Asker, Question } from './asker.ts';
import { CHAIN, COUNTY } from './worked-chain.ts';

/** Of all chains those that most is said of. */
const MOST_CHAINS = 8;

/** As often as these together the one is asked about in which everything comes up. */
const WORKED = 16;

/** What has changed in the cells of a chain since the version before, or the first. */
export function aboutChanges(at: Asker): Question {
  return aboutBoards(at, at.turn('of a change', ['CellCause', 'CellChange', 'Settlement', 'StrengthTerm']));
}

/** One to three regions of a chain: one that something is said of there, the others as they come. */
export function aboutBoards(at: Asker, aim?: string): Question {
  const { byKind, of, byId } = at.sample;
  const chains = byKind.get('Chain') ?? [];
  const into = (id: string, type: string) => (of.get(id) ?? []).filter((row) => row.type === type && row.to === id);
  const operating = (id: string) => into(id, 'ACTIVE_IN').filter(({ modality }) => modality === 'operating').length;
  const told = (id: string) => into(id, 'SEGMENT_OF').reduce((sum, { from }) => sum + 1 + 9 * operating(from), 0);
  const fullest = chains.toSorted((a, b) => told(b.id) - told(a.id)).slice(0, MOST_CHAINS);
  const worked = chains.find(({ name }) => name === CHAIN.name);
  const chain = at.turn('chain of a board', [
    ...(worked === undefined ? [] : Array.from({ length: WORKED }, () => worked)),
    ...(fullest.length > 0 ? fullest : [at.entity()]),
  ]);
  const steps = into(chain.id, 'SEGMENT_OF').map(({ from }) => from);
  const near = [chain.id, ...steps].flatMap((id) => (of.get(id) ?? []).flatMap(({ from, context }) => [from, context]));
  const whereabouts = near.flatMap((id) =>
    (of.get(id ?? '') ?? []).flatMap(({ type, from, to }) => (type === 'LOCATED_IN' && from === id ? [to] : [])),
  );
  const areas = [...(byKind.get('Place') ?? []), ...(byKind.get('Park') ?? [])].map(({ id }) => id);
  const isArea = (id: string) => ['Place', 'Park'].includes(byId.get(id)?.kind ?? '');
  const areasNear = [...near, ...whereabouts].flatMap((id) => (id !== undefined && isArea(id) ? [id] : []));
  const county = byKind.get('Place')?.find(({ name }) => name === COUNTY.name);
  const regions = [
    chain === worked && county !== undefined ? county.id : at.draw.pick(areasNear.length > 0 ? areasNear : areas),
    ...at.draw.some(areas, at.turn('regions', [0, 1, 2])),
  ];
  const date =
    aim !== undefined
      ? undefined
      : at.turn('date of a board', [undefined, undefined, undefined, '2024-12', undefined, '2020-06']);
  const focus =
    aim ??
    at.turn('of a board', [
      'BoardCell',
      'Judgement',
      'LeastChange',
      'Strength',
      'BoardActor',
      'CellCause',
      'BoardFlow',
      'BoardAlongside',
      'BoardFramework',
      'BoardSegment',
      'CellCause',
      'CellChange',
      'CellCause',
      'CellReason',
      'CellGrounds',
      'Settlement',
      'BoardLane',
      'BoardRequests',
      'BoardSince',
    ]);
  const { version } = at.sample;
  const earlier = at.turn(`earlier version of a board ${aim === undefined}`, [
    version - 1,
    version - 1,
    1,
    version - 2,
    undefined,
  ]);
  const since = earlier === undefined || earlier < 1 || earlier >= version ? undefined : earlier;
  const sourceClasses = at.turn('classes of a board', [
    undefined,
    undefined,
    ['policy', 'official_news'],
    undefined,
    [at.turn('class of a board', wordsOf(SOURCE_CLASSES))],
  ]);
  const args = { chain: chain.id, regions: [...new Set(regions)], date, since, sourceClasses };
  return at.ask('board', args, focus, {
    segment: at.draw.pick(steps.length > 0 ? steps : [chain.id]),
    region: regions[0],
  });
}
