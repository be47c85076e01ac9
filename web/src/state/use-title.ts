import { useEffect } from 'react';
import { useWords } from '../locale/use-words.ts';

/** The title of the page while a screen is open: what it is about, then the product. Null: not known yet. */
export function useTitle(name: string | null): void {
  const words = useWords();
  useEffect(() => {
    document.title = name === null ? words.app.title : `${name} · ${words.app.name}`;
    return () => {
      document.title = words.app.title;
    };
  }, [name, words]);
}
