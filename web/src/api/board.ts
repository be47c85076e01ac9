import { graphql, type ResultOf } from '../graphql.ts';
import { requestIds, sourceFields, invalidFields, notFoundFields } from './fragments.ts';

const actorIds = graphql(`
  fragment ActorIds on BoardActor {
    entityId
    relationIds
  }
`);

/** Of another chain: whom the cells do not name. */
const besideActor = graphql(`
  fragment BesideActor on BoardActor {
    entity {
      id
      kind
      name
      nameEn
    }
    relationIds
  }
`);

export const judgementFields = graphql(`
  fragment JudgementFields on Judgement {
    state
    sole
    onlyBuilding
    contradicted
  }
`);

/** The board without the words of its facts: a cell asks for those of its own when it is opened. */
export const boardQuery = graphql(
  `
    query Board($chain: ID!, $regions: [ID!]!, $date: String, $since: Int, $classes: [SourceClass!], $version: Int) {
      board(chain: $chain, regions: $regions, date: $date, since: $since, sourceClasses: $classes, version: $version) {
        __typename
        ... on Board {
          chain {
            id
            kind
            name
            nameEn
          }
          date
          regions {
            id
            kind
            name
            nameEn
          }
          columns {
            position
            label {
              zh
              en
            }
            segments {
              entity {
                id
                kind
                name
                nameEn
              }
              partOf
            }
          }
          lanes {
            whole {
              id
              name
              nameEn
            }
            segments
          }
          omittedSegments
          framework {
            ties
            ofNotes
            notes {
              id
              title
              titleEn
            }
          }
          alongside {
            segment
            region
            other {
              id
              name
              nameEn
            }
            chains {
              id
              name
              nameEn
            }
            ties {
              id
              type
            }
            requests {
              ...RequestIds
            }
            operating {
              ...BesideActor
            }
            building {
              ...BesideActor
            }
            intended {
              ...BesideActor
            }
          }
          alongsideCut
          since {
            version
            date
            came {
              id
              name
              nameEn
            }
            went {
              id
              name
              nameEn
            }
          }
          flows {
            from
            to
            flow
            relation
          }
          bodies {
            id
            kind
            name
            nameEn
            readings {
              from {
                id
              }
              to {
                id
              }
            }
          }
          cells {
            segment {
              id
            }
            region {
              id
            }
            judgement {
              ...JudgementFields
            }
            grounds {
              operating
              building
              unplaced
            }
            requests {
              ...RequestIds
            }
            operating {
              ...ActorIds
            }
            building {
              ...ActorIds
            }
            unplaced {
              ...ActorIds
            }
            intended {
              ...ActorIds
            }
            research {
              ...ActorIds
            }
            areas {
              id
            }
            judged {
              id
            }
            claimedMissing {
              id
            }
            covered
            registers {
              ...SourceFields
            }
            wantedRegister {
              zh
              en
            }
            strength {
              total
              terms {
                term
                label {
                  zh
                  en
                }
                count
                value
              }
            }
            gap
            action
            changes {
              change
              count
              to {
                ...JudgementFields
              }
            }
            settlements {
              settle
              count
              to {
                ...JudgementFields
              }
            }
            change {
              change
              moved
              before {
                ...JudgementFields
              }
            }
            newest
            operatingFrom
            plannedFor
            sourceClasses {
              class
              count
            }
          }
          ofChain {
            id
            type
            modality
            from {
              id
              kind
              name
              nameEn
            }
          }
          requestsOfChain {
            ...RequestIds
          }
          coverage {
            sources
            newestSource
            version
          }
        }
        ...NotFoundFields
        ...InvalidFields
      }
    }
  `,
  [actorIds, besideActor, requestIds, judgementFields, sourceFields, invalidFields, notFoundFields],
);

export type BoardAnswer = ResultOf<typeof boardQuery>['board'];
/** As it comes over the wire: each body once, and its id where a cell names it. */
export type ToldBoard = Extract<BoardAnswer, { __typename: 'Board' }>;
export type ToldActor = ToldBoard['cells'][number]['operating'][number];

type Actors = 'operating' | 'building' | 'unplaced' | 'intended' | 'research';
export type BoardActor = {
  readonly entity: ToldBoard['bodies'][number];
  readonly relations: readonly { readonly id: string }[];
};
export type BoardCell = Omit<ToldBoard['cells'][number], Actors> & Readonly<Record<Actors, readonly BoardActor[]>>;
export type Board = Omit<ToldBoard, 'cells' | 'bodies'> & { readonly cells: readonly BoardCell[] };
export type Beside = Board['alongside'][number];
export type BoardColumn = Board['columns'][number];
export type BoardFlow = Board['flows'][number];
export type Judgement = BoardCell['judgement'];
export type LeastChange = BoardCell['changes'][number];
export type Settlement = BoardCell['settlements'][number];
export type CellChangeName = NonNullable<BoardCell['change']>['change'];
export type GapKind = NonNullable<BoardCell['gap']>;
export type ChainAction = BoardCell['action'];
