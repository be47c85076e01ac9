import { error, warning, type SheetIssueText } from './sheet-issue-text.ts';

/** What a returned sheet can be told when it is held against the store. */
export const STORE_ISSUE_CODES = {
  OFFICE_UNKNOWN: error(
    '库里没有这张表的单位',
    'the store does not know the office of this sheet',
    '表是从别的库导出的，或数据已撤销：重新导出',
    'the sheet is of another store, or the data were undone: export it anew',
  ),
  SEGMENT_GONE: error(
    '库里这条产业链已没有“{label}”',
    'the chain has no “{label}” in the store any more',
    '重新导出这张表',
    'export the sheet anew',
  ),
  NAME_APART: error(
    '库里的“{value}”靠人工决定才认得，名录里的同名记录接不上',
    'the store knows “{value}” only by a decision; the name alone does not lead to it',
    '先给它一个全称，再重新导出',
    'give it a full name first, then export the sheet anew',
  ),
  PARK_ELSEWHERE: error(
    '“{value}”不在{office}',
    '“{value}” is not in {office}',
    '改正园区；在别处的企业由别处填',
    'mend the park; firms elsewhere belong on another sheet',
  ),
  PARK_NEW: warning(
    '库里没有“{value}”这个园区{near}；按{office}里的新园区记',
    'the store knows no park “{value}”{near}; it is taken for a new one in {office}',
    '写错了就改正',
    'mend it if it is a slip',
  ),
  FIRM_FORM_KNOWN: warning(
    '“{value}”与库里已有的“{other}”只差组织形式，没有合并，作两家企业',
    '“{value}” and “{other}” in the store differ only in legal form; they were not merged, and stand as two firms',
    '是同一家，改写成库里的名称；确是两家，不用管',
    'if they are one, write the name that the store has; if they are two, leave it',
  ),
  CODE_DIFFERS: warning(
    '库里“{name}”的信用代码是 {known}',
    'the store has another code for “{name}”: {known}',
    '核对是不是同一家',
    'look whether they are one firm',
  ),
} as const satisfies Record<string, SheetIssueText>;
