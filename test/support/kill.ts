import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCli } from './run-cli.ts';

/**
 * Starts a command and kills it (SIGKILL) some milliseconds after it first said something: it is at work then.
 * @returns the last progress step it had reported, and whether the kill met it alive
 */
export async function killedAfter(
  args: readonly string[],
  home: string,
  milliseconds: number,
): Promise<{ readonly alive: boolean; readonly step: string }> {
  const child = startCli(args, home);
  const closed = once(child, 'close');
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const atWork = child.stderr === null ? closed : once(child.stderr, 'data');
  child.stdout?.resume();
  await Promise.race([atWork, closed]);
  await Promise.race([sleep(milliseconds), closed]);
  const alive = child.exitCode === null && child.signalCode === null;
  child.kill('SIGKILL');
  await closed;
  return { alive, step: said.trim().split('\n').at(-1) ?? '' };
}
