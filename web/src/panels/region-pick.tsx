import { Link } from 'react-aria-components';
import type { ChainPlaces } from '../api/chain-places.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { SearchBox } from '../controls/search-box.tsx';
import { Name } from '../controls/name.tsx';
import { useWords } from '../locale/use-words.ts';
import { regionHints } from '../state/region-hints.ts';
import { addressOf, useView } from '../state/use-view.ts';
import { REGION_KINDS } from './board-tools.tsx';

/** A board is of some regions: the first visit asks which, and offers those that the chain's facts lie in. */
export function RegionPick({ path, places }: { readonly path: string; readonly places: ChainPlaces }) {
  const words = useWords();
  const { view, change } = useView();
  const hints = regionHints(places);
  return (
    <section className="region-pick" aria-labelledby="region-pick">
      <h2 id="region-pick">{words.board.askRegion}</h2>
      <p className="sentence">{words.board.askRegionMore}</p>
      <SearchBox
        label={words.board.findRegion}
        placeholder={words.board.findRegion}
        version={view.version}
        kinds={REGION_KINDS}
        onPick={(entity) => change({ regions: [entity.id] })}
        className="region-first"
      />
      <p className="caption">{hints.length > 0 ? words.board.hints : words.board.noHints}</p>
      <ul className="region-hints">
        {hints.map((region) => (
          <li key={region.id}>
            <KindMark kind={region.kind} />
            <Link className="link" href={addressOf(path, { ...view, regions: [region.id] })}>
              <Name of={region} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
