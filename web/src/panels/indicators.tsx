import { useEffect, useRef, useState } from 'react';
import type { IndicatorFull } from '../api/entity.ts';
import { Measure } from '../controls/measure.tsx';
import { PlaceLink } from '../controls/place-link.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { figureAnchor } from '../state/figure-address.ts';
import { measured } from '../state/grouped.ts';
import { isUndated } from '../state/targets.ts';
import { PaceLine } from './pace-line.tsx';
import { useWhere } from './use-where.ts';

type Props = {
  readonly indicators: readonly IndicatorFull[];
  readonly onOpen?: ((id: string) => void) | undefined;
};

/** Figures with their sources. The one that the address names is brought into sight, marked, and gets the focus. */
export function Indicators({ indicators, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const where = useWhere();
  const pointed = useRef<HTMLLIElement>(null);
  const [anchor] = useState(() => window.location.hash.slice(1));

  useEffect(() => {
    pointed.current?.scrollIntoView({ block: 'center' });
    pointed.current?.focus({ preventScroll: true });
  }, []);

  if (indicators.length === 0) return null;
  return (
    <section className="fact-group">
      <h3>{words.drawer.indicators}</h3>
      <ul className="indicators">
        {indicators.map((indicator) => (
          <li
            key={indicator.id}
            id={figureAnchor(indicator.id)}
            {...(figureAnchor(indicator.id) === anchor && { ref: pointed, tabIndex: -1, className: 'pointed' })}
          >
            <span className="indicator-name">
              <Measure name={indicator.measure} />
            </span>
            <b className="indicator-value">{measured(indicator.value, indicator.unit, lang)}</b>
            <span className="caption">
              {[
                isUndated(indicator) ? words.start.paperOnly(indicator.period) : indicator.period,
                words.figures[indicator.figure],
                `${words.drawer.scope} ${said(indicator.scopeLabel, lang)}`,
              ].join(' · ')}
              {where(indicator) !== '' && ' · '}
              <PlaceLink
                text={where(indicator)}
                of={indicator.measure}
                onOpen={onOpen && (() => onOpen(indicator.id))}
              />
              {indicator.conflict && <span className="warn"> · {words.drawer.conflict}</span>}
            </span>
            {indicator.pace && <PaceLine target={{ ...indicator, pace: indicator.pace }} figures={indicators} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
