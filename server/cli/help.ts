import { COMMANDS } from './commands.ts';
import { SETTINGS } from './settings.ts';

/** What `--help` prints: every command and every setting, from their own tables. */
export function helpText(): string {
  const commands = Object.values(COMMANDS).map(({ usage, zh, en }) => `  longlian ${usage}\n      ${zh}\n      ${en}`);
  const settings = Object.entries(SETTINGS).map(([name, { zh, en }]) => `  ${name}\n      ${zh}\n      ${en}`);
  return [
    '陇链 Longlian',
    '',
    '命令 / Commands',
    ...commands,
    '',
    '所有命令都可以带 / All commands take',
    '  --store URL  --json',
    '',
    '设置 / Settings (环境变量 / environment)',
    ...settings,
    '',
    '退出码 / Exit codes: 0 完成 done · 1 数据未通过 data refused · 2 用法不对 wrong usage · 3 故障 fault',
    '',
  ].join('\n');
}
