import type { AttributeFull, EntityFull, IndicatorFull } from '../api/entity.ts';
import { citation, said, sureWord, useLang, useWords } from '../locale/use-words.ts';
import { firstPassage } from '../state/fact-groups.ts';

/** Where a value stands, in one line. */
function useWhere(): (fact: Parameters<typeof firstPassage>[0]) => string {
  const words = useWords();
  const lang = useLang();
  return (fact) => {
    const passage = firstPassage(fact);
    return passage
      ? citation({ cls: passage.source.class, date: passage.source.date, locator: passage.locator }, words, lang)
      : '';
  };
}

export function Names({ entity }: { readonly entity: EntityFull }) {
  const words = useWords();
  const where = useWhere();
  const names = entity.aliases.edges.map((edge) => edge.node).filter((name) => name.value !== entity.name);
  if (names.length === 0) return null;
  const left = entity.aliases.totalCount - entity.aliases.edges.length;
  return (
    <section className="fact-group">
      <h3>{words.drawer.names}</h3>
      <dl className="pairs">
        {names.map((name) => (
          <div key={`${name.type} ${name.value}`}>
            <dt>{words.nameTypes[name.type]}</dt>
            <dd>
              {name.value} <span className="caption">{where(name)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {left > 0 && <p className="caption">{words.drawer.more(left)}</p>}
    </section>
  );
}

export function Attributes({ attributes }: { readonly attributes: readonly AttributeFull[] }) {
  const words = useWords();
  const lang = useLang();
  const where = useWhere();
  const shown = attributes.filter((attribute) => attribute.name !== 'name');
  if (shown.length === 0) return null;
  return (
    <section className="fact-group">
      <h3>{words.drawer.attributes}</h3>
      <dl className="pairs">
        {shown.map((attribute) => (
          <div key={attribute.id}>
            <dt>{said(attribute.label, lang)}</dt>
            <dd>
              {said(attribute.valueLabel, lang)}
              {attribute.details.map((detail) => ` · ${said(detail.label, lang)} ${said(detail.valueLabel, lang)}`)}
              {attribute.conflict && <span className="warn"> {words.drawer.conflict}</span>}{' '}
              <span className="caption">
                {[where(attribute), sureWord(attribute.confidence, words)].filter((part) => part !== '').join(' · ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

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
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Thousands with a comma; decimals exactly as the source has them. */
export function grouped(value: string): string {
  const match = /^([-−]?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  const whole = (match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${match[1] ? '−' : ''}${whole}${match[3] ?? ''}`;
}
