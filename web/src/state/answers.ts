import type { Holdings } from '../api/holdings.ts';
import type { Words } from '../locale/zh.ts';

export type Place = { readonly path: string; readonly word: string };

/** A screen by its word in the table of places; undefined where this release has no such screen. */
function placeOf(name: string, words: Words): Place | undefined {
  const word = (words.places as Readonly<Record<string, string>>)[name];
  return word === undefined ? undefined : { path: `/${name}`, word };
}

/** What there is nothing of is no answer and is left out. */
export function answered(held: Holdings, words: Words) {
  const { start } = words;
  const consortia = kindCount(held, 'Consortium');
  const rows = [
    {
      count: held.planned + held.proposed,
      question: start.asked,
      text: start.askedHolds(held.planned, held.proposed),
      place: placeOf('layout', words),
    },
    { count: held.actors, question: start.seen, text: start.seenHolds(held.actors), place: placeOf('chains', words) },
    {
      count: consortia,
      question: start.joined,
      text: start.joinedHolds(consortia, held.ledConsortia, held.joinedConsortia),
      place: placeOf('consortia', words),
    },
    {
      count: held.relationCount,
      question: start.tied,
      text: start.tiedHolds(held.relationCount.toLocaleString('en-US')),
      place: placeOf('explore', words),
    },
    {
      count: held.unseen,
      question: start.unseen,
      text: start.unseenHolds(held.unseen),
      place: placeOf('survey', words),
    },
    {
      count: held.unseen,
      question: words.candidates.ask,
      text: start.visitHolds(held.unseen),
      place: placeOf('candidates', words),
    },
  ];
  return rows.filter(({ count }) => count > 0);
}

/** Each only while it is true of the data. */
export function unanswered(held: Holdings, words: Words) {
  const { start } = words;
  const chains = kindCount(held, 'Chain');
  const projects = kindCount(held, 'Project');
  const told = held.relationTypes.some(({ type, count }) => type === 'ENGAGED_WITH' && count > 0);
  const some = (count: number, none: string, part: (told: number, rest: number) => string) =>
    count === 0 ? none : part(count, chains - count);
  return [
    {
      open: held.registeredChains === 0 || held.registeredChains < chains,
      question: start.scarce,
      why: some(
        held.registeredChains,
        held.registers === 0 ? start.scarceNone : start.scarceParts(held.registers),
        start.scarceSome,
      ),
      settles: start.scarceBy,
    },
    {
      open: held.answeredChains === 0 || held.answeredChains < chains,
      question: start.responsible,
      why: some(held.answeredChains, start.responsibleNone, start.responsibleSome),
      settles: start.responsibleBy,
    },
    {
      open: held.stagedProjects < projects || held.paidProjects < projects,
      question: start.projects,
      why: start.projectsHold(projects, held.stagedProjects, held.paidProjects),
      settles: start.projectsBy,
    },
    { open: !told, question: start.engaged, why: start.engagedNone, settles: start.engagedBy },
  ].filter(({ open }) => open);
}

function kindCount({ kinds }: Holdings, kind: Holdings['kinds'][number]['kind']): number {
  return kinds.find((one) => one.kind === kind)?.count ?? 0;
}
