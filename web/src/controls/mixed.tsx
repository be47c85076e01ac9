import { Fragment } from 'react';
import { useLang } from '../locale/use-words.ts';

/** Chinese in an English line: what is quoted, or a run of Han characters with what stands between them. */
const HAN = /(「[^」]*」|\p{Script=Han}[\p{Script=Han}\p{Nd}，、；：（）()·+-]*)/u;

/** A line in the reader's language with names and quotations in Chinese marked as such for what speaks it. */
export function Mixed({ children }: { readonly children: string }) {
  const lang = useLang();
  if (lang === 'zh') return children;
  return children.split(HAN).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} lang="zh">
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
