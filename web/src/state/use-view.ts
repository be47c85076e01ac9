import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { decodeView, encodeView, type Fault, type View } from './url.ts';

type Change = (patch: Partial<View>, options?: { readonly replace?: boolean }) => void;

/** The view that the address bar holds, and the one way to change it. */
export function useView(): { readonly view: View; readonly faults: readonly Fault[]; readonly change: Change } {
  const search = useSearch();
  const [location, navigate] = useLocation();
  const { view, faults } = useMemo(() => decodeView(search), [search]);
  const change = useCallback<Change>(
    (patch, options) => {
      // Read again at the time of the change: two changes in one tick must not undo each other.
      const now = decodeView(window.location.search).view;
      navigate(addressOf(location, { ...now, ...patch }), { replace: options?.replace ?? false });
    },
    [location, navigate],
  );
  return { view, faults, change };
}

export function addressOf(path: string, view: View): string {
  const search = encodeView(view);
  return search === '' ? path : `${path}?${search}`;
}

/** What goes along to another screen: language, theme and data version, never the canvas. */
export function carried(view: View): Pick<View, 'lang' | 'theme' | 'version'> {
  return { lang: view.lang, theme: view.theme, version: view.version };
}
