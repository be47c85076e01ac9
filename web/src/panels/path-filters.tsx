import { memo } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { KINDS } from '../canvas/shapes.ts';
import { Choice } from '../controls/choice.tsx';
import { DateBox } from '../controls/date-box.tsx';
import { ManyChoice, Ticks } from '../controls/many-choice.tsx';
import { Toggle } from '../controls/toggle.tsx';
import { useWords } from '../locale/use-words.ts';
import { CLASSES } from '../state/board-words.ts';
import type { Drawn } from '../state/history.ts';
import type { Commands } from '../state/use-commands.ts';
import { isReal, MODALITIES } from '../state/modalities.ts';
import { MAX_HOPS, type Sure, type View } from '../state/url.ts';

type Props = { readonly view: View; readonly commands: Commands };

const SURES: readonly (Sure | null)[] = [null, 'middle', 'high'];

/** What a path may use, values written out; what is asked less often stands behind one button that counts it. */
export const PathFilters = memo(function PathFilters({ view, commands }: Props) {
  const words = useWords();
  const { ties, explore } = words;
  const put = (patch: Partial<Drawn>) => commands.draw(words.steps.filter, { ...patch, path: 0 });
  const [first] = view.classes;
  return (
    <>
      <Choice
        label={explore.hops}
        value={view.hops}
        options={Array.from({ length: MAX_HOPS }, (_, index) => ({
          value: index + 1,
          label: explore.hopsValue(index + 1),
        }))}
        onChange={(hops) => put({ hops })}
      />
      <Choice
        label={ties.order}
        value={Number(view.solidFirst)}
        options={[
          { value: 1, label: ties.orders.solid },
          { value: 0, label: ties.orders.hops },
        ]}
        onChange={(value) => put({ solidFirst: value === 1 })}
      />
      <ManyChoice
        label={ties.classes}
        said={
          first === undefined
            ? ties.allClasses
            : view.classes.length === 1
              ? words.classes[first]
              : ties.someClasses(view.classes.length)
        }
        value={view.classes}
        options={CLASSES.map((cls) => ({ key: cls, label: words.classes[cls] }))}
        onChange={(classes) => put({ classes })}
      />
      <Choice
        label={ties.sure}
        value={SURES.indexOf(view.sure)}
        options={SURES.map((sure, value) => ({ value, label: sure === null ? ties.sureAny : ties.sureLeast[sure] }))}
        onChange={(at) => put({ sure: SURES[at] ?? null })}
      />
      <MoreFilters view={view} put={put} />
    </>
  );
});

function MoreFilters({ view, put }: { readonly view: View; readonly put: (patch: Partial<Drawn>) => void }) {
  const words = useWords();
  const { ties, explore } = words;
  const narrowed = view.via.length > 0;
  const set = [
    view.apart,
    !isReal(view.modalities),
    view.ended,
    view.places && !narrowed,
    !view.ring,
    narrowed,
    view.date !== null,
  ];
  return (
    <DialogTrigger>
      <Button className="button">{ties.moreFilters(set.filter(Boolean).length)}</Button>
      <Popover className="popover" offset={4}>
        <Dialog className="dialog more-filters" aria-label={ties.moreFilters(0)}>
          <h3>{ties.states}</h3>
          <Ticks
            label={ties.states}
            value={view.modalities}
            options={MODALITIES.map((modality) => ({ key: modality, label: words.modalities[modality] }))}
            onChange={(modalities) => modalities.length > 0 && put({ modalities })}
          />
          <Toggle on={view.ended} onChange={(ended) => put({ ended })}>
            {ties.endedToo}
          </Toggle>
          <p className="caption">{ties.statesNote}</p>
          <h3>{ties.pathsOnly}</h3>
          <Toggle on={view.apart} onChange={(apart) => put({ apart })}>
            {ties.apart}
          </Toggle>
          <Toggle on={view.places && !narrowed} disabled={narrowed} onChange={(places) => put({ places })}>
            {explore.places}
          </Toggle>
          <Toggle on={view.ring} onChange={(ring) => put({ ring })}>
            {explore.ring}
          </Toggle>
          <DateBox
            key={view.date}
            label={ties.date}
            value={view.date ?? ''}
            help={ties.dateHelp}
            bad={ties.dateBad}
            onChange={(date) => put({ date })}
          />
          <p className="caption">{ties.dateHelp}</p>
          <h3>{ties.via}</h3>
          <Ticks
            label={ties.via}
            value={view.via}
            options={KINDS.map((kind) => ({ key: kind, label: words.kinds[kind] }))}
            onChange={(via) => put({ via })}
          />
          <p className="caption">{ties.viaNote}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
