import { error, warning, type SheetIssueText } from './sheet-issue-text.ts';
import { STORE_ISSUE_CODES } from './store-issue-codes.ts';

/** Everything that a returned survey sheet can be told. The set is closed; docs/issues.md names each. */
export const SHEET_ISSUE_CODES = {
  // the file and its sheets
  NOT_A_WORKBOOK: error(
    '不是能读的 XLSX 文件',
    'not an XLSX workbook that can be read',
    '在表格软件里另存为 .xlsx；加了密码的先去掉',
    'save it as .xlsx; take a password off first',
  ),
  FILE_TOO_LARGE: error(
    '文件有 {bytes} 字节，最多 {most}',
    'the file has {bytes} bytes, at most {most} are read',
    '删去图片和别的表，只留摸底表',
    'take out pictures and other sheets',
  ),
  SHEET_TOO_LONG: error(
    '这张表的行数太多，没有读完',
    'this sheet has too many rows to be read',
    '删去多余的行，或分成几张表',
    'remove rows that are not needed, or make several sheets',
  ),
  SHEET_NONE: error(
    '文件里没有填过的摸底表',
    'the file holds no survey sheet that is filled',
    '填写 survey export 导出的表',
    'fill a sheet of survey export',
  ),
  MARKS_LOST: error(
    '像是摸底表，但隐藏的标记不全（{what}）',
    'this looks like a survey sheet, but its hidden marks are gone ({what})',
    '从原表重新复制整张工作表，不要删隐藏的行和列',
    'copy the whole sheet anew from the one that was sent, hidden rows and columns too',
  ),
  SHEET_IGNORED: warning(
    '不是摸底表，{count} 个值没有读',
    'not a survey sheet; {count} values were not read',
    '不用管；若是摸底表，从原表重新复制',
    'leave it; if it is a survey sheet, copy it anew from the one that was sent',
  ),
  SHEET_BLANK: warning('没有填', 'nothing is filled in', '填好再交', 'fill it in'),
  CELL_TWICE: error(
    '{office}的“{value}”在 {other} 也填了',
    '“{value}” of {office} is answered in {other} too',
    '只留一张',
    'keep one of the two',
  ),
  SHEET_OLDER: warning(
    '这张表按数据版本 {version} 导出，现在是 {now}',
    'this sheet was made from data version {version}, now it is {now}',
    '不用管：编号对得上的都读了',
    'leave it: whatever its ids still name was read',
  ),
  // the head
  PUBLISHER_MISSING: error(
    '没有写填报单位',
    'the office that fills it in is not named',
    '写单位全称：名录由它负责',
    'write its full name: it stands behind the register',
  ),
  DATE_MISSING: error(
    '没有写截至日期',
    'the date it holds for is missing',
    '写名录截至哪一天，如 2025-06-30',
    'write the day the register holds for, as 2025-06-30',
  ),
  DATE_UNREADABLE: error(
    '“{value}”不是日期',
    '“{value}” is not a date',
    '写成 2025-06-30、2025-06 或 2025',
    'write 2025-06-30, 2025-06 or 2025',
  ),
  DATE_AHEAD: error('截至日期 {value} 还没有到', 'the date {value} is still to come', '改正年份', 'mend the year'),
  REGISTER_OLD: warning(
    '名录截至 {value}，相对于资料的日期 {now} 已满 {years} 年，不再覆盖',
    'the register of {value} is {years} years older than the data ({now}), and covers nothing any more',
    '请填报单位更新',
    'ask the office for a newer one',
  ),
  DATE_READ: warning(
    '“{value}”读作 {date}',
    '“{value}” was read as {date}',
    '不对就改成 2025-06-30 这样',
    'if that is wrong, write it as 2025-06-30',
  ),
  VISIBILITY_UNKNOWN: error(
    '“{value}”不是可选的公开范围',
    '“{value}” is no choice of who may see it',
    '写 公开 或 内部；空着按内部',
    'write 公开 (public) or 内部 (internal); empty is internal',
  ),
  SHEET_INTERNAL: warning(
    '这张表是内部的，这个库是公开的：不收',
    'this sheet is internal, and this store public: it takes none',
    '收进内部的库；填报单位同意公开的，把公开范围填成 公开',
    'accept it into an internal store; where its office agrees to publish, write 公开 there',
  ),
  // the answers
  ANSWER_MISSING: error(
    '“{label}”填了企业，没有选是否齐全',
    'firms are given for “{label}”, but not whether they are all',
    '选 齐全、不齐全',
    'choose 齐全 or 不齐全',
  ),
  ANSWER_UNKNOWN: error(
    '“{value}”不是可选的答复{near}',
    '“{value}” is none of the answers{near}',
    '从下拉框选：{known}',
    'choose one: {known}',
  ),
  ANSWER_WITHOUT_FIRMS: error(
    '“{label}”写了{value}，却没有企业',
    '“{label}” says {value}, but names no firm',
    '真没有就选 确认没有这类企业；有就填上',
    'choose 确认没有这类企业 if there is none, or fill them in',
  ),
  ANSWER_AGAINST_FIRMS: error(
    '“{label}”确认没有企业，第 {rows} 行却填了',
    '“{label}” confirms that there is none, but row {rows} names one',
    '二者改一',
    'mend one of the two',
  ),
  ANSWERS_DIFFER: error(
    '整条产业链答的是“{value}”，“{label}”答的不同',
    'the whole chain is answered {value}, “{label}” otherwise',
    '整条链齐全或没有，每个环节也一样',
    'what is said of the whole chain holds for each segment',
  ),
  ANSWER_BLANK: warning(
    '“{label}”没有答，这一格不变',
    '“{label}” is not answered; its cell stays as it is',
    '不用管，或补填',
    'leave it, or fill it in',
  ),
  // the firms
  COLUMN_LOST: error(
    '找不到“{value}”这一列',
    'there is no column “{value}”',
    '把这一列的表头改回来',
    'give the column its head back',
  ),
  COLUMN_TWICE: error('“{value}”有两列', 'there are two columns “{value}”', '只留一列', 'keep one of them'),
  COLUMN_IGNORED: warning(
    '“{value}”列不读，{count} 个值按名略去',
    'column “{value}” is not read; {count} values are ignored by name',
    '不用管',
    'leave it',
  ),
  COLUMN_DROPPED: warning(
    '“{value}”列是个人联系方式或姓名，{count} 个值不读',
    'column “{value}” holds personal contacts or names; {count} values are not read',
    '不用管；以后不必填',
    'leave it; it need not be filled in',
  ),
  CELL_BROKEN: error(
    '公式没有结果，或结果是错误',
    'the formula has no result, or an error',
    '直接写上值',
    'write the value itself',
  ),
  CELL_COMPUTED: warning(
    '是公式，按显示的值读作“{value}”',
    'a formula; what it shows was read: “{value}”',
    '核对这个值',
    'look whether that is right',
  ),
  SEGMENT_MISSING: error(
    '这一行没有写是哪个环节',
    'this row does not say which segment',
    '从下拉框选',
    'choose it from the list',
  ),
  SEGMENT_UNKNOWN: error(
    '这张表没有问到“{value}”{near}',
    'this sheet does not ask for “{value}”{near}',
    '从下拉框选：{known}',
    'choose one: {known}',
  ),
  NAME_MISSING: error(
    '这一行没有企业名称',
    'this row names no firm',
    '写营业执照上的全称',
    'write its full legal name',
  ),
  NAME_WEAK: error(
    '“{value}”太短，认不出是哪一家',
    '“{value}” is too short to tell which firm it is',
    '写营业执照上的全称',
    'write its full legal name',
  ),
  CODE_AS_NUMBER: error(
    '信用代码存成了数字，后几位已丢（{value}）',
    'the code is stored as a number; its last digits are lost ({value})',
    '把单元格设成文本，重新写 18 位代码',
    'make the cell text and write the 18 characters anew',
  ),
  CODE_INVALID: error(
    '“{value}”不是统一社会信用代码：{why}',
    '“{value}” is not a unified social credit code: {why}',
    '对照营业执照改正；没有就留空',
    'mend it by the licence; leave it empty if there is none',
  ),
  CODE_OF_TWO: error(
    '“{value}”同时是“{name}”和“{other}”的代码（第 {row} 行）',
    '“{value}” is the code of “{name}” and of “{other}” (row {row})',
    '改正代码或名称',
    'mend the code or the name',
  ),
  NAME_OF_TWO: error(
    '“{name}”有两个代码，另一个在第 {row} 行',
    '“{name}” has two codes, the other one in row {row}',
    '改正代码或名称',
    'mend the code or the name',
  ),
  STATUS_MISSING: error('没有写状态', 'the status is missing', '选 在产、在建、规划', 'choose 在产, 在建 or 规划'),
  STATUS_UNKNOWN: error(
    '“{value}”不是可选的状态{near}',
    '“{value}” is none of the statuses{near}',
    '选 {known}；停产、注销的企业不列入',
    'choose {known}; firms that stopped are left out',
  ),
  CAPACITY_UNREADABLE: error(
    '“{value}”不是带单位的数字',
    '“{value}” is not a number with its unit',
    '写成 1.2万吨/年 这样，说明写在别的列',
    'write it as 1.2万吨/年; remarks go into another column',
  ),
  CAPACITY_WITHOUT_PRODUCT: error(
    '有产能，没有产品',
    'a capacity without a product',
    '写是哪种产品的产能',
    'write the product it is of',
  ),
  CAPACITY_OF_SEVERAL: error(
    '一个产能、几种产品（{products}），分不清是哪一种的',
    'one capacity for several products ({products}): it cannot be told whose it is',
    '一种产品一行',
    'give each product a row',
  ),
  FIRM_FORM_DIFFERS: warning(
    '“{value}”与第 {row} 行“{other}”只差组织形式，没有合并，作两家企业',
    '“{value}” and “{other}” in row {row} differ only in legal form; they were not merged, and stand as two firms',
    '是同一家，写成同一个名称；确是两家，把两家的信用代码都写上',
    'if they are one, write one name; if they are two, write both of their codes',
  ),
  ROW_TWICE: warning(
    '与第 {row} 行相同，算一次',
    'the same as row {row}; counted once',
    '删去一行',
    'remove one of them',
  ),
  ...STORE_ISSUE_CODES,
} as const satisfies Record<string, SheetIssueText>;

export type SheetIssueCode = keyof typeof SHEET_ISSUE_CODES;
