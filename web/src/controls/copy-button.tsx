import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';
import { say } from '../state/live.ts';

type Props = {
  readonly text: string;
  readonly label: string;
  readonly className?: string;
  readonly done?: string;
};

/** Copies a text and says so in place of its own words for two seconds. */
export function CopyButton({ text, label, className = 'button', done }: Props) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const spoken = done ?? words.drawer.copied;

  async function copy(): Promise<void> {
    await writeClipboard(text);
    setCopied(true);
    say(spoken);
    setTimeout(() => setCopied(false), 2000);
  }

  return (
    <Button className={className} onPress={() => void copy()}>
      {copied ? words.drawer.copied : label}
    </Button>
  );
}

/** The clipboard interface is missing on plain HTTP from another machine: a selected field does it there. */
export async function writeClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
