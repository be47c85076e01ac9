import { error, type IssueText, warning } from './issue-text.ts';

/** What is wrong with a line of decisions.jsonl. */
export const DECISION_CODES = {
  DECISION_INVALID: error(
    '这一行不是决定：{detail}',
    'this line is no decision: {detail}',
    '按 docs/dataset-format.md 写成一行 JSON',
    'write one line of JSON by docs/dataset-format.md',
  ),
  // A warning, because lines are only ever added: a source that is withdrawn leaves its decisions behind.
  DECISION_DANGLING: warning(
    '数据里没有这个记录：{value}{near}；这条决定不起作用',
    'the data hold no such record: {value}{near}; the decision does nothing',
    '资料撤下了就不必处理；若写错了 source、kind 或 name，改正',
    'nothing to do if its source was withdrawn; else mend source, kind or name',
  ),
  DECISION_UNKNOWN: error(
    '库里没有别的数据集写到的{kind}“{value}”{near}',
    'the store holds no {kind} “{value}” of another data set{near}',
    '写库里的名称，或用它页面地址里的编号：{"entity":"e…"}；那份资料撤下了，就再加一行 undecided',
    'write a name that the store has, or the id in the address of its page: {"entity":"e…"}; if its source was withdrawn, add a line undecided',
  ),
  DECISION_AMBIGUOUS: error(
    '库里叫“{value}”的有几个：{candidates}',
    'the store has several named “{value}”: {candidates}',
    '用编号说是哪一个：{"entity":"e…"}',
    'say which one by its id: {"entity":"e…"}',
  ),
  DECISION_IDLE: warning(
    '这个数据集没有陈述 {value}，决定暂不起作用',
    'this data set has no statement {value}; the decision rests',
    '不必处理；若写错了编号，另加一行',
    'nothing to do; if the id is wrong, add a line',
  ),
} as const satisfies Record<string, IssueText>;
