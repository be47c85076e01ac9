/**
 * Everything that can go wrong on purpose, by code. `zh` and `en` are the words a person sees;
 * `exit` is the command line's answer: 1 the data was refused, 2 wrong usage, 3 a fault of ours or of the store.
 */
export const ERROR_CODES = {
  DATA_REFUSED: { exit: 1, zh: '数据没有通过检查，什么都没有写入', en: 'the data was refused; nothing was written' },
  INTERNAL_SOURCE: { exit: 1, zh: '公开库不收内部资料', en: 'a public store refuses internal sources' },
  SOURCE_DIFFERS: {
    exit: 1,
    zh: '另一个数据集对同一份资料的描述不同',
    en: 'another data set describes this source otherwise',
  },
  SCOPE_DIFFERS: {
    exit: 1,
    zh: '另一个数据集对同一个统计范围的说法不同',
    en: 'another data set describes this scope otherwise',
  },
  RUN_UNKNOWN: { exit: 2, zh: '没有这次运行', en: 'no such run' },
  VERSION_UNKNOWN: { exit: 2, zh: '没有这个数据版本', en: 'no such data version' },
  ID_UNKNOWN: { exit: 2, zh: '没有这个编号', en: 'no such id' },
  USAGE: { exit: 2, zh: '用法不对', en: 'wrong usage' },
  STORE_FORMAT: {
    exit: 3,
    zh: '这个库由另一版本写成，格式不同；请用那个版本打开，或重新建库',
    en: 'this store was written in the format of another version; open it with that one, or build it anew',
  },
  STORE_BUSY: { exit: 3, zh: '另一个进程正在发布', en: 'another process is publishing' },
  LEASE_LOST: { exit: 3, zh: '发布权已被另一个进程接管', en: 'another process took over the lease' },
  STORE_UNAVAILABLE: { exit: 3, zh: '库打不开', en: 'the store cannot be reached' },
  STORE_BROKEN: { exit: 3, zh: '库的内容不合规则', en: 'the store breaks its invariants' },
  CURSOR_EXPIRED: { exit: 2, zh: '游标属于另一个数据版本', en: 'the cursor belongs to another data version' },
  CANCELLED: { exit: 3, zh: '已停止；同一条命令会接着做', en: 'stopped; the same command goes on' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The one error class below the server. `data` says what it is about; messages never hold hosts or paths of others. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, data: Readonly<Record<string, unknown>> = {}) {
    const { zh, en } = ERROR_CODES[code];
    const about = Object.keys(data).length === 0 ? '' : ` ${JSON.stringify(data)}`;
    super(`${zh} / ${en}${about}`);
    this.code = code;
    this.data = data;
  }
}
