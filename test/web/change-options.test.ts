import { expect, test } from 'vitest';
import { changeOptions, chosenTypes } from '../../web/src/state/change-options.ts';

const type = (name: 'SUPPLIES' | 'LOCATED_IN') => ({ type: name, label: { zh: `关系${name}`, en: name } });

test('what only the older version has can be asked for too, each kind and type once', () => {
  const options = changeOptions({
    now: { kinds: [{ kind: 'Company' }], relationTypes: [type('LOCATED_IN')] },
    before: { kinds: [{ kind: 'Company' }, { kind: 'Park' }], relationTypes: [type('SUPPLIES'), type('LOCATED_IN')] },
  });
  expect(options).toStrictEqual({ kinds: ['Company', 'Park'], types: [type('LOCATED_IN'), type('SUPPLIES')] });
});

test('a type that neither version has is named and not asked for', () => {
  const options = { types: [type('SUPPLIES'), type('LOCATED_IN')] };
  expect(chosenTypes({ shownTypes: ['EATS', 'LOCATED_IN'] }, options)).toStrictEqual({
    asked: ['LOCATED_IN'],
    unknown: ['EATS'],
  });
  expect(chosenTypes({ shownTypes: [] }, options)).toStrictEqual({ asked: [], unknown: [] });
});
