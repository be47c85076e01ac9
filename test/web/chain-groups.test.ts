import { expect, test } from 'vitest';
import type { Beside, Board } from '../../web/src/api/board.ts';
import type { BriefFact } from '../../web/src/api/brief.ts';
import type { Kind, Modality, RelationType, SourceClass, SourceLite } from '../../web/src/api/fragments.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { besideWords } from '../../web/src/state/beside.ts';
import { besideTold } from '../../web/src/state/brief.ts';
import { chainGroups } from '../../web/src/state/chain-groups.ts';
import { chainLine } from '../../web/src/state/chain-line.ts';

type About = { readonly kind?: Kind; readonly type?: RelationType; readonly modality?: Modality };

const SOURCE: SourceLite = {
  id: 'a',
  title: 'a',
  titleEn: null,
  class: 'policy',
  publisher: null,
  date: '2025',
  url: null,
  visibility: 'public',
};

function told(id: string, cls: SourceClass, { kind = 'Place', type = 'ACTIVE_IN', modality = 'planned' }: About = {}) {
  const source = { ...SOURCE, class: cls };
  const passage = (locator: string) => ({ id: `${id}${locator}`, locator, source });
  const evidence = [
    { stance: 'refutes' as const, note: '另有一说', passage: passage('¶9') },
    { stance: 'supports' as const, note: '照原文', passage: passage('¶1') },
    { stance: 'supports' as const, note: '照原文', passage: passage('¶2') },
  ];
  const fact: BriefFact = {
    __typename: 'Relation',
    id,
    type,
    modality,
    confidence: 900,
    conflict: true,
    sentence: { zh: id, en: id },
    from: { id: `of ${id}`, kind, name: id, nameEn: null },
    provenance: { statements: { totalCount: 4, edges: [{ node: { evidence } }] } },
  };
  return [id, fact] as const;
}

const ofFact = ({ id, type, modality, from }: BriefFact) => ({ id, type, modality, from });

test('what the service says a policy asks is policy, whichever places were fetched, and what it does not is reported', () => {
  const facts = new Map([
    told('fourth', 'official_news'),
    told('later', 'policy'),
    told('wish', 'proposal', { modality: 'proposed' }),
    told('firm', 'register', { kind: 'Company', modality: 'operating' }),
    told('lab', 'register', { kind: 'Laboratory', type: 'SUPPORTS', modality: 'operating' }),
    told('park', 'policy', { kind: 'Park', modality: 'operating' }),
  ]);
  const requests: Board['requestsOfChain'] = [
    { class: 'policy', planned: [{ id: 'fourth' }], proposed: [] },
    { class: 'official_news', planned: [{ id: 'later' }], proposed: [{ id: 'wish' }] },
  ];
  const groups = chainGroups({ ofChain: [...facts.values()].map(ofFact), requestsOfChain: requests }, facts);
  expect(groups.map(({ name, facts: own }) => [name, own.map(({ id }) => id)])).toStrictEqual([
    ['operating', ['firm']],
    ['areas', ['park']],
    ['research', ['lab']],
    ['policy', ['fourth']],
    ['reported', ['later']],
    ['proposed', ['wish']],
  ]);
  const one: Beside = {
    segment: 's',
    region: 'r',
    other: { id: 'o', name: 'o', nameEn: null },
    chains: [],
    ties: [],
    requests,
    operating: [],
    building: [],
    intended: [],
  };
  expect(besideTold(one, facts).asks.map(({ role, of }) => [role, of.map(({ name }) => name)])).toStrictEqual([
    ['policy', ['fourth']],
    ['reported', ['later']],
    ['proposed', ['wish']],
  ]);
  expect(besideWords([one], zh)).toStrictEqual([zh.board.besideAsks(3)]);
});

test('of the whole chain a firm is in production, others are at work, research has no such word; only support is noted', () => {
  const real = (about: About) => {
    const [, fact] = told('x', 'register', { modality: 'operating', ...about });
    return chainLine(fact, zh, 'zh');
  };
  const where = [`${zh.classes.register} 2025，¶1`, zh.paths.sure(zh.sure.high)];
  expect(real({ kind: 'Company' })).toStrictEqual({ parts: ['在产', ...where], notes: ['照原文'] });
  expect(real({ kind: 'Hospital' }).parts).toStrictEqual(['在业', ...where]);
  expect(real({ kind: 'Institute', type: 'SUPPORTS' }).parts).toStrictEqual(where);
  expect(real({ modality: 'planned' }).parts).toStrictEqual([zh.modalities.planned, ...where]);
});
