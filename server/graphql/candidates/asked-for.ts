import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
import { builder } from '../builder.ts';
import { entityNotFound, invalidConstraint } from '../expected-outcomes.ts';
import { entityAt } from '../nodes.ts';
import type { EntityShape } from '../refs.ts';
import type { View } from '../view.ts';

type Input = {
  readonly chain?: string | null;
  readonly segment?: string | null;
  readonly region?: string | null;
  readonly body?: string | null;
};

export const CandidatesForInput = builder.inputRef<Input>('CandidatesFor').implement({
  description: 'A segment or a chain with a region; or a body alone.',
  fields: (t) => ({
    segment: t.id(),
    chain: t.id({
      description: 'Of a segment that several chains have, this one; where not said, the first by name and id.',
    }),
    region: t.id({ description: 'A place or a park.' }),
    body: t.id(),
  }),
});

export type AskedFor =
  | { readonly body: EntityShape }
  | {
      readonly body: undefined;
      readonly chain: EntityShape;
      readonly segment?: EntityShape;
      readonly region: EntityShape;
    };

/** Partners of a body are ranked without weights and required terms: whoever gives some must not think them used. */
export function ofSegmentOnly(args: {
  readonly for: Input;
  readonly weights?: object | null;
  readonly required?: readonly unknown[] | null;
}) {
  if (args.for.body === undefined || args.for.body === null) return undefined;
  if (Object.values(args.weights ?? {}).some((weight) => weight !== null)) {
    return invalidConstraint('weights', '问一个主体时不用权重', 'Partners of a body are ranked without weights.');
  }
  if ((args.required ?? []).length > 0) {
    return invalidConstraint('required', '问一个主体时没有必须项', 'No term can be required of partners of a body.');
  }
  return undefined;
}

const BODIES: readonly Kind[] = KIND_SETS.body;

/** What is asked for by the ids of this version, or why it cannot be. */
export async function askedFor(at: View, { chain, segment, region, body }: Input) {
  const named = { chain, segment, region, body };
  const entities: { [name: string]: EntityShape | undefined } = {};
  for (const [name, id] of Object.entries(named)) {
    if (id === undefined || id === null) continue;
    const entity = await entityAt(at, id);
    if (entity === undefined) return entityNotFound(id);
    entities[name] = entity;
  }
  if (entities['body'] !== undefined) return ofBody(entities['body'], entities);
  return ofSegment(at, entities);
}

function ofBody(body: EntityShape, { chain, segment, region }: { [name: string]: EntityShape | undefined }) {
  if (chain !== undefined || segment !== undefined || region !== undefined) {
    return invalidConstraint(
      'for',
      '问一个主体时不再给链、环节或地区',
      'With a body neither chain, segment nor region.',
    );
  }
  if (!BODIES.includes(body.row.kind)) return invalidConstraint('for.body', '不是主体', 'Not a body.');
  return { body };
}

async function ofSegment(at: View, { chain, segment, region }: { [name: string]: EntityShape | undefined }) {
  if (region === undefined || (chain === undefined && segment === undefined)) {
    return invalidConstraint(
      'for',
      '应给一个环节或一条链，再加一个地区；或一个主体',
      'Give a segment or a chain, with a region; or a body.',
    );
  }
  const { kind } = region.row;
  if (kind !== 'Place' && kind !== 'Park') {
    return invalidConstraint('for.region', '应是地区或园区', 'A region is a place or a park.');
  }
  if (chain !== undefined && chain.row.kind !== 'Chain') {
    return invalidConstraint('for.chain', '不是产业链', 'Not an industry chain.');
  }
  if (segment === undefined) return { body: undefined, chain: chain as EntityShape, region };
  if (segment.row.kind !== 'Segment') return invalidConstraint('for.segment', '不是环节', 'Not a segment.');
  const chains = await chainsOf(at, segment.row.id);
  const own = chain === undefined ? chains[0] : chains.find(({ id }) => id === chain.row.id);
  if (own === undefined) {
    return invalidConstraint('for.segment', '不是这条链的环节', 'Not a segment of that chain.');
  }
  return { body: undefined, chain: { at, row: own }, segment, region };
}

/** By name, then by id. */
async function chainsOf(at: View, segment: string): Promise<readonly RowOf<'entity'>[]> {
  const steps = (await at.load.by('relationship', 'from', segment)).filter(({ type }) => type === 'SEGMENT_OF');
  const chains = await at.load.rows('entity', new Set(steps.map(({ to }) => to)));
  return chains.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
