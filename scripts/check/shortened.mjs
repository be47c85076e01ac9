const LINES = 120;
const LENGTH = 400;

/**
 * The beginning of what a failed step said: a compiler can say one thing on a thousand lines.
 * @param {string} output
 */
export function shortened(output) {
  const lines = output.trimEnd().split('\n');
  const shown = lines.slice(0, LINES).map((line) => (line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line));
  if (lines.length > LINES) shown.push(`… ${lines.length - LINES} 行未显示 more lines`);
  return shown.join('\n');
}
