import { Locator } from '#graph-model/facts/passage.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { Layout } from '#server/analysis/layout/layout.ts';
import type { Plan, PlanFact } from '#server/analysis/layout/plan.ts';

/** Names of a small world by kind; a name is its own id. */
export type Things = Partial<Record<Kind, string>>;

/**
 * A plan in lines of `¶3 甲区 ACTIVE_IN 化工`: planned where ACTIVE_IN, SUPPORTS operating, all else operating, unless a
 * modality stands at the end. Passages are their locators.
 * @param beside containment that other sources tell: `甲园 < 甲区`
 */
export function planOf(
  things: Things,
  lines: readonly string[],
  { beside = [], segments = {}, coverage = [], targets = [] }: More = {},
): Plan {
  const kinds = Object.entries(things) as [Kind, string][];
  const entities = new Map(
    kinds.flatMap(([kind, names]) => names.split(' ').map((name) => [name, { id: name, kind, name }] as const)),
  );
  const byId = new Map<string, PlanFact>();
  for (const line of lines) {
    const [passage = '', from = '', type = '', to = '', said] = line.split(' ');
    const modality = (said ?? (type === 'ACTIVE_IN' ? 'planned' : 'operating')) as Modality;
    const id = [from, type, to, modality].join(' ');
    const passages = [...(byId.get(id)?.passages ?? []), passage];
    byId.set(id, { id, type: type as RelationshipType, modality, from, to, at: undefined, passages });
  }
  const facts = [...byId.values()];
  const own = new Map<string, string[]>();
  for (const { type, from, to } of facts) {
    if (type === 'PART_OF' || type === 'LOCATED_IN') own.set(from, [...(own.get(from) ?? []), to]);
  }
  const others = new Map<string, string[]>();
  for (const line of beside) {
    const [inner = '', outer = ''] = line.split(' < ');
    others.set(inner, [...(others.get(inner) ?? []), outer]);
  }
  const areas = [...entities.keys()];
  return {
    facts,
    entities,
    locators: new Map(facts.flatMap(({ passages }) => passages.map((one) => [one, Locator.parse(one)] as const))),
    placedIn: new Map(areas.map((area) => [area, own.get(area) ?? others.get(area) ?? []])),
    liesIn: new Map(areas.map((area) => [area, [...(own.get(area) ?? []), ...(others.get(area) ?? [])]])),
    chainsOf: new Map(Object.entries(segments)),
    coverage,
    targets,
  };
}

type More = {
  readonly beside?: readonly string[];
  readonly segments?: Readonly<Record<string, readonly string[]>>;
  readonly coverage?: Plan['coverage'];
  readonly targets?: Plan['targets'];
};

/** The table in lines: `化工 ¶3 | park 甲园 ¶3 | listed ¶1`. */
export function tableOf({ industries }: Layout): readonly string[] {
  return industries.map(({ chain, passages, cells }) =>
    [
      `${chain} ${passages.join(' ')}`,
      ...cells.map(({ says, parks, asked, segments }) => {
        const mentions = says === 'park' ? parks : says === 'segment' ? segments : asked ? [asked] : [];
        const told = mentions.map(({ entity, passages: said }) =>
          says === 'park' || says === 'segment' ? `${entity} ${said.join(' ')}` : said.join(' '),
        );
        return [says, ...told].join(' ');
      }),
    ].join(' | '),
  );
}
