import { stringifyDocument, type AnyVariables, type TypedDocumentNode } from 'urql';

/** A question as a reader may paste it into any GraphQL client: the document, then its variables as a comment. */
export function queryText<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): string {
  const lines = JSON.stringify(variables, null, 2).split('\n');
  return `${stringifyDocument(query).trim()}\n\n${lines.map((line) => `# ${line}`).join('\n')}\n`;
}
