/** How one key of a link is read into a view and written from it. */
export type Field<View> = {
  readonly key: string;
  /** Puts the value into the draft; false when the text is no value of this field. */
  readonly read: (text: string, draft: { -readonly [K in keyof View]: View[K] }) => boolean;
  /** Null: the default, which no link says. */
  readonly write: (view: View) => string | null;
};

export const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The names of a view whose values are of one sort. */
type NamesOf<View, Value> = { [K in keyof View]: View[K] extends Value ? K : never }[keyof View];

/** Makers of fields of the common sorts; `defaults` is what a link without the key means. */
export function fieldsOf<View extends object>(defaults: View) {
  type Name = keyof View;
  const field = (
    key: string,
    name: Name,
    valueOf: (text: string) => unknown,
    textOf: (value: never) => string | null,
  ): Field<View> => ({
    key,
    read(text, draft) {
      const value = valueOf(text);
      if (value !== undefined) draft[name] = value as View[Name];
      return value !== undefined;
    },
    write: (view) => textOf(view[name] as never),
  });
  const listText = (value: readonly string[]) => (value.length > 0 ? value.join(',') : null);

  return {
    idField: (key: string, name: NamesOf<View, string | null>): Field<View> =>
      field(
        key,
        name,
        (text) => (ID.test(text) ? text : undefined),
        (value: string | null) => value,
      ),

    /** Words of a form, each once, in the order of the link. */
    listField: (key: string, name: NamesOf<View, readonly string[]>, most: number, form: RegExp = ID): Field<View> =>
      field(
        key,
        name,
        (text) => {
          const parts = text.split(',');
          return parts.length <= most && parts.every((part) => form.test(part)) ? [...new Set(parts)] : undefined;
        },
        listText,
      ),

    wholeField: (key: string, name: NamesOf<View, number | null>, least: number, most: number): Field<View> =>
      field(
        key,
        name,
        (text) => {
          const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
          return value >= least && value <= most ? value : undefined;
        },
        (value: number | null) => (value === defaults[name] ? null : String(value)),
      ),

    flagField: (key: string, name: NamesOf<View, boolean>): Field<View> =>
      field(
        key,
        name,
        (text) => (text === '0' || text === '1' ? text === '1' : undefined),
        (value: boolean) => (value === defaults[name] ? null : value ? '1' : '0'),
      ),

    /** Some words of a list, in its order. */
    wordsField: <Word extends string>(
      key: string,
      name: NamesOf<View, readonly Word[]>,
      words: readonly Word[],
    ): Field<View> =>
      field(
        key,
        name,
        (text) => {
          const asked = text.split(',');
          const known = words.filter((word) => asked.includes(word));
          return known.length === asked.length ? known : undefined;
        },
        listText,
      ),

    wordField: <Word extends string>(
      key: string,
      name: NamesOf<View, Word | null>,
      words: readonly Word[],
    ): Field<View> =>
      field(
        key,
        name,
        (text) => words.find((candidate) => candidate === text),
        (value: Word | null) => value,
      ),
  };
}
