import { useNameOf, type Named } from '../locale/use-words.ts';

/** A name in the reader's language. Where that is not the one the documents print, this one is its title. */
export function Name({ of }: { readonly of: Named }) {
  const shown = useNameOf()(of);
  return shown === of.name ? shown : <span title={of.name}>{shown}</span>;
}
