import { KIND_SETS, KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { readPartnerView } from '#server/analysis/candidates/partners/read-view.ts';
import { partnerModel, type PartnerGround } from '#server/analysis/candidates/partners/scores.ts';
import { readAround } from '#server/analysis/place-of.ts';
import type { View } from '../view.ts';

/** Entities that the ranking of partners looks at; beyond that it is none of one question. */
const MOST_LOOKED_AT = 50_000;

/** Whom it names, what joins them, and what they do. */
const KINDS: readonly Kind[] = KIND_NAMES.filter(
  (kind) => KIND_SETS.body.some((body) => body === kind) || ['Project', 'Segment', 'Product'].includes(kind),
);

/** What the ranking of partners knows of a version, made once; undefined: there is too much of it. */
export async function readPartners(at: View): Promise<PartnerGround | undefined> {
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
