import { KIND_SETS, KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { readPartnerView } from '#server/analysis/candidates/partners/read-view.ts';
import type { BodyGround } from '#server/analysis/candidates/body-lists.ts';
import {
  partnerModel,
  partnersOf,
  type PartnerGround,
  type PartnerScore,
} from '#server/analysis/candidates/partners/scores.ts';
import type { PartnerView } from '#server/analysis/candidates/partners/view.ts';
import type { Lack } from '#server/analysis/candidates/rank-segment.ts';
import { measurePartners, type Measured } from '#server/analysis/candidates/measure/measure.ts';
import { readAround } from '#server/analysis/place-of.ts';
import type { View } from '../view.ts';
import { measuredOnce } from './measured.ts';

/** Entities that the ranking of partners looks at; beyond that it is none of one question. */
const MOST_LOOKED_AT = 50_000;

/** Whom it names, what joins them, and what they do. */
const KINDS: readonly Kind[] = KIND_NAMES.filter(
  (kind) => KIND_SETS.body.some((body) => body === kind) || ['Project', 'Segment', 'Product'].includes(kind),
);

type RankedPartners = {
  readonly partners: readonly PartnerScore[];
  /** Bodies that were weighed. */
  readonly weighed: number;
  /** What they were ranked from. */
  readonly view: PartnerView;
};

/**
 * Whoever already works with it is no news; a body that takes part in nothing gives nothing to go by.
 * @param only of all that are ranked, these; a score does not depend on who else is given
 */
export async function rankPartners(
  at: View,
  { body, ties }: Pick<BodyGround, 'body' | 'ties'>,
  first: number,
  only?: ReadonlySet<string>,
): Promise<RankedPartners | Lack> {
  const known = await readPartners(at);
  if (known === undefined) return 'size';
  const { model, view } = known;
  const number = model.numberOf.get(body);
  if (number === undefined || (model.tiesOf[number]?.length ?? 0) === 0) return 'ties';
  const leaveOut = (id: string) => (ties.get(id)?.length ?? 0) > 0 || only?.has(id) === false;
  return { partners: partnersOf(model, { body, first, leaveOut }), weighed: model.bodies.length, view };
}

export function measuredPartners(at: View, view: PartnerView): Promise<Measured> {
  return measuredOnce(at, 'partners', () => measurePartners(view));
}

/** What the ranking of partners knows of a version, made once; undefined: there is too much of it. */
async function readPartners(at: View): Promise<PartnerGround | undefined> {
  const kept = at.kept?.partners.get(at.version, '');
  if (kept !== undefined) return kept;
  const counts = await at.topology.kindCounts();
  if (KINDS.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0) > MOST_LOOKED_AT) return undefined;
  const ids = (await at.reader.find('entity', 'kind', KINDS)).map(({ id }) => id as string);
  const view = await at.topology.analyse(ids, (projection) => {
    const entities = ids.map((id) => projection.entities.indexOf(id));
    projection.need?.(entities);
    readAround(projection, entities);
    return readPartnerView(projection);
  });
  const ground = { model: partnerModel(view), view };
  at.kept?.partners.set(at.version, '', ground);
  return ground;
}
