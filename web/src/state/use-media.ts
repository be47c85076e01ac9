import { useSyncExternalStore } from 'react';

/** One column and a bottom sheet from here down. */
export const NARROW = '(max-width: 760px)';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => matchMedia(query).matches,
  );
}
