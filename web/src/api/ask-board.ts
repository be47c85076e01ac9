import type { VariablesOf } from '../graphql.ts';
import { boardQuery, type Board, type BoardActor, type BoardAnswer, type ToldActor, type ToldBoard } from './board.ts';
import { ask } from './client.ts';

/** The board with each body where its cells name it: a body of many cells comes over the wire once. */
export async function askBoard(
  variables: VariablesOf<typeof boardQuery>,
): Promise<Board | Exclude<BoardAnswer, { __typename: 'Board' }>> {
  const { board } = await ask(boardQuery, variables);
  return board.__typename === 'Board' ? withBodies(board) : board;
}

/** @throws Error when a cell names a body that the answer does not have */
export function withBodies({ cells, bodies, ...board }: ToldBoard): Board {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const actor = ({ entityId, relationIds }: ToldActor): BoardActor => {
    const entity = byId.get(entityId);
    if (entity === undefined) throw new Error(`no body ${entityId}`);
    return { entity, relations: relationIds.map((id) => ({ id })) };
  };
  return {
    ...board,
    cells: cells.map((cell) => ({
      ...cell,
      operating: cell.operating.map(actor),
      building: cell.building.map(actor),
      unplaced: cell.unplaced.map(actor),
      intended: cell.intended.map(actor),
      research: cell.research.map(actor),
    })),
  };
}
