import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Lang, Theme, View } from './url.ts';

const LANG_KEY = 'longlian.lang';
const THEME_KEY = 'longlian.theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

/** Language and theme in force: the link first, then the reader's last choice, then the system. */
export function usePreferences(view: View): { readonly lang: Lang; readonly theme: Theme } {
  const systemTheme = useSyncExternalStore(watchSystem, () => (darkSystem.matches ? 'dark' : 'light'));
  const lang = view.lang ?? (stored(LANG_KEY) === 'en' ? 'en' : 'zh');
  const kept = stored(THEME_KEY);
  const theme = view.theme ?? (kept === 'dark' || kept === 'light' ? kept : systemTheme);

  // Before any other effect: the canvas reads its colours from the style sheet that this chooses.
  useLayoutEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = theme;
  }, [lang, theme]);

  return { lang, theme };
}

export function keepLang(lang: Lang): void {
  keep(LANG_KEY, lang);
}

export function keepTheme(theme: Theme): void {
  keep(THEME_KEY, theme);
}

function watchSystem(tell: () => void): () => void {
  darkSystem.addEventListener('change', tell);
  return () => darkSystem.removeEventListener('change', tell);
}

/** A browser may forbid storage; the choice then lasts as long as the link. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
