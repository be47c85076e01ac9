import { error, type IssueText, warning } from './issue-text.ts';

/** What is wrong with a table that is a workbook. */
export const WORKBOOK_CODES = {
  WORKBOOK_UNREADABLE: error(
    '{value} 不是能读的 XLSX 工作簿',
    '{value} is no XLSX workbook that can be read',
    '用表格软件另存为 XLSX，或 CSV UTF-8',
    'save it from a spreadsheet as XLSX, or as CSV UTF-8',
  ),
  WORKBOOK_ENCRYPTED: error(
    '{value} 加了密码，没有读',
    '{value} has a password, and was not read',
    '在表格软件里去掉打开密码再存，或另存为 CSV UTF-8',
    'take the password off in a spreadsheet and save it, or save it as CSV UTF-8',
  ),
  WORKBOOK_TOO_LONG: error(
    '工作表“{value}”超过 {most} 行',
    'sheet “{value}” has more than {most} rows',
    '另存为 CSV UTF-8，改 dataset.yml 的 file',
    'save it as CSV UTF-8, and name that file in dataset.yml',
  ),
  SHEET_UNREAD: warning(
    '工作表“{value}”没有读，只读没有隐藏的第一张“{first}”',
    'sheet “{value}” was not read: only the first that is not hidden, “{first}”, is',
    '要读就另存为一个文件，列入 tables',
    'to have it read, save it as a file of its own and list it under tables',
  ),
  ROW_ABOVE_HEADER: warning(
    '第 {line} 行在表头（第 {header} 行）上面，当作标题，没有读',
    'row {line} stands above the header (row {header}): taken for a title, not read',
    '不必处理；若是数据，移到表头下面',
    'nothing to do; if it is data, move it below the header',
  ),
  CELL_BROKEN: error(
    '{cell} 的公式没有结果，或显示错误',
    'the formula in {cell} has no result, or shows an error',
    '在这一格写上值',
    'write the value into that cell',
  ),
} as const satisfies Record<string, IssueText>;
