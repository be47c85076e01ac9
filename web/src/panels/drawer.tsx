import { Button } from 'react-aria-components';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useWords } from '../locale/use-words.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** A drawer that held the focus has just given way to another. */
let focusLost = false;

/** The panel at the right, a sheet from below on a narrow screen. Escape closes it and gives the focus back. */
export function Drawer({ title, onClose, foot, children }: Props) {
  const words = useWords();
  const opener = useRef<Element | null>(null);
  const panel = useRef<HTMLElement>(null);
  const holds = useRef(false);

  useEffect(() => {
    opener.current = document.activeElement;
    // What was pressed in the drawer before this one went with it.
    if (focusLost) panel.current?.focus();
    focusLost = false;
    return () => {
      // Only when closing drops the focus, and no other drawer has taken the place of this one.
      if (document.activeElement !== document.body) return;
      focusLost = holds.current && document.querySelector('.drawer') !== null;
      if (!holds.current || focusLost) return;
      const back = opener.current?.isConnected && opener.current !== document.body ? opener.current : null;
      const host = back ?? document.querySelector('.canvas-host, .cell[tabindex="0"]');
      if (host instanceof HTMLElement) host.focus();
    };
  }, []);

  // Also where the focus is not in the drawer: what opened it may have kept it.
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    const writesElsewhere =
      event.target.matches('input, textarea, select') && panel.current?.contains(event.target) !== true;
    if (!writesElsewhere) onClose();
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return (
    <aside
      ref={panel}
      className="drawer"
      tabIndex={-1}
      onFocus={() => {
        holds.current = true;
      }}
      onBlur={(event) => {
        holds.current = event.currentTarget.contains(event.relatedTarget);
      }}
      aria-label={title}
    >
      <div className="drawer-body">
        <div className="panel-head">
          <h2>{title}</h2>
          <Button className="plain cross" aria-label={words.app.close} onPress={onClose}>
            ×
          </Button>
        </div>
        {children}
      </div>
      {foot && <div className="drawer-foot">{foot}</div>}
    </aside>
  );
}
