import { type IssueText, warning } from './issue-text.ts';

/** Firms that are not merged, and that a person may know to be one. */
export const NEAR_FIRM_CODES = {
  FIRM_FORM_DIFFERS: warning(
    '“{value}”与“{other}”（{where}）只差组织形式，没有合并，作两家企业',
    '“{value}” and “{other}” ({where}) differ only in legal form; they were not merged, and stand as two firms',
    '是同一家，写成同一个名称，或在 decisions.jsonl 写 same；拿不准写 unsure（显示为“或指”）；确是两家写 different',
    'if they are one, write one name, or say same in decisions.jsonl; unsure (shown as may be), or different if they are two',
  ),
  FIRM_FORM_KNOWN: warning(
    '“{value}”与库里已有的“{other}”只差组织形式，没有合并，作两家企业',
    '“{value}” and “{other}” in the store differ only in legal form; they were not merged, and stand as two firms',
    '在 decisions.jsonl 写一行 same（同一家）、different（两家）或 unsure（拿不准），right 写 {right}；也可以改写成库里的名称',
    'in decisions.jsonl say same, different or unsure in a line with right {right}; or write the name that the store has',
  ),
  FIRM_FORMS_UNCOMPARED: warning(
    '企业超过 {most} 家，没有同库里已有的企业比较组织形式',
    'more than {most} firms: their legal forms were not compared with firms in the store',
    '不必处理；要查，用“名单比对”',
    'nothing to do; to look them up, match the list',
  ),
} as const satisfies Record<string, IssueText>;
