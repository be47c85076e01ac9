import { Button, Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

type Props = {
  readonly label: string;
  /** The one button of its region that matters most. */
  readonly primary?: boolean;
  readonly items: readonly { readonly key: string; readonly label: string; readonly run: () => void }[];
};

/** A button that opens a few things to do. */
export function Menu({ label, primary = false, items }: Props) {
  return (
    <MenuTrigger>
      <Button className={primary ? 'button primary' : 'button'}>
        {label}
        <svg width="8" height="6" viewBox="0 0 8 6" aria-hidden="true">
          <path d="M1 1.2 4 4.2 7 1.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      <Popover className="popover" offset={4}>
        <AriaMenu className="options">
          {items.map(({ key, label: text, run }) => (
            <MenuItem key={key} id={key} className="option" onAction={run}>
              {text}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
