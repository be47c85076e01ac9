import { getNamedType, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { Draw } from './draw.ts';
import { argumentsText } from './printed.ts';
import type { Sample } from './sample.ts';
import { selectionOf } from './selection.ts';
import { refusalOf, type Answer, type AskSide } from './sides.ts';

/** A question as it is asked: one text, its arguments written out. */
export type Question = { readonly text: string; readonly version: number; readonly document: DocumentNode };

/** What the baseline answered when the question was made: what all others are held against. */
export type AskedQuestion = Question & { readonly answer: Answer };

/** What the askers of one world share. */
export type Means = {
  readonly schema: GraphQLSchema;
  /** Answers while questions are made: cursors come from here. */
  readonly baseline: AskSide;
  readonly draw: Draw;
  readonly turns: Map<string, number>;
  /** Types in which something is still looked for: half of the questions aim at them. None while nothing is missed. */
  readonly missed: () => ReadonlySet<string>;
};

/** Makes questions about one version of a world. */
export class Asker {
  readonly sample: Sample;
  readonly draw: Draw;
  readonly #schema: GraphQLSchema;
  readonly #baseline: AskSide;
  /** Types whose fields questions aim at in turn. */
  readonly #focuses: readonly string[];
  readonly #turns: Map<string, number>;
  readonly #missed: Means['missed'];

  constructor({ schema, baseline, draw, turns, missed }: Means, sample: Sample) {
    this.#schema = schema;
    this.#baseline = baseline;
    this.#turns = turns;
    this.#missed = missed;
    this.sample = sample;
    this.draw = draw;
    // Kinds of entity come with the things asked about.
    const others = new Set<string>([...KIND_NAMES, 'Query']);
    const types = Object.values(schema.getTypeMap()).filter(
      ({ astNode }) => astNode?.kind === Kind.OBJECT_TYPE_DEFINITION,
    );
    this.#focuses = [...types.map(({ name }) => name).filter((name) => !others.has(name)), 'Entity'];
  }

  /** A choice that goes round, by the name of what is chosen: in the end every one was made. */
  turn<T>(name: string, list: readonly T[]): T {
    const turn = this.#turns.get(name) ?? 0;
    this.#turns.set(name, turn + 1);
    return list[turn % list.length] as T;
  }

  /** The version as an argument: of the newest half are asked without saying so. */
  version(): number | undefined {
    return this.sample.newest && this.draw.chance(0.5) ? undefined : this.sample.version;
  }

  /**
   * A question of one root field that the server takes: drawn again, and smaller, while it is too large.
   * @param focus the type to aim at; the next in turn where not said
   * @param inner arguments of fields inside, by name, wherever they are taken
   */
  ask(
    root: string,
    args: Readonly<Record<string, unknown>>,
    focus = this.#aim(),
    inner: Readonly<Record<string, unknown>> = {},
  ): Question {
    const field = this.#schema.getQueryType()?.getFields()[root];
    if (field === undefined) throw new Error(`no such question: ${root}`);
    const call = `${root}${argumentsText(field, { version: this.version(), ...args })}`;
    for (let tries = 0; tries < 60; tries++) {
      const argsOf = (below: typeof field) => this.#argumentsOf(below, tries, inner);
      const wanted = { schema: this.#schema, draw: this.draw, argsOf, narrow: tries >= 10 };
      const question = this.question(`{ ${call} ${selectionOf(getNamedType(field.type), focus, wanted)} }`);
      if (refusalOf(question.document).length === 0) return question;
    }
    throw new Error(`no small enough question: ${call} for ${focus}`);
  }

  #aim(): string {
    const missed = this.#missed();
    const among = this.#focuses.filter((name) => missed.has(name));
    return among.length > 0 && this.draw.chance(0.5) ? this.turn('missed', among) : this.turn('focus', this.#focuses);
  }

  question(text: string): Question {
    return { text, version: this.sample.version, document: parse(text) };
  }

  /** What the baseline answers: for cursors to go on from. */
  async answer(question: Question): Promise<unknown> {
    return (await this.#baseline(question.document)).data;
  }

  entity(): RowOf<'entity'> {
    const { byKind, byId, hubs, entities } = this.sample;
    const hub = byId.get(hubs[this.draw.below(Math.min(hubs.length, 20))] ?? '');
    if (hub !== undefined && this.draw.chance(0.3)) return hub;
    const kind = this.turn(
      'kind asked about',
      KIND_NAMES.filter((one) => (byKind.get(one)?.length ?? 0) > 0),
    );
    return this.draw.pick(byKind.get(kind) ?? entities);
  }

  /** A filter that lets some relationship of the entity through, if it has one. */
  filter(of: string): Record<string, unknown> {
    const { draw } = this;
    const relations = this.sample.of.get(of) ?? [];
    if (relations.length === 0) return { types: draw.some(RELATIONSHIP_TYPES, 3) };
    const one = draw.pick(relations);
    const other = this.sample.byId.get(one.from === of ? one.to : one.from);
    const symmetric = one.type === 'COLLABORATES_WITH';
    const parts: Record<string, unknown> = {
      types: [one.type, ...[1, 2, 3].map(() => this.turn('type', RELATIONSHIP_TYPES))],
      direction: draw.chance(0.3) ? 'ANY' : symmetric ? draw.pick(['IN', 'OUT']) : one.from === of ? 'OUT' : 'IN',
      kinds: [other?.kind, ...[1, 2, 3].map(() => this.turn('kind', KIND_NAMES))],
      modalities: [one.modality, this.turn('modality', wordsOf(MODALITIES))],
      sourceClasses: [one.classes[0], ...[1, 2].map(() => this.turn('class', wordsOf(SOURCE_CLASSES)))],
      minConfidence: draw.pick([0, one.confidence]),
      ended: one.ended === true ? true : draw.chance(0.7) ? false : true,
      asOf: one.validFrom ?? one.validTo ?? this.turn('day of a filter', ['2020', '2024-06', '2023-01-15']),
    };
    return Object.fromEntries(draw.some(Object.entries(parts), 1 + draw.below(4)));
  }

  /** Arguments of a field inside: small pages, and any filter. */
  #argumentsOf(
    field: Parameters<typeof argumentsText>[0],
    tries: number,
    inner: Readonly<Record<string, unknown>>,
  ): string {
    const { draw } = this;
    const values: Record<string, unknown> = {};
    for (const { name } of field.args) {
      if (Object.hasOwn(inner, name)) values[name] = inner[name];
      if (name === 'first') values[name] = tries < 10 && draw.chance(0.2) ? undefined : draw.pick([1, 2, 3]);
      if (name === 'filter' && draw.chance(0.5)) {
        const { hubs } = this.sample;
        values[name] = hubs.length === 0 ? {} : this.filter(draw.pick(hubs));
      }
    }
    return argumentsText(field, values);
  }
}
