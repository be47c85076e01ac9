import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

type Words = { has(word: string): boolean };

/** Words that came up too seldom, and who could bring them. */
export type ScarceWords<Maker> = {
  readonly size: number;
  isIn(words: Words): boolean;
  /** This word has come up often enough. */
  delete(word: string): void;
  /** A question of this maker, and the words that its answer had. */
  hear(make: Maker, question: DocumentNode, words: Iterable<string>): void;
  /** The types at which a question aims to bring one. */
  types(): ReadonlySet<string>;
  /** Those of the makers that brought one, and, for what nobody brought, those that ask of its type. */
  promising(makers: readonly Maker[]): readonly Maker[];
};

export function scarceWords<Maker>(schema: GraphQLSchema, expected: readonly string[]): ScarceWords<Maker> {
  const left = new Set(expected);
  const typesOf = typesWith(schema);
  const heard = new Map<Maker, { readonly words: Set<string>; readonly types: Set<string> }>();
  const isIn = (words: Words) => [...left].some((word) => words.has(word));
  return {
    get size() {
      return left.size;
    },

    isIn,
    delete: (word) => void left.delete(word),
    hear(make, question, words) {
      const known = heard.get(make) ?? { words: new Set(), types: new Set() };
      heard.set(make, known);
      for (const word of words) known.words.add(word);
      for (const type of typesAsked(schema, question)) known.types.add(type);
    },
    types: () => new Set([...left].flatMap(typesOf)),
    promising(makers) {
      const all = [...heard.values()];
      const unseen = [...left].filter((word) => !all.some(({ words }) => words.has(word)));
      const wanted = unseen.flatMap(typesOf);
      return makers.filter((make) => {
        const known = heard.get(make);
        return known !== undefined && (isIn(known.words) || wanted.some((type) => known.types.has(type)));
      });
    },
  };
}

/** Of a word of `wordsIn`, the types that a question aims at to bring it: its own, or those that have a field of it. */
function typesWith(schema: GraphQLSchema): (word: string) => readonly string[] {
  const holders = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const held = getNamedType(field.type).name;
      holders.set(held, [...(holders.get(held) ?? []), type.name]);
    }
  }
  return (word) => {
    const member = / = (.+)$/.exec(word)?.[1];
    const name = member ?? word.split('.')[0] ?? word;
    const type = schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? [name] : (holders.get(name) ?? []);
  };
}

/** The types of which a question asks a field, whether there is something of it or not. */
function typesAsked(schema: GraphQLSchema, question: DocumentNode): ReadonlySet<string> {
  const info = new TypeInfo(schema);
  const types = new Set<string>();
  const note = (): void => {
    const name = info.getParentType()?.name;
    if (name !== undefined) types.add(name);
  };
  visit(question, visitWithTypeInfo(info, { Field: note }));
  return types;
}
