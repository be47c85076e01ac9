import { useState } from 'react';
import { useWords } from '../locale/use-words.ts';
import { say } from './live.ts';
import { saveFile } from './save-file.ts';

/** Gives files to the reader and says so: aloud, and as `saved`, the line to show, until the next one. */
export function useSaveFile(): {
  readonly saved: string | null;
  readonly save: typeof saveFile;
  readonly forget: () => void;
} {
  const words = useWords();
  const [saved, setSaved] = useState<string | null>(null);
  return {
    saved,
    forget: () => setSaved(null),
    save(name, type, content) {
      saveFile(name, type, content);
      setSaved(words.app.saved(name));
      say(words.app.saved(name));
    },
  };
}
