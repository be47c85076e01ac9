import type { IndicatorFull } from '../api/entity.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { grouped } from '../state/grouped.ts';
import { PaceLine } from './pace-line.tsx';
import { useWhere } from './use-where.ts';

export function Indicators({ indicators }: { readonly indicators: readonly IndicatorFull[] }) {
  const words = useWords();
  const lang = useLang();
  const where = useWhere();
  if (indicators.length === 0) return null;
  return (
    <section className="fact-group">
      <h3>{words.drawer.indicators}</h3>
      <ul className="indicators">
        {indicators.map((indicator) => (
          <li key={indicator.id}>
            <span className="indicator-name">{indicator.measure}</span>
            <b className="indicator-value">
              {grouped(indicator.value)} {indicator.unit}
            </b>
            <span className="caption">
              {[
                indicator.period,
                words.figures[indicator.figure],
                `${words.drawer.scope} ${said(indicator.scopeLabel, lang)}`,
                where(indicator),
              ].join(' · ')}
              {indicator.conflict && <span className="warn"> · {words.drawer.conflict}</span>}
            </span>
            {indicator.pace && <PaceLine pace={indicator.pace} unit={indicator.unit} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
