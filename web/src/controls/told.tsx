import { hasHan, useLang, useWords } from '../locale/use-words.ts';

/**
 * Words that a person wrote, such as the reason of a decision: never translated. Where they are Chinese and the reader
 * reads English they are marked as such, to the eye and to what speaks them.
 */
export function Told({ children }: { readonly children: string }) {
  const words = useWords();
  const lang = useLang();
  if (lang === 'zh' || !hasHan(children)) return children;
  return (
    <>
      <span lang="zh">{children}</span> <span className="caption">{words.app.inChinese}</span>
    </>
  );
}
