const NAMES = [
  'surface',
  'sunk',
  'line',
  'line2',
  'ctl',
  'ink',
  'ink2',
  'ink3',
  'sel',
  'accent',
  'focus',
  'warn',
  'flow',
  'enterprise',
  'science',
  'alliance',
  'public',
  'space',
  'thing',
] as const;

/** The colours of the theme in force, as the style sheet has them: the canvas has no colours of its own. */
export type Tokens = Readonly<Record<(typeof NAMES)[number] | 'font', string>>;

export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element);
  const colours = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  return { ...(Object.fromEntries(colours) as Record<(typeof NAMES)[number], string>), font: style.fontFamily };
}
