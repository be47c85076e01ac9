import { useEffect } from 'react';
import type { Commands } from './use-commands.ts';

/** Keys that work anywhere on the screen except while writing: J and K change the path, ? opens the table of keys, Ctrl+Z and Ctrl+Y undo and redo. */
export function useKeys(commands: Commands, path: number, total: number, onHelp: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const target = event.target;
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key === 'z' && !event.shiftKey) commands.undo();
        else if (key === 'y' || key === 'z') commands.redo();
        else return;
      } else if (key === '?' || key === '？') {
        onHelp();
      } else if ((key === 'j' || key === 'k') && total > 1 && !event.altKey) {
        commands.turnTo((path + (key === 'j' ? 1 : total - 1)) % total);
      } else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [commands, path, total, onHelp]);
}
