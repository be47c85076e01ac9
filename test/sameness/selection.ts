import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Draw } from './draw.ts';

type WithFields = GraphQLObjectType | GraphQLInterfaceType;
type AnyField = GraphQLField<unknown, unknown>;

/** What a selection is made with. `argsOf` gives the arguments of a field inside it, printed, or nothing. */
export type Wanted = {
  readonly schema: GraphQLSchema;
  readonly draw: Draw;
  readonly argsOf: (field: AnyField) => string;
  /** Nothing but the way: for where more would be too much. */
  readonly narrow: boolean;
};

/** Pages and edges hold nothing of their own: what stands inside them is asked for whenever they are. */
const WRAPPER = /(Connection|Edge)$/;

/** Chance of a list or thing that does not lie on the way. */
const ASIDE = 0.12;

/**
 * What to ask of a type: all its fields, the shortest way on to the type `focus`, there all fields again, and a little
 * aside. Every object says its type.
 */
export function selectionOf(type: GraphQLNamedType, focus: string, wanted: Wanted): string {
  return select(type, distancesTo(focus, wanted.schema), wanted, 1);
}

/** `distances` undefined: nothing further is wanted below. */
function select(
  type: GraphQLNamedType,
  distances: ReadonlyMap<string, number> | undefined,
  wanted: Wanted,
  depth: number,
): string {
  const { schema, draw, narrow } = wanted;
  if (isUnionType(type) || type.name === 'Node') {
    const members = isUnionType(type) ? type.getTypes() : [schema.getType('Entity'), schema.getType('Relation')];
    const parts = members.flatMap((member) => {
      return member === undefined ? [] : [`... on ${member.name} ${select(member, distances, wanted, depth)}`];
    });
    return `{ __typename ${parts.join(' ')} }`;
  }
  const here = distances?.get(type.name) ?? Infinity;
  const fields = fieldsOf(type);
  const onTheWay = fields.filter((field) => (distances?.get(getNamedType(field.type).name) ?? Infinity) < here);
  const way = here > 0 && onTheWay.length > 0 ? draw.pick(onTheWay) : undefined;
  const parts = fields.flatMap((field) => {
    const inner = getNamedType(field.type);
    const call = `${field.name}${wanted.argsOf(field)}`;
    if (isLeafType(inner)) return [call];
    if (field === way) return [`${call} ${select(inner, distances, wanted, depth + 1)}`];
    const all = here === 0 || (depth === 1 && !narrow) || WRAPPER.test(type.name);
    const aside = isPlain(inner) ? 0.5 : depth < 4 && !narrow ? ASIDE : 0;
    return all || draw.chance(aside) ? [`${call} ${select(inner, undefined, wanted, depth + 1)}`] : [];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

const KNOWN = new WeakMap<GraphQLSchema, Map<string, ReadonlyMap<string, number>>>();

/** Steps from each type to the one wanted; found once, for thousands of questions aim at some hundred types. */
function distancesTo(focus: string, schema: GraphQLSchema): ReadonlyMap<string, number> {
  const known = KNOWN.get(schema) ?? new Map<string, ReadonlyMap<string, number>>();
  KNOWN.set(schema, known);
  const distances = known.get(focus) ?? findDistances(focus, schema);
  known.set(focus, distances);
  return distances;
}

function findDistances(focus: string, schema: GraphQLSchema): ReadonlyMap<string, number> {
  const distances = new Map([[focus, 0]]);
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  for (let steps = 0, before = -1; distances.size > before; steps++) {
    before = distances.size;
    for (const type of types) {
      if (distances.has(type.name)) continue;
      const next = isUnionType(type) ? type.getTypes() : fieldsOf(type).map((field) => getNamedType(field.type));
      if (next.some(({ name }) => distances.get(name) === steps)) distances.set(type.name, steps + 1);
    }
  }
  return distances;
}

function isPlain(type: GraphQLNamedType): boolean {
  return !WRAPPER.test(type.name) && fieldsOf(type).every((field) => isLeafType(getNamedType(field.type)));
}

function fieldsOf(type: GraphQLNamedType): readonly AnyField[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values((type as WithFields).getFields()) : [];
}
