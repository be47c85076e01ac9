import { hasHan, useLang } from '../locale/use-words.ts';

/** What is measured, as the sources print it: no source gives it in English, so it is quoted there and said to be Chinese. */
export function Measure({ name }: { readonly name: string }) {
  return useLang() === 'en' && hasHan(name) ? <span lang="zh">{name}</span> : name;
}
