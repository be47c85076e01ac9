import { DECISION_CODES } from './decision-codes.ts';
import { error, type IssueText, warning } from './issue-text.ts';
import { NEAR_FIRM_CODES } from './near-firm-codes.ts';
import { WORKBOOK_CODES } from './workbook-codes.ts';

/** Everything that reading a data set folder can complain of. The set is closed; docs/issues.md names each. */
export const ISSUE_CODES = {
  // the folder and its dataset.yml
  FILE_MISSING: error(
    '文件夹里没有 {value}',
    '{value} is not in the folder',
    '补上文件，或改正文件名；只能是这个文件夹里的文件',
    'add the file or mend its name; only files inside the folder are read',
  ),
  FILE_CHANGED: error(
    '读取过程中 {value} 被改动',
    '{value} changed while it was read',
    '等文件写完，再执行一次同样的命令',
    'let the writing finish, then give the same command again',
  ),
  FILE_UNREAD: warning(
    '{value} 没有被任何一处引用，没有读',
    'nothing names {value}; it was not read',
    '列入 tables，或移出文件夹',
    'list it under tables, or move it out of the folder',
  ),
  YAML_SYNTAX: error(
    'YAML 写法不对：{detail}',
    'not valid YAML: {detail}',
    '按这一行改正；不用锚点、别名和标签',
    'mend this line; anchors, aliases and tags are not read',
  ),
  YAML_DUPLICATE_KEY: error('同一个键写了两次', 'one key is written twice', '只留一个', 'keep one of the two'),
  SETTING_UNKNOWN: error(
    '没有“{value}”这一项{near}',
    'there is no setting “{value}”{near}',
    '改正这个词，或删去；能写什么见 docs/dataset-format.md',
    'mend or remove the word; docs/dataset-format.md lists them',
  ),
  SETTING_MISSING: error('缺少“{value}”', '“{value}” is missing', '补上这一项', 'add it'),
  SETTING_INVALID: error(
    '“{value}”不合要求：{detail}',
    '“{value}” will not do: {detail}',
    '按 docs/dataset-format.md 改正',
    'mend it by docs/dataset-format.md',
  ),
  NAMED_TWICE: error(
    '“{value}”写了两次，前一次在第 {first} 行',
    '“{value}” is given twice, first on line {first}',
    '改名，或删去一个',
    'rename one, or remove it',
  ),
  SOURCE_TWICE: error(
    '来源“{value}”与“{other}”是同一份资料（内容或出处相同）',
    'sources “{value}” and “{other}” are one (same content or same citation)',
    '合为一个来源',
    'make them one source',
  ),
  CONTENT_HASH_DIFFERS: error(
    '写明的 contentHash 与文件 {file} 的内容不符',
    'the contentHash given is not that of {file}',
    '删去 contentHash（会自动计算），或换回原来的文件',
    'remove contentHash (it is computed), or bring the old file back',
  ),
  ...WORKBOOK_CODES,
  RECORD_NAME_UNKNOWN: error(
    '这张表的 records 里没有“{value}”{near}',
    'records of this table holds no “{value}”{near}',
    '改正名字；已有：{known}',
    'mend the name; known: {known}',
  ),
  // files and columns
  ENCODING_WRONG: error(
    '第 {offset} 字节起不是 {encoding}；{fits}',
    'from byte {offset} on this is not {encoding}; {fits}',
    '在 dataset.yml 的这张表里写 encoding，或把文件另存为 UTF-8',
    'give the table its encoding in dataset.yml, or save the file as UTF-8',
  ),
  CHARACTERS_LOST: warning(
    '含有替换字符 U+FFFD：文件在别处已经丢过字',
    'holds U+FFFD: characters were lost before the file came here',
    '对照原件补上',
    'restore them from the original',
  ),
  NUL_CHARACTER: error(
    '含有 NUL 字符',
    'holds a NUL character',
    '删去它；若整个文件如此，多半是 utf-16le',
    'remove it; a file full of them is most likely utf-16le',
  ),
  CSV_QUOTES: error(
    '引号不成对，或没有写两遍：{detail}',
    'quotes do not match: {detail}',
    '含分隔符、换行或引号的值用引号括起，其中的引号写两遍',
    'quote values that hold delimiters, line ends or quotes, and double the quotes inside',
  ),
  ROW_RAGGED: error(
    '这一行有 {found} 格，表头有 {expected} 格',
    'this row has {found} cells, the header {expected}',
    '补齐或删去多余的格；值里有分隔符时用引号括起',
    'add or remove cells; quote values that hold the delimiter',
  ),
  TABLE_EMPTY: error('没有表头', 'there is no header row', '第一行写列名', 'write the column names in the first row'),
  COLUMN_UNNAMED: error('第 {number} 列没有名字', 'column {number} has no name', '给它名字', 'name it'),
  COLUMN_REPEATED: error('列名“{value}”出现两次', 'column “{value}” is repeated', '改名', 'rename one of them'),
  COLUMN_MISSING: error(
    '{table} 没有“{value}”这一列{near}',
    '{table} has no column “{value}”{near}',
    '改正列名；表里有：{known}',
    'mend the name; the table has: {known}',
  ),
  COLUMN_UNREAD: warning(
    '“{value}”列没有用到，{count} 个值没有读',
    'column “{value}” is used nowhere; {count} values were not read',
    '在 states 里用它，或写进 ignore',
    'use it under states, or name it under ignore',
  ),
  COLUMN_PRIVATE: error(
    '“{value}”列是个人联系方式或姓名，不读取',
    'column “{value}” holds personal contacts or names and is never read',
    '从 dataset.yml 去掉',
    'remove it from dataset.yml',
  ),
  COLUMN_USED_AND_IGNORED: error(
    '“{value}”列既要用又要略去',
    'column “{value}” is both used and ignored',
    '二者取一',
    'choose one',
  ),
  ROW_TWICE: warning('与第 {first} 行完全相同', 'the same as line {first}', '删去一行', 'remove one of them'),
  // values
  VALUE_MISSING: error(
    '缺少{what}',
    '{what} is missing',
    '填上；若本来可以没有，加 when: { column: 列名, filled: true }',
    'fill the cell; if it may be empty, add when: { column: NAME, filled: true }',
  ),
  VALUE_UNREACHED: warning(
    '这一行的“{value}”没有说成任何陈述',
    '“{value}” became part of no statement in this row',
    '补上用它的 states（看 when 是否不成立），或写进 ignore',
    'add a statement that uses it (perhaps a when did not hold), or ignore the column',
  ),
  WORD_UNMAPPED: error(
    'words 里没有“{value}”{near}',
    'words does not hold “{value}”{near}',
    '加进 words，或改正这一格；已有：{known}',
    'add it to words or mend the cell; known: {known}',
  ),
  WORD_UNKNOWN: error(
    '“{value}”不是{what}{near}',
    '“{value}” is not a {what}{near}',
    '可以写：{known}',
    'known: {known}',
  ),
  SOURCE_UNKNOWN: error(
    'dataset.yml 没有来源“{value}”{near}',
    'dataset.yml has no source “{value}”{near}',
    '改正，或在 sources 里加上',
    'mend it, or add the source',
  ),
  SCOPE_UNKNOWN: error(
    'dataset.yml 没有统计范围“{value}”{near}',
    'dataset.yml has no scope “{value}”{near}',
    '改正，或在 scopes 里加上',
    'mend it, or add the scope',
  ),
  LOCATOR_INVALID: error(
    '“{value}”不是位置',
    '“{value}” is not a locator',
    '写成 ¶36、120-164 或 表1!7',
    'write ¶36, 120-164 or 表1!7',
  ),
  PASSAGE_OUTSIDE: error(
    '{file} 里没有 {value} 这个位置',
    '{file} has no place {value}',
    '对照文件改正位置',
    'mend the locator by the file',
  ),
  DATE_INVALID: error(
    '“{value}”不是日期',
    '“{value}” is not a date',
    '写成 2025、2025-02 或 2025-02-28，知道多少写多少',
    'write 2025, 2025-02 or 2025-02-28, as precise as known',
  ),
  DATE_SERIAL: error(
    '“{value}”是表格软件的日期序号，指 {day}，不当日期读',
    '“{value}” is the number of a day in a spreadsheet, {day}; it is not read as a date',
    '把这一格设成日期格式，或写成 {day}',
    'give the cell a date format, or write {day}',
  ),
  PERIOD_REVERSED: error(
    '结束（{value}）早于开始（{from}）',
    'ends ({value}) before it starts ({from})',
    '对照来源改正',
    'mend it by the source',
  ),
  NUMBER_INVALID: error(
    '“{value}”不是{what}',
    '“{value}” is not {what}',
    '例如：{example}；不用千分位和科学记数',
    'for example {example}; no grouping, no exponent',
  ),
  QUALIFIER_NOT_ALLOWED: error(
    '{type} 不带 {qualifier}',
    '{type} takes no {qualifier}',
    '清空这一格或换关系；{type} 可以带：{known}',
    'clear the cell or change the type; {type} takes: {known}',
  ),
  DETAIL_NOT_ALLOWED: error(
    '{attribute} 不带 {detail}',
    '{attribute} takes no {detail}',
    '清空这一格；{attribute} 可以带：{known}',
    'clear the cell; {attribute} takes: {known}',
  ),
  // what the values say together
  END_KIND: error(
    '{type} 的 {end} 不能是 {kind}（{value}）',
    'the {end} of {type} cannot be a {kind} ({value})',
    '{end} 可以是：{known}；这两端之间可用：{fits}',
    '{end} may be: {known}; between these two ends: {fits}',
  ),
  ENDS_EQUAL: error(
    '{type} 的两端是同一个记录“{value}”',
    'both ends of {type} are the record “{value}”',
    '改正一端',
    'mend one end',
  ),
  REFERENCE_DANGLING: error(
    '没有一行声明过“{value}”{near}',
    'no row declares “{value}”{near}',
    '改正名字，或在某张表里声明它',
    'mend the name, or declare it in a table',
  ),
  REFERENCE_AMBIGUOUS: error(
    '“{value}”声明过不止一个：{candidates}',
    '“{value}” is declared for more than one thing: {candidates}',
    '加上 kind，或改用 key',
    'add kind, or refer to its key',
  ),
  KEY_WITH_TWO_NAMES: error(
    '同一个 key“{key}”在这里叫“{value}”，在 {where} 叫“{other}”',
    'one key “{key}” is named “{value}” here and “{other}” at {where}',
    '改正名字，或给它们不同的 key',
    'mend the name, or give them different keys',
  ),
  EVIDENCE_CONTRADICTS: error(
    '同一处既支持又反对同一陈述',
    'one passage both supports and refutes one statement',
    '留一个，或写出各自的位置',
    'keep one, or give each its own passage',
  ),
  ...NEAR_FIRM_CODES,
  // the run as a whole
  LOOKUP_UNUSED: warning(
    '这条更正没有用到：{value}',
    'nothing used this lookup: {value}',
    '删去，或改正列名和值',
    'remove it, or mend its column or value',
  ),
  ASSERTION_FAILED: error(
    '{what}：得到 {found} 条，应{limit}',
    '{what}: found {found}, expected {limit}',
    '找出少了（多了）的原因；确实变了再改 assertions',
    'find out why; change assertions only when the world did',
  ),
  // decisions.jsonl
  ...DECISION_CODES,
} as const satisfies Record<string, IssueText>;

export type IssueCode = keyof typeof ISSUE_CODES;

export const ISSUE_CODE_NAMES = Object.keys(ISSUE_CODES) as [IssueCode, ...IssueCode[]];
