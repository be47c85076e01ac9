import { graphql, type ResultOf } from '../graphql.ts';
import { ask } from './client.ts';
import { placedFields, type Kind } from './fragments.ts';

/** What a text may be meant for that no name holds: names in other words, never hits of a search. */
export const mayBeQuery = graphql(
  `
    query MayBe($text: String!, $version: Int, $kinds: [Kind!]) {
      reconcile(names: [$text], version: $version, kinds: $kinds) {
        __typename
        ... on Reconciliation {
          names {
            omitted
            candidates {
              reason {
                zh
                en
              }
              entity {
                ...PlacedFields
              }
            }
          }
        }
      }
    }
  `,
  [placedFields],
);

type Answer = Extract<ResultOf<typeof mayBeQuery>['reconcile'], { __typename: 'Reconciliation' }>;
export type MayBe = Pick<Answer['names'][number], 'candidates' | 'omitted'>;

export const NO_MAY_BE: MayBe = { candidates: [], omitted: 0 };

/** Nothing where the text is no name, such as one that is too long. */
export async function mayBeOf(text: string, version: number | null, kinds?: readonly Kind[]): Promise<MayBe> {
  const { reconcile } = await ask(mayBeQuery, { text, version, kinds: kinds ? [...kinds] : null });
  return (reconcile.__typename === 'Reconciliation' ? reconcile.names[0] : undefined) ?? NO_MAY_BE;
}
