import { Button } from 'react-aria-components';
import type { MayBeSame as Same } from '../api/paths.ts';
import { Told } from '../controls/told.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { View } from '../state/url.ts';
import type { Commands } from '../state/use-commands.ts';

type Props = { readonly all: readonly Same[]; readonly view: View; readonly commands: Commands };

/** Before anything else is said of two ends: that they may be one, or that one name may mean either, with the reasons. */
export function MayBeSame({ all, view, commands }: Props) {
  const words = useWords();
  const lang = useLang();
  if (all.length === 0) return null;
  return (
    <ul className="may-be-same">
      {all.map(({ through, readings, message }) => (
        <li key={through?.id ?? readings[0]?.id} className="warn">
          <p className="sentence">{said(message, lang)}</p>
          {readings.map(({ id, reason }) => (
            <Button
              key={id}
              className="hop-button"
              aria-pressed={id === view.selection}
              onPress={() => commands.select(id)}
            >
              <span className="hop-text caption">
                <Told>{words.paths.reason(reason)}</Told>
              </span>
            </Button>
          ))}
        </li>
      ))}
    </ul>
  );
}
