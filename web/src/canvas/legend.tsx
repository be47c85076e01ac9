import { memo, useState, type ReactNode, type Ref } from 'react';
import { Button } from 'react-aria-components';
import type { Kind } from '../api/fragments.ts';
import { Segments } from '../controls/segments.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import type { Choice } from './chosen.ts';
import type { Model } from './elements.ts';
import { KindMark } from './kind-mark.tsx';
import { legendKinds, legendLines, legendTypes } from './legend-entries.ts';
import { dashArray } from './line-forms.ts';

type Props = {
  readonly ref: Ref<HTMLElement>;
  /** What could be drawn, so that what is left out can be brought back. */
  readonly whole: Model;
  readonly choice: Choice;
  readonly onKind: (kind: Kind) => void;
  readonly onType: (type: string) => void;
};

/**
 * What the shapes mean and how many of each there are; a press draws only what is chosen. The counts add up to the
 * whole. Drawn anew when these change, not at each step of a layout.
 */
export const Legend = memo(function Legend({ ref, whole, choice, onKind, onType }: Props) {
  const words = useWords();
  const lang = useLang();
  const [by, setBy] = useState<'kinds' | 'types'>('kinds');
  const doubtful = whole.nodes.filter((node) => node.doubtful);
  const [sample] = doubtful;
  return (
    <section ref={ref} className="legend" aria-label={words.explore.legend}>
      <Segments
        label={words.ties.legendBy}
        value={by}
        options={[
          { key: 'kinds', label: words.ties.kindsTab },
          { key: 'types', label: words.ties.typesTab },
        ]}
        onChange={setBy}
      />
      <ul>
        {by === 'kinds' &&
          legendKinds(whole).map(({ kind, count }) => (
            <li key={kind}>
              <Entry
                on={choice.shownKinds.includes(kind)}
                any={choice.shownKinds.length > 0}
                onPress={() => onKind(kind)}
              >
                <KindMark kind={kind} coloured silent size={13} />
                {words.kinds[kind]} <span className="count">{count}</span>
              </Entry>
            </li>
          ))}
        {by === 'kinds' && sample && (
          <li className="legend-entry">
            <KindMark kind={sample.kind} doubtful silent size={13} />
            {words.explore.doubtful} <span className="count">{doubtful.length}</span>
          </li>
        )}
        {by === 'types' &&
          legendTypes(whole).map(({ type, label, count }) => (
            <li key={type}>
              <Entry
                on={choice.shownTypes.includes(type)}
                any={choice.shownTypes.length > 0}
                onPress={() => onType(type)}
              >
                {said(label, lang)} <span className="count">{count}</span>
              </Entry>
            </li>
          ))}
        {legendLines(whole).map(({ form, count }) => (
          <li key={form} className="legend-entry">
            <svg width="32" height="8" viewBox="0 0 32 8" aria-hidden="true">
              <path
                d="M0 4h32"
                stroke={form === 'reading' ? 'var(--warn)' : 'var(--ink2)'}
                strokeWidth="1.5"
                strokeDasharray={dashArray(form) ?? undefined}
              />
            </svg>
            {words.lines[form]} <span className="count">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
});

type EntryProps = {
  readonly on: boolean;
  /** Some are chosen: those that are not are not drawn. */
  readonly any: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function Entry({ on, any, onPress, children }: EntryProps) {
  return (
    <Button className={`legend-entry ${any && !on ? 'off' : ''}`} aria-pressed={on} onPress={onPress}>
      {children}
    </Button>
  );
}
