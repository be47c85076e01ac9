/** Thousands with a comma; decimals exactly as the source has them. */
export function grouped(value: string): string {
  const match = /^([-−]?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  const whole = (match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${match[1] ? '−' : ''}${whole}${match[3] ?? ''}`;
}
