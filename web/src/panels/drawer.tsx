import { Button } from 'react-aria-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../locale/use-words.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** The panel at the right, a sheet from below on a narrow screen. Escape closes it and gives the focus back. */
export function Drawer({ title, onClose, foot, children }: Props) {
  const words = useWords();
  const opener = useRef<Element | null>(null);
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    opener.current = document.activeElement;
    return () => {
      // Only when closing would drop the focus: a reader who has moved on stays where they are.
      if (opener.current instanceof HTMLElement && document.activeElement === document.body) opener.current.focus();
    };
  }, []);

  return (
    <aside
      ref={panel}
      className="drawer"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
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
