import { useWords } from '../locale/use-words.ts';
import { CopyButton } from './copy-button.tsx';

/** The question that gave what is on screen, for those who ask the service themselves: the last control, and quiet. */
export function CopyQuery({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  const words = useWords();
  return <CopyButton className={`link query ${className}`} text={text} label={words.drawer.copyGraphql} />;
}
