import { expect, test } from 'vitest';
import { countsConsortia } from '#server/analysis/consortia/counted.ts';

test.each([
  '企业创新联合体数',
  '创新联合体总数',
  '省级创新联合体数量',
  'number of innovation consortia',
  'Innovation consortia',
])('%s counts consortia', (measure) => expect(countsConsortia(measure)).toBe(true));

test.each(['组建创新联合体的链上企业数', '联合体成员数', '产值', 'firms in consortia of the region'])(
  '%s counts something else',
  (measure) => expect(countsConsortia(measure)).toBe(false),
);
