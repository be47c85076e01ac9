import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Answer } from './sides.ts';

/**
 * How often what can be asked and answered really was, by word:
 * - `Relation.context`: the field had a value, which is neither null nor an empty list; for a field of a kind of
 *   entity, which is the same for all of them, `Company.place`: it was answered, and `Entity.place`: it had a value
 * - `PathResult = PathSet`: a member of a union, a kind behind an interface
 * - `Kind.Company`: an enum value in an answer, `asked Kind.Company`: in a question
 * - `Query.node(version)`, `PathInput.k`: an argument, a field of an input
 * - `error CURSOR_EXPIRED`
 */
export type Tally = {
  readonly counts: ReadonlyMap<string, number>;
  readonly asked: number;
  /** Answers without an error that found something, as `isFound` has it. */
  readonly found: number;
  add(question: DocumentNode, answer: Answer): void;
};

export function createTally(schema: GraphQLSchema): Tally {
  const counts = new Map<string, number>();
  // Gives nothing back: what a visitor returns would take the place of the node.
  const count = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  let [asked, found] = [0, 0];

  function object(type: GraphQLObjectType, value: Readonly<Record<string, unknown>>, inside: SelectionSetNode): void {
    const isEntity = type.getInterfaces().some(({ name }) => name === 'Entity');
    for (const node of fieldsIn(schema, type, inside)) {
      const field = type.getFields()[node.name.value];
      if (field === undefined) continue;
      const one = value[node.alias?.value ?? field.name];
      if (one === undefined) continue;
      const hasValue = one !== null && !(Array.isArray(one) && one.length === 0);
      if (isEntity || hasValue) count(`${type.name}.${field.name}`);
      if (isEntity && hasValue) count(`Entity.${field.name}`);
      output(field.type, one, node.selectionSet);
    }
  }

  function output(declared: GraphQLOutputType, value: unknown, inside: SelectionSetNode | undefined): void {
    const type = getNullableType(declared);
    if (value === null) return;
    if (isListType(type)) {
      for (const one of value as unknown[]) output(type.ofType as GraphQLOutputType, one, inside);
    } else if (isEnumType(type)) count(`${type.name}.${value as string}`);
    else if (inside !== undefined && !isLeafType(type)) {
      const row = value as Readonly<Record<string, unknown>>;
      const named = row['__typename'];
      const runtime = isObjectType(type) ? type : typeof named === 'string' ? schema.getType(named) : undefined;
      if (!isObjectType(runtime)) return;
      if (isAbstractType(type)) count(`${type.name} = ${runtime.name}`);
      object(runtime, row, inside);
    }
  }

  function inputs(question: DocumentNode): void {
    const info = new TypeInfo(schema);
    const countIn = {
      Argument: () => count(`${info.getParentType()?.name}.${info.getFieldDef()?.name}(${info.getArgument()?.name})`),
      ObjectField: (node: { name: { value: string } }) => {
        const parent = getNamedType(info.getParentInputType());
        count(`${parent?.name}.${node.name.value}`);
      },
      EnumValue: (node: { value: string }) => count(`asked ${getNamedType(info.getInputType())?.name}.${node.value}`),
    };
    visit(question, visitWithTypeInfo(info, countIn));
  }

  return {
    counts,
    get asked() {
      return asked;
    },
    get found() {
      return found;
    },
    add(question, { data, errors }) {
      asked++;
      for (const { code } of errors) count(`error ${String(code)}`);
      if (errors.length === 0) inputs(question);
      const [operation] = question.definitions;
      const query = schema.getQueryType();
      if (data === null || data === undefined || query == null || operation?.kind !== Kind.OPERATION_DEFINITION) return;
      object(query, data as Readonly<Record<string, unknown>>, operation.selectionSet);
      if (errors.length === 0 && isFound(data)) found++;
    },
  };
}

/**
 * Did a question find anything? True when one of its root fields gave a row: an entity or relationship, a hit, a
 * relationship or reading of a neighbourhood, a path or a near miss, a source or run of the data set, a change.
 */
export function isFound(data: unknown): boolean {
  return Object.values(data as Readonly<Record<string, unknown>>).some((root) => {
    if (root === null || typeof root !== 'object') return false;
    if (Array.isArray(root)) return root.some((one) => one !== null);
    const { __typename, ...fields } = root as Readonly<Record<string, unknown>>;
    const { edges, relations, readings, paths, none, sources, runs } = fields;
    switch (__typename) {
      case 'SearchConnection':
        return some(edges);
      case 'Neighbourhood':
        return some(relations) || some(readings);
      case 'PathSet':
        return some(paths) || isNearMiss(none);
      case 'Dataset':
        return some(sources) || some(runs);
      case 'Changes':
        return some(edges);
      case 'EntityNotFound':
      case 'InvalidConstraint':
        return false;
      default:
        return true;
    }
  });
}

/** These two reasons come with one at least. */
function isNearMiss(none: unknown): boolean {
  const { reason, misses } = (none ?? {}) as { readonly reason?: string; readonly misses?: unknown };
  return reason === 'FILTERED' || reason === 'TOO_FAR' || some(misses);
}

function some(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** Every word that a tally can count, but for the errors. */
export function wordsIn(schema: GraphQLSchema): readonly string[] {
  const words: string[] = [];
  const kinds = new Set(schema.getPossibleTypes(namedAbstract(schema, 'Entity')).map(({ name }) => name));
  const reached = new Set<string>();
  const args = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) words.push(...schema.getPossibleTypes(type).map(({ name }) => `${type.name} = ${name}`));
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      const inner = getNamedType(field.type);
      if (type.name !== 'Node') words.push(`${type.name}.${field.name}`);
      if (type.astNode?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
        if (isEnumType(inner)) reached.add(`asked ${inner.name}`);
        continue;
      }
      if (isEnumType(inner)) reached.add(inner.name);
      if (!('args' in field) || kinds.has(type.name)) continue;
      for (const arg of field.args) {
        args.add(`${type.name}.${field.name}(${arg.name})`);
        const asked = getNamedType(arg.type);
        if (isEnumType(asked)) reached.add(`asked ${asked.name}`);
      }
    }
  }
  for (const way of reached) {
    const type = schema.getType(way.replace('asked ', ''));
    if (isEnumType(type)) words.push(...type.getValues().map(({ name }) => `${way}.${name}`));
  }
  return [...words, ...args];
}

function namedAbstract(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name);
  if (!isAbstractType(type)) throw new Error(`${name} is not abstract`);
  return type;
}

/** The fields that a selection asks of a type, fragments filled in. */
function fieldsIn(schema: GraphQLSchema, type: GraphQLObjectType, { selections }: SelectionSetNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
    const on = schema.getType(selection.typeCondition?.name.value ?? type.name);
    const applies = on === type || (isAbstractType(on) && !isUnionType(on) && schema.isSubType(on, type));
    return applies ? fieldsIn(schema, type, selection.selectionSet) : [];
  });
}
