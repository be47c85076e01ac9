import { MOST_PER_PAGE } from '#server/graphql/connection.ts';
import { ClientError, type ClientCode } from '#server/graphql/client-error.ts';
import type { MeasuredLimit } from '#server/graphql/view.ts';
import type { Limits } from './limits.ts';
import type { Measure } from './measure-operation.ts';

type Rule = {
  readonly measure: keyof Measure;
  readonly most: (limits: Limits) => number;
  readonly code: ClientCode;
  readonly zh: string;
  readonly en: string;
};

/** In the order in which they are said: one at a time. */
const RULES: readonly Rule[] = [
  { measure: 'aliases', most: ({ aliases }) => aliases, code: 'COST_LIMIT_EXCEEDED', zh: '别名', en: 'aliases' },
  {
    measure: 'rootFields',
    most: ({ rootFields }) => rootFields,
    code: 'COST_LIMIT_EXCEEDED',
    zh: '顶层字段',
    en: 'root fields',
  },
  {
    measure: 'directives',
    most: ({ directives }) => directives,
    code: 'COST_LIMIT_EXCEEDED',
    zh: '指令',
    en: 'directives',
  },
  {
    measure: 'repeats',
    most: ({ repeats }) => repeats,
    code: 'COST_LIMIT_EXCEEDED',
    zh: '同一字段的重复',
    en: 'repeats of one field',
  },
  { measure: 'depth', most: ({ depth }) => depth, code: 'DEPTH_LIMIT_EXCEEDED', zh: '层数', en: 'levels' },
  {
    measure: 'listDepth',
    most: ({ listDepth }) => listDepth,
    code: 'DEPTH_LIMIT_EXCEEDED',
    zh: '列表层数',
    en: 'levels of lists',
  },
  { measure: 'pageSize', most: () => MOST_PER_PAGE, code: 'BAD_USER_INPUT', zh: '每页', en: 'rows a page' },
  { measure: 'objects', most: ({ objects }) => objects, code: 'COST_LIMIT_EXCEEDED', zh: '对象', en: 'objects' },
  { measure: 'cost', most: ({ cost }) => cost, code: 'COST_LIMIT_EXCEEDED', zh: '点数', en: 'points' },
];

/** What an operation asks of each limit, in the order in which they are checked. */
export function measuredLimits(measure: Measure, limits: Limits): (MeasuredLimit & { readonly code: ClientCode })[] {
  return RULES.map(({ measure: limit, most, code, zh, en }) => ({
    limit,
    label: { zh, en },
    asked: measure[limit],
    allowed: most(limits),
    code,
  }));
}

/** @throws ClientError naming the first limit that is passed, how much was asked and how much is allowed */
export function checkLimits(measure: Measure | undefined, limits: Limits): void {
  if (measure === undefined) {
    throw new ClientError('COST_LIMIT_EXCEEDED', '问题太大，无法估算 / the operation is too large to measure');
  }
  const passed = measuredLimits(measure, limits).find(({ asked, allowed }) => asked > allowed);
  if (passed === undefined) return;
  const { limit, label, asked, allowed, code } = passed;
  const message = `${label.zh}：${asked}，最多 ${allowed} / ${label.en}: ${asked}, at most ${allowed}`;
  throw new ClientError(code, message, { limit, asked, allowed });
}
