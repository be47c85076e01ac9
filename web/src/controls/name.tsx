import { hasHan, useLang, useNameOf, type Named } from '../locale/use-words.ts';

/** A name in the reader's language, else as the documents print it. Where that is not the one shown, it is its title. */
export function Name({ of }: { readonly of: Named }) {
  const lang = useLang();
  const shown = useNameOf()(of);
  if (shown !== of.name) return <span title={of.name}>{shown}</span>;
  return lang === 'en' && hasHan(shown) ? <span lang="zh">{shown}</span> : shown;
}
