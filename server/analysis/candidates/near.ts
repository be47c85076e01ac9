import type { PartialDate } from '#graph-model/dates.ts';
import { compareText } from '#graph-model/text.ts';
import type { SliceFact } from '../board/slice.ts';
import { isMade } from './fits.ts';
import { severalOf } from './measure/hide-memberships.ts';
import { LEAST_GROUPS } from './measure/measure.ts';
import {
  bodiesNear,
  segmentModel,
  segmentsNear,
  type Related,
  type SegmentModel,
  type SegmentView,
} from './relatedness.ts';

/** What firms do, of a whole version as known on a day. */
export type NearGround = {
  readonly date: PartialDate;
  readonly view: SegmentView;
  readonly model: SegmentModel;
  /** By firm: what makes it near others, the facts of what it does. */
  readonly does: ReadonlyMap<string, readonly SliceFact[]>;
  /** By firm: every segment of which anything is written of it, were it only a plan or research. */
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
  /** By segment: itself, and everything that it is a part of. */
  readonly wholes: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Why nothing is ranked by nearness. */
export type NearLack =
  | { readonly lack: 'segment' | 'does' | 'size' }
  /** So many firms are written to do two segments or more. */
  | { readonly lack: 'few'; readonly count: number };

export const NEAR_LACKS = {
  segment: { zh: '要选定一个环节', en: 'one segment must be chosen' },
  few: {
    zh: `写到做两个以上环节的企业不足 ${LEAST_GROUPS} 家，排不出`,
    en: `fewer than ${LEAST_GROUPS} firms are written to do two or more segments`,
  },
  does: { zh: '没有写到它作为企业做哪个环节', en: 'no segment is written that it does as a firm' },
  size: { zh: '资料太多，一次问不完', en: 'too much for one question' },
} as const;

/**
 * @param facts of firms and segments, told by that day and not ended; what is denied counts as written, and no more
 * @param nested what each segment is part of: other segments, and where there is none its chains
 */
export function nearGround(
  date: PartialDate,
  facts: readonly SliceFact[],
  nested: ReadonlyMap<string, readonly string[]>,
  feeds: SegmentView['feeds'],
): NearGround {
  const written = new Map<string, Set<string>>();
  for (const { from, segment } of facts) written.set(from, (written.get(from) ?? new Set()).add(segment));
  const done = facts.filter(isDone);
  const does = new Map<string, SliceFact[]>();
  for (const fact of done) does.set(fact.from, [...(does.get(fact.from) ?? []), fact]);
  const view: SegmentView = {
    active: done.map(({ from, segment }) => ({ body: from, segment })),
    // Of several, none is the one that it is part of.
    partOf: new Map([...nested].flatMap(([id, over]) => (over.length === 1 ? [[id, over[0] as string] as const] : []))),
    feeds,
  };
  const wholes = new Map([...nested.keys()].map((id) => [id, wholesOf(id, nested)]));
  return { date, view, model: segmentModel(view), does, written, wholes };
}

/** Firms of which nothing is written in a segment or its parts, and that do segments near it: nearest first. */
export function firmsNear(ground: NearGround, segment: string): readonly Related[] | NearLack {
  const lack = lackOf(ground);
  if (lack !== undefined) return lack;
  return bodiesNear(ground.model, segment, {
    first: Infinity,
    leaveOut: (firm) => isWritten(ground, firm, segment),
  });
}

/** What is written of a firm in the segments that its nearness to another rests on: in order of id. */
export function factsNear({ does }: NearGround, firm: string, { terms }: Related): readonly SliceFact[] {
  const segments = new Set(terms.flatMap(({ value, rests }) => (value > 0 ? rests : [])));
  const facts = (does.get(firm) ?? []).filter(({ segment }) => segments.has(segment));
  return facts.sort((a, b) => compareText(a.id, b.id));
}

/** Segments of which nothing is written of a firm, near those that it does: nearest first. */
export function nearOfFirm(ground: NearGround, firm: string): readonly Related[] | NearLack {
  const lack = lackOf(ground);
  if (lack !== undefined) return lack;
  if (!ground.model.segmentsOf.has(firm)) return { lack: 'does' };
  return segmentsNear(ground.model, firm, {
    first: Infinity,
    leaveOut: (segment) => isWritten(ground, firm, segment),
  });
}

function lackOf({ model }: NearGround): NearLack | undefined {
  const count = severalOf(model).length;
  return count < LEAST_GROUPS ? { lack: 'few', count } : undefined;
}

/** Said to be done or built, by nobody denied, and not only studied. */
function isDone(fact: SliceFact): boolean {
  return !fact.disputed && (fact.modality === 'operating' || fact.modality === 'building') && isMade(fact);
}

/** Whoever does a part does the whole. */
function isWritten({ written, wholes }: NearGround, firm: string, segment: string): boolean {
  return [...(written.get(firm) ?? [])].some((one) => one === segment || wholes.get(one)?.has(segment) === true);
}

function wholesOf(segment: string, nested: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([segment]);
  for (const one of found) for (const over of nested.get(one) ?? []) found.add(over);
  return found;
}
