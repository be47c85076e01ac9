import { create } from 'zustand';

/** The last thing said to screen readers. The number makes equal sentences be spoken again. */
export const useLive = create<{ readonly text: string; readonly turn: number }>(() => ({ text: '', turn: 0 }));

export function say(text: string): void {
  useLive.setState(({ turn }) => ({ text, turn: turn + 1 }));
}
