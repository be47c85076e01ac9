import { astFromValue, print, type GraphQLField } from 'graphql';

/** The arguments of a field as they stand in a question; '' where there are none. */
export function argumentsText(
  field: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, unknown>>,
): string {
  const parts = field.args.flatMap(({ name, type }) => {
    if (values[name] === undefined) return [];
    const node = astFromValue(values[name], type);
    return node == null ? [] : [`${name}: ${print(node)}`];
  });
  return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}
