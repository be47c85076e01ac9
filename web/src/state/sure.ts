import type { Sure } from './url.ts';

/** From which thousandths on confidence is called middle or high; below it is low. */
export const SURE = { high: 800, middle: 500 } as const satisfies Record<Sure, number>;
