import { expect, test } from 'vitest';
import { withBodies } from '../../web/src/api/ask-board.ts';
import type { ToldBoard } from '../../web/src/api/board.ts';

const pump = { id: 'e1', kind: 'Company' as const, name: '泵企', nameEn: null };

/** Of a board no more than bodies and cells. */
function told(operating: string, bodies: readonly (typeof pump)[]): ToldBoard {
  const nobody = { operating: [], building: [], unplaced: [], intended: [], research: [] };
  const cell = { ...nobody, operating: [{ entityId: operating, relationIds: ['l1', 'l2'] }] };
  return { bodies, cells: [cell, { ...nobody, research: cell.operating }] } as unknown as ToldBoard;
}

test('each body of an answer stands in every cell that names it, with its facts there', () => {
  const actor = { entity: pump, relations: [{ id: 'l1' }, { id: 'l2' }] };
  expect(withBodies(told('e1', [pump]))).toStrictEqual({
    cells: [
      { operating: [actor], building: [], unplaced: [], intended: [], research: [] },
      { operating: [], building: [], unplaced: [], intended: [], research: [actor] },
    ],
  });
});

test('a cell never shows a body without its name', () => {
  expect(() => withBodies(told('e2', [pump]))).toThrow('no body e2');
});
