/** Thousands with a comma; decimals exactly as the source has them. */
export function grouped(value: string): string {
  const match = /^([-−]?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  const whole = (match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${match[1] ? '−' : ''}${whole}${match[3] ?? ''}`;
}

/** A figure with its unit; a percent sign stands close. */
export function measured(value: string, unit: string): string {
  return `${grouped(value)}${unit === '%' || unit === '‰' ? '' : ' '}${unit}`;
}
