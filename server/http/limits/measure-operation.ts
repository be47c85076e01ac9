import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { OBJECTS_A_POINT, sizeOf, surchargeOf, type Arguments } from './sizes.ts';

/** What an operation asks for, its fragments and variables filled in. */
export type Measure = {
  depth: number;
  listDepth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  repeats: number;
  objects: number;
  cost: number;
  /** The largest `first` anywhere. */
  pageSize: number;
};

type Place = {
  readonly parent: GraphQLObjectType | GraphQLInterfaceType | undefined;
  readonly depth: number;
  readonly listDepth: number;
  readonly objects: number;
  readonly page: number;
  readonly introspection: boolean;
};

/** Fields looked at before the measuring itself is too much: a fragment may double at each level. */
const MOST_FIELDS = 20_000;

/**
 * Measures a valid operation. Whatever `@skip` and `@include` say, all of it counts.
 * @param variables as sent; defaults of the operation are filled in here, where validation cannot see them
 * @returns undefined when there is too much even to measure
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measure | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? variables;
  const counts = {
    depth: 0,
    listDepth: 0,
    aliases: 0,
    rootFields: 0,
    directives: 0,
    pageSize: 0,
    points: 0,
    objects: 0,
  };
  const repeats = new Map<string, number>();
  let fields = 0;
  counts.directives += operation.directives?.length ?? 0;
  const root = schema.getRootType(operation.operation) ?? undefined;
  visit(operation.selectionSet, {
    parent: root,
    depth: 0,
    listDepth: 0,
    objects: 1,
    page: 1,
    introspection: false,
  });
  if (fields > MOST_FIELDS) return undefined;
  const { points, ...measure } = counts;
  return {
    ...measure,
    repeats: Math.max(0, ...repeats.values()),
    cost: points + Math.ceil(counts.objects / OBJECTS_A_POINT),
  };

  function visit(selections: SelectionSetNode, place: Place): void {
    for (const node of selections.selections) {
      if (fields > MOST_FIELDS) return;
      counts.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.FIELD) visitField(node, place);
      else {
        fields++;
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        if (fragment !== undefined)
          visit(fragment.selectionSet, { ...place, parent: narrowed(fragment.typeCondition?.name.value, place) });
      }
    }
  }

  function narrowed(name: string | undefined, place: Place): Place['parent'] {
    const type = name === undefined ? undefined : schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? type : place.parent;
  }

  function visitField(node: FieldNode, place: Place): void {
    fields++;
    const name = node.name.value;
    if (node.alias !== undefined) counts.aliases++;
    if (place.depth === 0) counts.rootFields++;
    const key = `${place.parent?.name ?? ''}.${name}`;
    repeats.set(key, (repeats.get(key) ?? 0) + 1);
    const introspection = place.introspection || name === '__schema' || name === '__type';
    // A wrapped type names what is inside it: `ofType` leads nowhere new.
    const depth = introspection && name === 'ofType' ? place.depth : place.depth + 1;
    counts.depth = Math.max(counts.depth, depth);
    if (place.parent !== undefined) counts.points += place.objects >= 1 ? surchargeOf(place.parent, name) : 0;
    const field = fieldOf(place.parent, name, introspection);
    const below = placeBelow(node, field, place, { depth, introspection });
    if (node.selectionSet !== undefined) visit(node.selectionSet, below);
  }

  function placeBelow(
    node: FieldNode,
    field: GraphQLField<unknown, unknown> | undefined,
    place: Place,
    next: Pick<Place, 'depth' | 'introspection'>,
  ): Place {
    if (field === undefined || place.parent === undefined) {
      return { ...place, ...next, parent: undefined };
    }
    const args = argumentsOf(field, node);
    if (typeof args['first'] === 'number') counts.pageSize = Math.max(counts.pageSize, args['first']);
    const size = sizeOf(place.parent, field.name, field.type, args, place.page);
    const inner = getNamedType(field.type);
    const composite = isObjectType(inner) || isInterfaceType(inner) ? inner : undefined;
    const objects = place.objects * Math.max(1, size.count);
    if (node.selectionSet !== undefined && !next.introspection) counts.objects += objects;
    const listDepth = place.listDepth + (size.list && node.selectionSet !== undefined ? 1 : 0);
    counts.listDepth = Math.max(counts.listDepth, listDepth);
    return { ...next, parent: composite, listDepth, objects, page: size.page ?? place.page };
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
    try {
      return getArgumentValues(field, node, coerced);
    } catch {
      // A wrong argument: execution says which.
      return {};
    }
  }

  function fieldOf(parent: Place['parent'], name: string, introspection: boolean) {
    if (introspection && parent === schema.getQueryType()) return introspectionField(name);
    return parent?.getFields()[name];
  }

  function introspectionField(name: string): GraphQLField<unknown, unknown> | undefined {
    const type = schema.getType(name === '__schema' ? '__Schema' : '__Type');
    if (!isObjectType(type)) return undefined;
    return {
      name,
      description: undefined,
      type,
      args: [],
      deprecationReason: undefined,
      extensions: {},
      astNode: undefined,
    };
  }
}
