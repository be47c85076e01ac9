import { graphql } from 'graphql';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { storeTopologies } from '#server/analysis/topologies.ts';
import { schema } from '../graphql/schema.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '../graphql/views.ts';

const WHO = '{ entity { id kind name } relations { id modality sentence { zh en } } }';
const FACT = '{ id modality sentence { zh en } }';
const SOURCE = '{ id title class publisher date }';
const JUDGED = '{ state label { zh en } sole onlyBuilding contradicted }';
const LABEL = 'label { zh en }';

/** The same question as the service answers: one cell with all that it rests on. */
const QUESTION = `query Cell($chain: ID!, $segment: ID!, $region: ID!) {
  board(chain: $chain, regions: [$region]) {
    __typename
    ... on Board {
      date
      coverage { sources newestSource entities relations version }
      cell(segment: $segment, region: $region) {
        segment { id name }
        region { id name }
        judgement ${JUDGED}
        reasons { about ${LABEL} holds reason { zh en } }
        strength { total terms { term ${LABEL} count value } }
        covered
        registers ${SOURCE}
        wantedRegister { zh en }
        changes { change ${LABEL} count to ${JUDGED} }
        settlements { settle ${LABEL} count to ${JUDGED} }
        planned ${FACT}
        proposed ${FACT}
        requests { class planned { id } proposed { id } }
        operating ${WHO}
        building ${WHO}
        unplaced ${WHO}
        intended ${WHO}
        research ${WHO}
        areas ${FACT}
        judged ${FACT}
        claimedMissing ${FACT}
        sources ${SOURCE}
      }
    }
  }
}`;

/** A cell of a board by its chain, segment and region: their ids, with dots between. */
export function isCell(text: string): boolean {
  return text.split('.').length === 3;
}

/**
 * Why a cell of a board is as it is: every state and mark with its reason, the terms, the coverage, the facts and
 * their sources.
 * @throws GraphError ID_UNKNOWN when there is no such chain, segment or region, or they make no cell
 */
export async function explainCellOf(store: GraphStore, text: string, signal: AbortSignal): Promise<unknown> {
  const [chain, segment, region] = text.split('.');
  const contextValue = { signal, view: createViews(store, storeTopologies(store), createKept(), signal) };
  const variableValues = { chain, segment, region };
  const { data, errors } = await graphql({ schema, source: QUESTION, contextValue, variableValues });
  const cause = errors?.[0]?.originalError;
  if (cause !== undefined) throw cause;
  type Answer = {
    readonly board: { readonly __typename: string; readonly cell?: object | null; readonly date?: string };
  };
  const { __typename: outcome, ...board } = (data as Answer).board;
  if (outcome !== 'Board' || board.cell === null) throw new GraphError('ID_UNKNOWN', { id: text });
  // As a client gets it: plain objects.
  return JSON.parse(JSON.stringify({ id: text, ...board })) as unknown;
}
