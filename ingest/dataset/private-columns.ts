/** Columns of personal contacts and names. Their values are dropped and counted, whatever a data set says. */
const PRIVATE = [
  /电话|手机|联系人|联系方式|传真|身份证|法定代表人|法人代表|法人姓名|负责人|邮箱|微信/,
  /^法人$/,
  /\b(tele)?phone|\bmobile\b|\bfax\b|\be-?mail\b|contact[ _-]?(person|name)|legal[ _-]?rep/i,
];

export function isPrivateColumn(name: string): boolean {
  return PRIVATE.some((pattern) => pattern.test(name));
}
